package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.config.Caller;
import org.registrationrights.process.ModelCoverageConfiguration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** H-1 with 300,000 shares and H-4 with 240,000 are asked for their information on 23 January 2002; it comes over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=false")
@Import({ModelCoverageConfiguration.class, Story.class})
@Verifies(Clause.S2_4_A)
class InformationOverHttpTest {

    private static final String OFFERING = "/api/offerings/" + Story.ID;
    private static final String INFORMATION = OFFERING + "/information";
    private static final String DECISIONS = INFORMATION + "/decisions";
    private static final String H1 = """
            {"holderId": "H-1", "name": "Leonora Vance", "sharesOwned": 1000000, "relationship": "Director until 2000",
             "planOfDistribution": "By the underwriters only", "signedOn": "2002-01-22", "evidence": "questionnaire"}
            """;
    private static final String H4 = """
            {"holderId": "H-4", "name": "Orrin Family Trust", "sharesOwned": 240000, "noRelationship": true,
             "signedOn": "2002-01-22", "evidence": "questionnaire"}
            """;

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    Story story;

    @BeforeEach
    void untilAsked() {
        story.begin(Story.sample("H-1", "H-4"));
        Map<String, Object> data = Story.offering();
        // so that no Holder must sign
        data.put("companyShares", "0");
        story.start(data);
        story.runJobs();
        story.electTwo();
        story.noLimitation();
        story.approve();
        story.signByCompany();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void manyComeAtOnceAndARepeatGetsTheFirstAnswer() throws Exception {
        String both = information("I-1", H1 + "," + H4);

        JsonNode first = read(as("holder-services").post(INFORMATION, both));
        assertThat(first.findValuesAsText("state")).containsExactly("FURNISHED", "FURNISHED");
        assertThat(first.at("/0/versions/0/information/relationship").asText()).isEqualTo("Director until 2000");
        assertThat(first.at("/0/versions/0/recordedBy").asText()).isEqualTo("holder-services");
        assertThat(story.task("Record filing", Story.ID)).isNotNull();

        assertThat(read(as("holder-services").post(INFORMATION, both))).isEqualTo(first);
        refused(
                as("holder-services").post(INFORMATION, both.replace("1000000", "1000001")),
                409,
                "receiptId",
                "receiptId: 'I-1' came before with another content");
        assertThat(read(as("holder-services").post(INFORMATION, information("I-2", H1.replace("1000000", "900000"))))
                        .at("/0/versions")
                        .findValuesAsText("version"))
                .containsExactly("1", "2");
    }

    @Test
    void theTableOfSellingHoldersComesOutOfIt() throws Exception {
        as("holder-services").post(INFORMATION, information("I-1", H1));

        JsonNode rows = read(as("finance").get(OFFERING + "/selling-holders")).path("rows");
        assertThat(rows.findValuesAsText("sharesAfter")).containsExactly("700000", "0");
        assertThat(rows.findValuesAsText("information")).containsExactly("FURNISHED", "REQUESTED");
        HttpResponse<String> csv =
                Caller.program(port, "counsel", "demo", "Accept", "text/csv").get(OFFERING + "/selling-holders");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.body().lines())
                .containsExactly(
                        "holderId,name,sharesBefore,sharesOffered,sharesAfter,relationship,information",
                        "H-1,Leonora Vance,1000000,300000,700000,Director until 2000,FURNISHED",
                        "H-4,Orrin Family Trust,240000,240000,0,,REQUESTED");
    }

    @Test
    void whoIsMissingHasADeadline() throws Exception {
        JsonNode offering = read(as("counsel").get(OFFERING));

        assertThat(offering.path("information").findValuesAsText("dueOn")).containsOnly("2002-01-30");
        assertThat(offering.at("/deadlines/0/clause").asText()).isEqualTo("2.4-a");
        assertThat(offering.path("deadlines").findValuesAsText("lastSecond")).containsOnly("2002-01-31T07:59:59Z");

        story.withdraw();
        assertThat(read(as("counsel").get(OFFERING)).path("deadlines")).isEmpty();
        refused(
                as("holder-services").post(INFORMATION, information("I-1", H1)),
                409,
                "offeringId",
                "offeringId: OFF-2002-1 is withdrawn (Section 8)");
    }

    @Test
    void counselDecidesAndTheSharesAreAllocatedAnew() throws Exception {
        refused(
                as("counsel").post(DECISIONS, decision("X-1", "\"EXCUSE\"")),
                409,
                "decisions[0].holderId",
                "decisions[0].holderId: H-4 has time until 2002-01-30 (Section 2.4)");
        as("holder-services").post(INFORMATION, information("I-1", H1));
        story.now("2002-01-31T00:00:00-08:00");
        story.runJobs();
        for (String user : new String[] {"holder-services", "corporate-secretary", "finance"}) {
            assertThat(as(user).post(DECISIONS, decision("X-1", "\"EXCUSE\"")).statusCode())
                    .as(user)
                    .isEqualTo(403);
        }

        JsonNode decided = read(as("counsel").post(DECISIONS, decision("D-1", "\"HOLD_OUT\"")));
        assertThat(decided.at("/1/request/state").asText()).isEqualTo("HELD_OUT");
        assertThat(decided.at("/1/decisions/0/decision/ground").asText()).isEqualTo("It answers no letter.");
        assertThat(decided.at("/1/decisions/0/decidedBy").asText()).isEqualTo("counsel");

        assertThat(story.task("Record filing", Story.ID)).isNull();
        story.approve();
        assertThat(story.lines()).extracting("holderId").containsExactly("H-1");
        refused(
                as("counsel").post(DECISIONS, decision("X-1", "\"WAIT\", \"waitUntil\": \"2002-02-04\"")),
                409,
                "decisions[0].decision",
                "decisions[0].decision: nobody waits for H-4: it is HELD_OUT (Section 2.4)");

        read(as("counsel").post(DECISIONS, decision("D-2", "\"EXCUSE\"")));
        story.approve();
        assertThat(story.lines()).extracting("holderId").containsExactly("H-1", "H-4");
        String filing =
                "/engine-rest/task/" + story.task("Record filing", Story.ID).getId() + "/complete";
        String filed =
                "{\"variables\": {\"fileNumber\": {\"value\": \"1\"}, \"filedOn\": {\"value\": \"2002-01-31\"}}}";
        assertThat(as("counsel").post(filing, filed).statusCode()).isEqualTo(204);
        refused(
                as("counsel").post(DECISIONS, decision("X-1", "\"HOLD_OUT\"")),
                409,
                "offeringId",
                "offeringId: OFF-2002-1 is filed (Section 2.4)");
    }

    @Test
    void refusesWhatIsNoInformation() throws Exception {
        refusedWith("\"holderId\": \"H-1\",", "", 400, "information[0].holderId: is required (Section 2.4)");
        refusedWith(
                "H-1", "H-2", 404, "information[0].holderId: H-2 is not asked for information in offering OFF-2002-1");
        refusedWith("Leonora Vance", "", 400, "information[0].name: is required (Section 2.4)");
        refusedWith("1000000", "-1", 400, "information[0].sharesOwned: -1 is negative");
        refusedWith("1000000", "1.5", 400, "information[0].sharesOwned: has a value of the wrong kind");
        refusedWith("1000000", "1" + "0".repeat(38), 400, "information[0].sharesOwned: has more than 38 digits");
        refusedWith(
                "1000000",
                "299999",
                409,
                "information[0].sharesOwned: 299999 is fewer than the 300000 shares that are offered for H-1"
                        + " (Section 2.4)");
        refusedWith(
                "Director until 2000",
                "",
                400,
                "information[0].relationship: is required, or noRelationship must be true (Section 2.4)");
        refusedWith("2002-01-22", "2002-01-24", 400, "information[0].signedOn: 2002-01-24 is in the future");
        refusedWith(
                "2002-01-22",
                "2002-01-09",
                400,
                "information[0].signedOn: 2002-01-09 is before the determination, 2002-01-10");
        refusedWith("2002-01-22", "yesterday", 400, "information[0].signedOn: has a value of the wrong kind");
        refusedWith("questionnaire", "", 400, "information[0].evidence: is required (Section 2.4)");
        refusedWith(
                "\"evidence\"",
                "\"colour\": \"red\", \"evidence\"",
                400,
                "information[0].colour: is not a field known here");
        refusedWith(
                "\"receiptId\": \"X-1\",",
                "",
                400,
                "receiptId: is required: your own id of this fact, of at most 100 characters");
        assertThat(read(as("counsel").get(INFORMATION)).findValuesAsText("version"))
                .isEmpty();
    }

    @Test
    void refusesWhatHoldsNoLineAndWhomNobodyKnows() throws Exception {
        refused(
                as("holder-services").post(INFORMATION, information("X-1", "")),
                400,
                "information",
                "information: needs at least one Holder (Section 2.4)");
        refused(
                as("holder-services").post(INFORMATION, "{\"receiptId\": \"X-1\"}"),
                400,
                "information",
                "information: is required");
        refused(as("counsel").post(DECISIONS, "{\"receiptId\": \"X-1\"}"), 400, "decisions", "decisions: is required");
        refused(
                as("holder-services").post(INFORMATION, information("X-1", H1 + "," + H1)),
                400,
                "information[1].holderId",
                "information[1].holderId: H-1 is there twice");
        for (String path : new String[] {"/information", "/selling-holders"}) {
            refused(
                    as("counsel").get("/api/offerings/OFF-2002-9" + path),
                    404,
                    "offeringId",
                    "offeringId: there is no offering OFF-2002-9");
        }
        assertThat(as("counsel").post(INFORMATION, information("X-1", H1)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoAsksForCsvIsRefusedInWordsToo() throws Exception {
        story.begin();
        story.start(Story.offering());

        refused(
                Caller.program(port, "counsel", "demo", "Accept", "text/csv").get(OFFERING + "/selling-holders"),
                409,
                "offeringId",
                "offeringId: the shares of Holders in OFF-2002-1 are not allocated yet (Section 2.3)");
    }

    private static String information(String receiptId, String lines) {
        return "{\"receiptId\": \"%s\", \"information\": [%s]}".formatted(receiptId, lines);
    }

    private static String decision(String receiptId, String decision) {
        return """
                {"receiptId": "%s", "decisions": [
                   {"holderId": "H-4", "decision": %s, "ground": "It answers no letter."}]}
                """.formatted(receiptId, decision);
    }

    private Caller as(String user) {
        return Caller.program(port, user, "demo");
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private void refusedWith(String part, String instead, int status, String sentence) throws IOException {
        String body = information("X-1", H1);
        assertThat(body).contains(part);
        refused(
                as("holder-services").post(INFORMATION, body.replace(part, instead)),
                status,
                sentence.substring(0, sentence.indexOf(':')),
                sentence);
    }

    private void refused(HttpResponse<String> answer, int status, String field, String sentence) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.path("detail").asText()).isEqualTo(sentence);
        assertThat(problem.path("field").asText()).isEqualTo(field);
    }
}
