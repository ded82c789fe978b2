package org.registrationrights.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.config.Caller;
import org.registrationrights.document.PdfText;
import org.registrationrights.process.ModelCoverageConfiguration;
import org.registrationrights.process.piggyback.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Documents, mailings and changes of address as a program sees them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=false")
@Import({ModelCoverageConfiguration.class, Story.class})
@Verifies({Clause.S11_1_A, Clause.S11_1_B, Clause.S11_1_C})
class DocumentsOverHttpTest {

    private static final String OFFERING = "/api/offerings/" + Story.ID;

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    Story story;

    @Autowired
    IdentityService identities;

    @BeforeEach
    void begin() {
        story.begin();
        story.start(Story.offering());
        story.runJobs();
    }

    @AfterEach
    void end() {
        story.end();
        identities.deleteUser("nobody");
    }

    @Test
    void aLetterIsTypesetWhenItIsFirstAskedForAndStaysTheSame() throws Exception {
        JsonNode waiting = notice("H-1");
        assertThat(waiting.at("/sha256").isNull()).isTrue();
        assertThat(waiting.at("/clause").asText()).isEqualTo("2.1-b");
        assertThat(waiting.at("/dispatch/way").asText()).isEqualTo("MAIL");
        assertThat(waiting.at("/dispatch/address/0").asText()).isEqualTo("14 Quarry Lane");

        HttpResponse<byte[]> first = bytes("counsel", "/api/documents/OFF-2002-1:H-1:notice");
        HttpResponse<byte[]> second = bytes("counsel", "/api/documents/OFF-2002-1:H-1:notice");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).contains("application/pdf");
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(first.body()));
        assertThat(first.headers().firstValue("ETag")).contains("\"" + sha256 + "\"");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(notice("H-1").at("/sha256").asText()).isEqualTo(sha256);
        assertThat(read(as("counsel").get(OFFERING + "/case-file")).findValuesAsText("OFF-2002-1:H-1:notice"))
                .contains(sha256);
    }

    @Test
    void documentsAreForThoseWhoWorkOnCases() {
        User nobody = identities.newUser("nobody");
        nobody.setPassword("demo");
        identities.saveUser(nobody);

        for (String path :
                List.of(OFFERING + "/documents", "/api/documents/OFF-2002-1:H-1:notice", OFFERING + "/mailings")) {
            assertThat(as("nobody").get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(Caller.stranger(port).get(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(as("finance").get("/api/documents/OFF-2002-1:H-1:notice").statusCode())
                .isEqualTo(403);
        assertThat(as("finance").get(OFFERING + "/mailings").statusCode()).isEqualTo(403);
        assertThat(as("underwriter")
                        .get(OFFERING + "/papers/transfer-instruction")
                        .statusCode())
                .isEqualTo(403);
        assertThat(as("finance")
                        .post(OFFERING + "/mailings", "{\"receiptId\": \"M-0\", \"kind\": \"NOTICE\"}")
                        .statusCode())
                .isEqualTo(403);
        refused(
                as("counsel").get("/api/documents/OFF-2002-1:H-99:notice"),
                404,
                "documentId: OFF-2002-1:H-99:notice is no document");
        refused(
                as("counsel").get(OFFERING + "/papers/allocation-sheet"),
                404,
                "kind: no allocation-sheet of OFF-2002-1 is drawn up yet");
        refused(as("counsel").get(OFFERING + "/papers/poem"), 404, "kind: 'poem' is no kind of paper");
    }

    @Test
    void aMailingIsOnePrintWithAManifestThatNamesThePages() throws Exception {
        String mail = "{\"receiptId\": \"M-1\", \"kind\": \"NOTICE\"}";
        JsonNode mailing = read(as("holder-services").post(OFFERING + "/mailings", mail));
        assertThat(mailing.at("/number").asInt()).isEqualTo(1);
        assertThat(mailing.at("/letters").asInt()).isEqualTo(9);
        assertThat(read(as("holder-services").post(OFFERING + "/mailings", mail)))
                .isEqualTo(mailing);
        refused(
                as("holder-services").post(OFFERING + "/mailings", mail.replace("M-1", "M-2")),
                409,
                "kind: no letter of kind NOTICE waits to be mailed in OFF-2002-1");
        refused(as("counsel").get(OFFERING + "/mailings/2/letters"), 404, "mailing: OFF-2002-1 has no mailing 2");
        assertThat(read(as("counsel").get(OFFERING + "/mailings"))).hasSize(1);

        byte[] print = bytes("counsel", OFFERING + "/mailings/1/letters").body();
        List<String> manifest = as("counsel")
                .get(OFFERING + "/mailings/1/manifest")
                .body()
                .lines()
                .toList();
        assertThat(manifest)
                .hasSize(10)
                .startsWith(
                        "dispatchId,holderId,name,street,city,state,zip,fax,way,addressedOn,firstPage,lastPage,sha256");
        // by facsimile first, then by mail, then by hand; each in the order of ids
        assertThat(manifest.stream().skip(1).map(line -> line.split(",")[1]))
                .containsExactly("H-2", "H-3", "H-5", "H-7", "H-9", "H-1", "H-4", "H-6", "H-12");
        try (PDDocument document = Loader.loadPDF(print)) {
            String last = manifest.get(9);
            assertThat(last).contains("Anselm Korda,29 Beacon Hill Walk,San Diego,California,92101");
            assertThat(last).contains("," + document.getNumberOfPages() + ",");
        }
        assertThat(PdfText.of("mailing", print)).contains("Leonora Vance").contains("Anselm Korda");
        assertThat(bytes("counsel", OFFERING + "/mailings/1/letters").body()).isEqualTo(print);
    }

    @Test
    void evidenceOfALetterThatNoProcessWaitsForTellsWhenItWasReceived() throws Exception {
        story.now("2002-01-10T09:00:00-08:00");
        read(as("counsel")
                .post(
                        OFFERING + "/suspension",
                        "{\"receiptId\": \"S-1\", \"suspendedAt\": \"2002-01-10T09:00:00-08:00\"}"));
        story.runJobs();
        String letter = letters("REGISTRATION_DECISION", "H-1").get(0);
        String path = "/api/documents/" + letter + "/deliveries";
        assertThat(read(as("counsel").get(path)).path("receivedAt").isNull()).isTrue();
        story.now("2002-01-11T10:00:00-08:00");

        JsonNode proof = read(as("holder-services").post(path, """
                {"receiptId": "P-1", "delivery": {"method": "MAIL", "mailedAt": "2002-01-10T15:00:00-08:00",
                 "service": "CERTIFIED"}}
                """));

        // Thursday; the third business day is Tuesday
        assertThat(proof.path("receivedAt").asText()).isEqualTo("2002-01-15T08:00:00Z");
        assertThat(proof.at("/evidence/0/recordedBy").asText()).isEqualTo("holder-services");
        assertThat(read(as("counsel").get(OFFERING + "/case-file")).findValuesAsText("event"))
                .contains("Delivery recorded: Notice of a decision about the registration");
        String faxed = "{\"receiptId\": \"P-2\", \"delivery\": {\"method\": \"PERSONAL\", \"receivedAt\": \"%s\"}}";
        refused(
                as("holder-services").post(path, faxed.formatted("2002-01-09T10:00:00-08:00")),
                400,
                "receivedAt: 2002-01-09 is before the day on which the letter was drawn up, 2002-01-10");
        refused(
                as("holder-services").post(path, faxed.formatted("2002-01-12T10:00:00-08:00")),
                400,
                "receivedAt: 2002-01-12T18:00:00Z is in the future (Section 11.1)");
        refused(
                as("holder-services")
                        .post(
                                "/api/documents/OFF-2002-1:H-1:notice/deliveries",
                                faxed.formatted("2002-01-10T10:00:00-08:00")),
                409,
                "documentId: evidence of this letter is taken at /api/offerings/{id}/deliveries (Section 2.1)");
        refused(
                as("holder-services")
                        .post("/api/documents/OFF-9/deliveries", faxed.formatted("2002-01-10T10:00:00-08:00")),
                404,
                "documentId: OFF-9 is no letter to a Holder");
        assertThat(read(as("counsel").get(path)).path("evidence")).hasSize(1);
        assertThat(as("finance").get(path).statusCode()).isEqualTo(403);
    }

    private List<String> letters(String kind, String holder) throws IOException {
        List<String> ids = new ArrayList<>();
        for (JsonNode document : read(as("counsel").get(OFFERING + "/documents"))) {
            if (document.path("kind").asText().equals(kind)
                    && document.path("holderId").asText().equals(holder)) {
                ids.add(document.path("id").asText());
            }
        }
        return ids;
    }

    @Test
    void anAddressIsChangedByNoticeWithItsHistory() throws Exception {
        String change = """
                {"receiptId": "AD-1", "street": "1 New Street", "city": "Reno", "state": "Nevada", "zip": "89501",
                 "email": "vance@example.com", "documentReference": "Letter of 9 January 2002",
                 "givenOn": "2002-01-09", "copyToCounsel": true}
                """;
        JsonNode recorded = read(as("holder-services").post("/api/holders/H-1/addresses", change));
        assertThat(recorded.at("/validFrom").asText()).isEqualTo("2002-01-09");
        assertThat(recorded.at("/lettersToTheAddressBefore/0").asText()).isEqualTo("OFF-2002-1:H-1:notice");
        assertThat(read(as("holder-services").post("/api/holders/H-1/addresses", change)))
                .isEqualTo(recorded);

        JsonNode history = read(as("counsel").get("/api/holders/H-1/addresses"));
        assertThat(history).hasSize(2);
        assertThat(history.at("/0/address/street").asText()).isEqualTo("14 Quarry Lane");
        assertThat(history.at("/1/copyToCounsel").asBoolean()).isTrue();
        assertThat(history.at("/1/recordedBy").asText()).isEqualTo("holder-services");
        assertThat(street("2002-01-08")).isEqualTo("14 Quarry Lane");
        assertThat(street("2002-01-09")).isEqualTo("1 New Street");

        refused(
                as("holder-services").post("/api/holders/H-1/addresses", change.replace("AD-1", "AD-2")),
                409,
                "validFrom: 2002-01-09 is not after 2002-01-09, from which the latest address of H-1 counts (Section 11.1)");
        refused(
                as("holder-services").post("/api/holders/H-1/addresses", next(change, "2002-01-11")),
                400,
                "givenOn: 2002-01-11 is in the future (Section 11.1)");
        refused(
                as("holder-services")
                        .post(
                                "/api/holders/H-1/addresses",
                                next(change, "2002-01-10").replace("Reno", "")),
                400,
                "city: is required (Section 11.1)");
        refused(
                as("holder-services").post("/api/holders/H-2/addresses", next(change, "2002-01-10")),
                400,
                "fax: is required: the Holder is notified by facsimile (Section 11.1)");
        refused(
                as("holder-services").post("/api/holders/H-99/addresses", change),
                404,
                "holderId: H-99 is not in the register");
        assertThat(as("finance")
                        .post("/api/holders/H-1/addresses", next(change, "2002-01-10"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(read(as("counsel").get("/api/holders/H-1/addresses"))).hasSize(2);
    }

    @Test
    void whetherCounselWasSentACopyOfAnAnswerIsRecorded() throws Exception {
        as("holder-services").post(OFFERING + "/elections/H-1", """
                {"receiptId": "A-1", "answer": "ALL", "copyToCounsel": false,
                 "delivery": {"method": "PERSONAL", "receivedAt": "2002-01-10T08:30:00-08:00"}}
                """);
        assertThat(read(as("counsel").get(OFFERING + "/case-file")).findValuesAsText("event"))
                .contains("Counsel was sent no copy of the Holder's notice", "Answer of the Holder recorded");
    }

    private static String next(String change, String givenOn) {
        return change.replace("AD-1", "AD-3").replace("\"2002-01-09\"", "\"" + givenOn + "\"");
    }

    private String street(String asOf) throws IOException {
        return read(as("counsel").get("/api/holders/H-1?asOf=" + asOf))
                .at("/addressOfRecord/street")
                .asText();
    }

    private JsonNode notice(String holder) throws IOException {
        for (JsonNode document : read(as("counsel").get(OFFERING + "/documents"))) {
            if (document.at("/id").asText().equals(Story.ID + ":" + holder + ":notice")) {
                return document;
            }
        }
        throw new AssertionError("no notice to " + holder);
    }

    private Caller as(String user) {
        return Caller.program(port, user, "demo", "Content-Type", "application/json");
    }

    private HttpResponse<byte[]> bytes(String user, String path) throws Exception {
        String basic = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Basic " + basic)
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return json.readTree(answer.body());
    }

    private void refused(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        try {
            assertThat(json.readTree(answer.body()).at("/detail").asText()).isEqualTo(detail);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
