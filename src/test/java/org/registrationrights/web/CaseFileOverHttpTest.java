package org.registrationrights.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.casefile.CaseChainRepository;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.config.Caller;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.ModelCoverageConfiguration;
import org.registrationrights.process.piggyback.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The case file as it is read from outside. What earlier tests wrote is still in it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=false")
@Import({ModelCoverageConfiguration.class, Story.class})
class CaseFileOverHttpTest {

    private static final String OFFERING = "/api/offerings/" + Story.ID + "/case-file";
    private static final String VERIFICATION = "/api/case-file/verification";

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    Story story;

    @Autowired
    CaseChainRepository chain;

    @Autowired
    CaseNotes notes;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void begin() {
        story.begin();
        story.start(Story.offering());
        story.runJobs();
        story.electTwo();
    }

    @AfterEach
    void end() {
        story.end();
    }

    private void sealAll() {
        while (chain.unsealed().count() > 0) {
            chain.seal(Instant.parse("2002-01-23T17:00:00Z"));
        }
    }

    @Test
    void isReadOfAnOfferingAndOfOneHolderInIt() throws IOException {
        sealAll();
        JsonNode all = read(OFFERING);
        JsonNode determined = last(all, "Determination of an offering recorded");
        assertThat(determined.path("clause").asText()).isEqualTo("2.1-b");
        assertThat(determined.path("actor").asText()).isEqualTo("corporate-secretary");
        assertThat(determined.path("offeringId").asText()).isEqualTo(Story.ID);
        assertThat(determined.path("holderId").isNull()).isTrue();
        assertThat(determined.path("recordedAt").asText()).isEqualTo("2002-01-10T17:00:00Z");
        JsonNode window = last(all, "Election window computed");
        assertThat(window.at("/policies/businessDay").asText()).isEqualTo("MON_FRI_FEDERAL");
        assertThat(window.at("/result/steps/0/formula").asText()).isNotEmpty();
        assertThat(window.path("seal").asText()).matches("[0-9a-f]{64}");
        assertThat(window.path("position").asLong()).isPositive();
        assertThat(all).extracting(row -> row.path("id").asLong()).isSorted().doesNotHaveDuplicates();

        JsonNode one = read(OFFERING + "?holderId=H-1");
        assertThat(one)
                .extracting(row -> row.path("holderId").asText())
                .containsOnly("H-1")
                .hasSizeLessThan(all.size());
    }

    @Test
    void isReadOfAHolderAndOfAMatterThroughAllOfferings() throws IOException {
        runtime.startProcessInstanceByKey(
                "holder-request",
                "REQ-2002-1",
                Map.of("offeringId", Story.ID, "holderId", "H-1", "kind", "FILINGS", "askedFor", "Exhibit 10.4"));
        notes.on(CaseSubject.matter("CLM-2002-1").of("H-1"), Clause.S11_1_A)
                .input("summary", "A claim that rests on no offering")
                .document("DOC-7", "0123".repeat(16))
                .write("Claim received");

        JsonNode request = read("/api/matters/REQ-2002-1/case-file");
        assertThat(last(request, "Request of the Holder recorded")
                        .path("offeringId")
                        .asText())
                .isEqualTo(Story.ID);
        JsonNode claim = last(read("/api/holders/H-1/case-file"), "Claim received");
        assertThat(claim.path("matterId").asText()).isEqualTo("CLM-2002-1");
        assertThat(claim.path("offeringId").isNull()).isTrue();
        assertThat(claim.at("/documents/DOC-7").asText()).isEqualTo("0123".repeat(16));
        assertThat(read("/api/holders/H-1/case-file").findValuesAsText("event"))
                .contains("Request of the Holder recorded", "Election window computed");
    }

    @Test
    void isReadAsCsvWithTheSameContent() throws IOException {
        sealAll();
        JsonNode rows = read(OFFERING);
        HttpResponse<String> csv = as("counsel").get(OFFERING + "?format=CSV");

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", "Case%20file%20of%20offering%20OFF-2002-1.csv");
        List<CSVRecord> lines = CSVParser.parse(
                        new StringReader(csv.body()),
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())
                .getRecords();
        assertThat(lines).hasSize(rows.size());
        for (int i = 0; i < lines.size(); i++) {
            CSVRecord line = lines.get(i);
            JsonNode row = rows.get(i);
            assertThat(line.toMap().keySet()).containsExactlyElementsOf(row::fieldNames);
            for (String column : line.toMap().keySet()) {
                JsonNode value = row.path(column);
                assertThat(line.get(column))
                        .isEqualTo(value.isObject() ? value.toString() : value.isNull() ? "" : value.asText());
            }
        }
    }

    @Test
    void isPrinted() {
        HttpResponse<String> pdf = as("counsel").get("/api/holders/H-1/case-file?format=PDF");

        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("Case%20file%20of%20Holder%20H-1.pdf");
        assertThat(pdf.body()).startsWith("%PDF-").endsWith("%%EOF\n");
    }

    @Test
    void isVerifiedAgainstASealThatWasNoted() throws IOException {
        sealAll();
        JsonNode verified = read(VERIFICATION);
        assertThat(verified.path("whole").asBoolean()).isTrue();
        assertThat(verified.path("unsealed").asLong()).isZero();
        long position = verified.path("sealed").asLong();
        String seal = verified.path("sha256").asText();

        assertThat(read(VERIFICATION + "?position=" + position + "&seal=" + seal)
                        .path("whole")
                        .asBoolean())
                .isTrue();
        JsonNode other = read(VERIFICATION + "?position=" + (position - 1) + "&seal=" + seal);
        assertThat(other.path("whole").asBoolean()).isFalse();
        assertThat(other.at("/firstBreak/kind").asText()).isEqualTo("CHANGED");
        assertThat(other.at("/firstBreak/position").asLong()).isEqualTo(position - 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/offerings/OFF-2002-9/case-file              | 404 | offeringId | there is no offering OFF-2002-9",
                "/api/offerings/OFF-2002-1/case-file?holderId=H-99 | 404 | holderId  | H-99",
                "/api/offerings/OFF-2002-1/case-file?format=XML   | 400 | format     | 'XML' is not a Format",
                "/api/holders/H-99/case-file                      | 404 | holderId   | H-99",
                "/api/matters/CLM-2099-1/case-file                | 404 | matterId   | nothing is filed under CLM-2099-1",
                "/api/case-file/verification?position=1           | 400 | seal       | is required with the other",
                "/api/case-file/verification?position=1&seal=abc  | 400 | seal       | is no SHA-256",
                "/api/case-file/verification?position=one&seal=abc | 400 | position  | 'one' is not a Long"
            })
    void badQuestionsAreRefusedWithTheirField(String path, int status, String field, String sentence)
            throws IOException {
        HttpResponse<String> answer = as("counsel").get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).path("field").asText()).isEqualTo(field);
        assertThat(json.readTree(answer.body()).path("detail").asText()).contains(sentence);
    }

    @Test
    void isShownToThoseWhoMaySeeTheCase() {
        for (String path : List.of(OFFERING, "/api/holders/H-1/case-file", "/api/matters/X/case-file", VERIFICATION)) {
            for (String user : List.of("finance", "underwriter", "transfer-agent")) {
                assertThat(as(user).get(path).statusCode()).as(user + path).isEqualTo(403);
            }
            for (String user : List.of("counsel", "corporate-secretary", "holder-services", "admin")) {
                assertThat(as(user).get(path).statusCode()).as(user + path).isIn(200, 404);
            }
        }
    }

    @Test
    void isDescribed() throws IOException {
        JsonNode description = read("/v3/api-docs");

        JsonNode answer = description.at("/paths/~1api~1offerings~1{offeringId}~1case-file/get/responses/200/content");
        assertThat(answer.toString()).contains("CaseFileRow");
        assertThat(description.at("/components/schemas/CaseFileRow/properties").toString())
                .contains("documents", "seal", "matterId");
        assertThat(description.at("/paths/~1api~1deadlines/get/responses/200").toString())
                .contains("DeadlineView");
        assertThat(description.at("/components/schemas/DeadlineView/properties").toString())
                .contains("computation", "endedBy", "overdue");
    }

    private Caller as(String user) {
        return Caller.program(port, user, "demo");
    }

    private JsonNode read(String path) throws IOException {
        HttpResponse<String> answer = as("counsel").get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static JsonNode last(JsonNode rows, String event) {
        JsonNode last = null;
        for (JsonNode row : rows) {
            last = row.path("event").asText().equals(event) ? row : last;
        }
        assertThat(last).as(event).isNotNull();
        return last;
    }
}
