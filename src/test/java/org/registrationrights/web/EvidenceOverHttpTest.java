package org.registrationrights.web;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.config.Caller;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.Season;
import org.registrationrights.notice.Season.Notice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Evidence over HTTP: many deliveries as a file, what is on record with its flags, corrections by two persons, each way of
 * delivery in each season, and every refusal with its sentence.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "spring.application.name=evidence")
@Verifies({Clause.S2_1_C, Clause.S2_1_D, Clause.S2_1_F, Clause.S11_1_A, Clause.S1_3_A})
class EvidenceOverHttpTest {

    private static final String OFFERING = "/api/offerings/OFF-2002-1";
    private static final String DELIVERIES = OFFERING + "/deliveries";
    private static final String CORRECTIONS = OFFERING + "/corrections";
    private static final String START = "/engine-rest/process-definition/key/evidence-correction/start";

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Test
    void fromTheFileOfDeliveriesToTheAllocationAndThroughTheYear() throws Exception {
        start("OFF-2002-1");
        move("2002-01-14T09:00:00-08:00");
        aFileIsTakenWholeOrNotAtAll();
        everyCommunicationIsListedWithItsFlags();
        twoPersonsCorrectEvidence();
        refusals();
        whatIsAboveTheHoldingCountsAsTheHolding();
        throughTheYear();
    }

    private void aFileIsTakenWholeOrNotAtAll() throws Exception {
        String header = "holderId,method,receivedAt,sentAt,confirmedAt,mailedAt,service,actualReceiptAt\n";
        HttpResponse<String> refused = file("D-1", header + """
            H-1,FAX,,2002-01-10T09:30:00-08:00,2002-01-10T09:31:00-08:00,,,
            H-99,PERSONAL,2002-01-10T09:31:00-08:00,,,,,
            H-8,PERSONAL,2002-01-10T09:31:00-08:00,,,,,
            H-2,MAIL,,,,2002-01-10T10:00:00-08:00,CERTIFIED,2002-01-10T09:00:00-08:00
            H-2,PERSONAL,2002-01-15T09:31:00-08:00,,,,,
            H-1,FAX,,2002-01-10T17:30:00Z,2002-01-10T17:31:00Z,,,
            H-3,FAX,,10 January,,,,
            """);
        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode errors = json.readTree(refused.body()).path("errors");
        assertThat(StreamSupport.stream(errors.spliterator(), false)
                        .map(error -> error.path("line").asInt() + " "
                                + error.path("column").asText("-") + " "
                                + error.path("message").asText()))
                .containsExactly(
                        "3 holderId H-99 is not in the register",
                        "4 holderId H-8 has no election in this offering",
                        "5 actualReceiptAt lies before mailedAt (Section 11.1)",
                        "6 receivedAt 2002-01-15T17:31:00Z is in the future",
                        "7 - is the same as line 2",
                        "8 sentAt '10 January' is not an instant with offset like 2002-01-10T09:00:00-08:00");
        assertThat(read(as("counsel").get(OFFERING + "/communications"))).isEmpty();

        String sound = """
            holderId,method,sentAt,confirmedAt,mailedAt,service
            H-1,FAX,2002-01-10T09:30:00-08:00,2002-01-10T09:31:00-08:00,,
            H-2,FAX,2002-01-10T09:30:00-08:00,2002-01-10T09:31:00-08:00,,
            H-3,FAX,2002-01-10T09:30:00-08:00,2002-01-10T09:31:00-08:00,,
            H-4,FAX,2002-01-10T09:30:00-08:00,,,
            H-4,MAIL,,,2002-01-10T10:00:00-08:00,REGISTERED
            """;
        HttpResponse<String> first = file("D-1", sound);
        assertThat(read(first)).isEqualTo(json.readTree("{\"deliveries\": 5, \"holders\": 4}"));
        assertThat(file("D-1", sound).body()).isEqualTo(first.body());
        assertThat(election("H-1").path("lastDay").asText()).isEqualTo("2002-01-22");
        assertThat(election("H-4").path("lastDay").asText()).isEqualTo("2002-01-25");
        assertThat(election("H-5").path("state").asText()).isEqualTo("NOTICE");
        assertThat(read(as("counsel").get(OFFERING + "/communications"))).hasSize(5);
        assertThat(read(as("counsel").get(OFFERING + "/case-file")).findValuesAsText("event"))
                .filteredOn("Delivery of the notice recorded"::equals)
                .hasSize(5);
        refused(file("D-1", sound.replace("H-3", "H-5")), 409, "receiptId: 'D-1' came before with another content");
        refused(file("D-2", sound), 400, "line 2: is recorded already as C-");
        refused(file("D-2", ""), 400, "body: is missing");
        refused(
                as("holder-services").send("POST", DELIVERIES, sound, "Content-Type", "text/csv"),
                400,
                "receiptId: is missing");
    }

    private void everyCommunicationIsListedWithItsFlags() throws Exception {
        for (String holder : List.of("H-5", "H-6", "H-7", "H-9", "H-12")) {
            read(delivery("D-" + holder, holder, "FAX", "confirmedAt", "2002-01-11T09:31:00-08:00"));
        }
        JsonNode above = read(answer("A-1", "H-9", "\"PART\", \"shares\": 200000", "2002-01-14T08:30:00-08:00"));
        assertThat(above.path("aboveHolding").asBoolean()).isTrue();
        assertThat(above.path("inTime").asBoolean()).isTrue();
        read(as("holder-services").post(OFFERING + "/elections/H-12", """
                {"receiptId": "A-2", "answer": "ALL",
                 "delivery": {"method": "EMAIL", "receivedAt": "2002-01-14T08:30:00-08:00"}}
                """));

        JsonNode ofNine = read(as("finance").get(OFFERING + "/communications?holderId=H-9"));
        assertThat(ofNine.findValuesAsText("id"))
                .containsExactly(
                        ofNine.get(0).path("id").asText(),
                        above.path("communicationId").asText());
        assertThat(ofNine.get(0).path("receiptId").asText()).isEqualTo("D-H-9");
        assertThat(ofNine.get(0).path("direction").asText()).isEqualTo("NOTICE_TO_HOLDER");
        assertThat(ofNine.get(0).path("flags")).isEmpty();
        JsonNode answer = ofNine.get(1);
        assertThat(answer.path("receiptId").asText()).isEqualTo("A-1");
        assertThat(answer.path("recordedBy").asText()).isEqualTo("holder-services");
        assertThat(answer.path("shares").asLong()).isEqualTo(200_000);
        assertThat(answer.path("givenOn").asText()).isEqualTo("2002-01-14");
        assertThat(answer.path("standing").asText()).isEqualTo("STANDS");
        assertThat(answer.at("/flags/0/flag").asText()).isEqualTo("ABOVE_HOLDING");
        assertThat(answer.at("/flags/0/reason").asText())
                .isEqualTo(
                        "asks for 200000 and holds 150000 when the notice is drawn up; what is held on the applicable"
                                + " date is counted (Section 1.3)");
        assertThat(election("H-9").path("aboveHolding").asBoolean()).isTrue();
        assertThat(election("H-1").path("aboveHolding").asBoolean()).isFalse();

        JsonNode email = last("H-12");
        assertThat(email.at("/flags/0/flag").asText()).isEqualTo("UNLISTED_WAY");
        assertThat(email.path("status").asText()).isEqualTo("MANUAL_REVIEW");
        assertThat(email.at("/review/kind").asText()).isEqualTo("UNLISTED_WAY");
        assertThat(read(as("counsel").get(OFFERING + "/communications"))).hasSize(12);
    }

    private void twoPersonsCorrectEvidence() throws Exception {
        String original = last("H-1").path("id").asText();
        String proposal = """
            {"receiptId": "X-1", "communicationId": "%s", "correction": "REPLACE", "reason": "Another fax was meant",
             "delivery": {"method": "FAX", "sentAt": "2002-01-14T08:00:00-08:00", "confirmedAt": "2002-01-14T08:01:00-08:00"}}
            """.formatted(original);
        assertThat(as("finance").post(CORRECTIONS, proposal).statusCode()).isEqualTo(403);
        HttpResponse<String> proposed = as("corporate-secretary").post(CORRECTIONS, proposal);
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
        assertThat(as("corporate-secretary").post(CORRECTIONS, proposal).body()).isEqualTo(proposed.body());
        JsonNode correction = json.readTree(proposed.body());
        String id = correction.path("id").asText();
        assertThat(correction.path("state").asText()).isEqualTo("PROPOSED");
        assertThat(correction.path("communicationId").asText()).isEqualTo(original);
        assertThat(election("H-1").path("lastDay").asText()).isEqualTo("2002-01-22");

        String decision = CORRECTIONS + "/" + id + "/decision";
        String approval = "{\"receiptId\": \"X-2\", \"decision\": \"APPROVE\", \"ground\": \"By the fax log\"}";
        assertThat(as("holder-services").post(decision, approval).statusCode()).isEqualTo(403);
        assertThat(as("admin").post(decision, approval).statusCode()).isEqualTo(403);
        refused(
                as("corporate-secretary").post(decision, approval),
                409,
                "decision: the correction was proposed by corporate-secretary and needs another person's decision"
                        + " (Section 11.1)");
        assertThat(read(as("counsel").post(decision, approval)).path("state").asText())
                .isEqualTo("APPROVED");
        assertThat(read(as("counsel").post(decision, approval)).path("state").asText())
                .isEqualTo("APPROVED");
        refused(
                as("counsel").post(decision, approval.replace("X-2", "X-3").replace("APPROVE", "REFUSE")),
                409,
                "decision: " + id + " is decided: APPROVED (Section 11.1)");

        await(
                OFFERING,
                offering -> election(offering, "H-1").path("lastDay").asText().equals("2002-01-24"));
        await(
                "/engine-rest/task?processInstanceBusinessKey=OFF-2002-1:H-1",
                tasks -> due(tasks.at("/0/due")).equals(Instant.parse("2002-01-25T07:59:59Z")));
        JsonNode history = read(as("counsel").get(OFFERING + "/communications?holderId=H-1"));
        assertThat(history.findValuesAsText("standing")).containsExactly("REPLACED", "STANDS");
        assertThat(history.at("/0/corrections/0/reason").asText()).isEqualTo("Another fax was meant");
        assertThat(history.at("/0/corrections/0/proposedBy").asText()).isEqualTo("corporate-secretary");
        assertThat(history.at("/0/corrections/0/decidedBy").asText()).isEqualTo("counsel");
        assertThat(history.at("/0/corrections/0/ground").asText()).isEqualTo("By the fax log");
        assertThat(history.at("/0/corrections/0/replacementId").asText())
                .isEqualTo(history.at("/1/id").asText());
        assertThat(history.at("/1/receiptId").asText()).isEqualTo("X-1");

        // an answer, through the engine's own interface and a form's completion
        String replacing = start(Map.of(
                "communicationId", last("H-9").path("id").asText(),
                "correction", "REPLACE",
                "answer", "PART",
                "shares", "180000",
                "method", "PERSONAL",
                "receivedAt", "2002-01-14T08:30:00-08:00"));
        HttpResponse<String> started = as("holder-services").post(START, replacing);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        String key = json.readTree(started.body()).path("id").asText();
        JsonNode task = read(as("counsel").get("/engine-rest/task?processInstanceId=" + key))
                .get(0);
        assertThat(task.path("name").asText()).isEqualTo("Decide on correction");
        HttpResponse<String> completed = as("counsel")
                .post(
                        "/engine-rest/task/" + task.path("id").asText() + "/complete",
                        "{\"variables\": {\"decision\": {\"value\": \"APPROVE\"}, \"ground\": {\"value\": \"By the letter\"}}}");
        assertThat(completed.statusCode()).as(completed.body()).isEqualTo(204);
        assertThat(election("H-9").path("requested").asLong()).isEqualTo(180_000);
        assertThat(read(as("counsel").get(CORRECTIONS)).findValuesAsText("state"))
                .containsExactly("APPROVED", "APPROVED");
    }

    /** What is refused, and how; nothing of it is stored. */
    private record Refused(String user, String path, String body, int status, String sentence) {}

    private void refusals() throws Exception {
        int stored = read(as("counsel").get(OFFERING + "/communications")).size();
        int proposed = read(as("counsel").get(CORRECTIONS)).size();
        String replaced = read(as("counsel").get(OFFERING + "/communications?holderId=H-1"))
                .at("/0/id")
                .asText();
        String notice = last("H-1").path("id").asText();
        String answer = last("H-9").path("id").asText();
        String decided = read(as("counsel").get(CORRECTIONS)).at("/0/id").asText();
        for (Refused row : Stream.of(
                        deliveriesRefused(),
                        answersRefused(),
                        proposalsRefused(replaced, notice, answer),
                        startsRefused(notice),
                        decisionsRefused(decided))
                .flatMap(List::stream)
                .toList()) {
            HttpResponse<String> response = as(row.user).post(row.path, row.body);
            assertThat(response.statusCode()).as(row + response.body()).isEqualTo(row.status);
            JsonNode problem = json.readTree(response.body());
            assertThat(problem.path(problem.has("detail") ? "detail" : "message")
                            .asText())
                    .as(row.toString())
                    .startsWith(row.sentence);
        }
        refused(
                as("counsel").get(OFFERING + "/communications?holderId=H-99"),
                404,
                "holderId: H-99 is not in the register");
        refused(
                as("counsel").get("/api/offerings/OFF-2002-9/communications"),
                404,
                "offeringId: there is no offering OFF-2002-9");
        refused(
                as("counsel").get("/api/offerings/OFF-2002-9/corrections"),
                404,
                "offeringId: there is no offering OFF-2002-9");
        assertThat(read(as("counsel").get(OFFERING + "/communications"))).hasSize(stored);
        assertThat(read(as("counsel").get(CORRECTIONS))).hasSize(proposed);
    }

    private static List<Refused> deliveriesRefused() {
        String sound = """
            {"receiptId": "R-1", "holderId": "H-1", "delivery": {"method": "PERSONAL", "receivedAt": "2002-01-14T08:00:00-08:00"}}
            """;
        return List.of(
                delivery(sound.replace("R-1", " "), 400, "receiptId: is required: your own id of this fact"),
                delivery(
                        sound.replace("R-1", "R".repeat(101)), 400, "receiptId: is required: your own id of this fact"),
                delivery(sound.replace("\"holderId\": \"H-1\",", ""), 400, "holderId: is required"),
                delivery(sound.replace("H-1", "H-99"), 404, "holderId: H-99 is not in the register"),
                delivery(sound.replace("H-1", "H-8"), 404, "holderId: H-8 has no election in offering OFF-2002-1"),
                delivery("{\"receiptId\": \"R-1\", \"holderId\": \"H-1\"}", 400, "delivery: is required"),
                delivery(sound.replace("PERSONAL", " "), 400, "delivery.method: is required (Section 11.1)"),
                delivery(
                        sound.replace("PERSONAL", "P".repeat(41)),
                        400,
                        "delivery.method: is not a text of at most 40 characters (Section 11.1)"),
                delivery(
                        sound.replace("PERSONAL", "FAX"),
                        400,
                        "delivery.receivedAt: does not belong to delivery by FAX (Section 11.1)"),
                delivery(
                        sound.replace("PERSONAL", "MAIL").replace("receivedAt", "actualReceiptAt"),
                        400,
                        "delivery.mailedAt: is required for delivery by MAIL (Section 11.1)"),
                delivery(
                        sound.replace("PERSONAL", "MAIL").replace("receivedAt", "mailedAt"),
                        400,
                        "delivery.service: is required for delivery by MAIL (Section 11.1)"),
                delivery(
                        sound.replace("PERSONAL\"", "FAX\", \"confirmedAt\": \"2002-01-14T07:59:59-08:00\"")
                                .replace("receivedAt", "sentAt"),
                        400,
                        "delivery.confirmedAt: lies before sentAt (Section 11.1)"),
                delivery(
                        sound.replace("T08", "T10"),
                        400,
                        "receivedAt: 2002-01-14T18:00:00Z is in the future (Section 11.1)"),
                delivery(sound.replace("2002-01-14T08:00:00-08:00", "2002-01-14"), 400, "delivery.receivedAt: "),
                delivery(
                        sound.replace("receivedAt", "arrivedAt"), 400, "delivery.arrivedAt: is not a field known here"),
                delivery(sound.replace("{\"receiptId\"", "{receiptId"), 400, "body: is not JSON"),
                new Refused("finance", DELIVERIES, sound, 403, "this user may not do that"),
                new Refused(
                        "holder-services",
                        DELIVERIES.replace("-1/", "-9/"),
                        sound,
                        404,
                        "offeringId: there is no offering OFF-2002-9"));
    }

    private static Refused delivery(String body, int status, String sentence) {
        return new Refused("holder-services", DELIVERIES, body, status, sentence);
    }

    private static List<Refused> answersRefused() {
        String sound = """
            {"receiptId": "R-1", "answer": "PART", "shares": 10,
             "delivery": {"method": "PERSONAL", "receivedAt": "2002-01-14T08:00:00-08:00"}}
            """;
        return List.of(
                answer(
                        "H-1",
                        sound.replace("\"answer\": \"PART\",", ""),
                        400,
                        "answer: is required: NONE, PART or ALL (Section 2.1)"),
                answer(
                        "H-1",
                        sound.replace("PART", "ALL"),
                        400,
                        "shares: belong to the answer PART only (Section 2.1)"),
                answer(
                        "H-1",
                        sound.replace("\"shares\": 10,", ""),
                        400,
                        "shares: must be a whole number above zero with the answer PART (Section 2.1)"),
                answer("H-1", sound.replace("10,", "1" + "0".repeat(38) + ","), 400, "shares: has more than 38 digits"),
                answer("H-1", sound.replace("10,", "\"ten\","), 400, "shares: has a value of the wrong kind"),
                answer("H-8", sound, 404, "holderId: H-8 has no election in offering OFF-2002-1"),
                answer("H-99", sound, 404, "holderId: H-99 is not in the register"));
    }

    private static Refused answer(String holder, String body, int status, String sentence) {
        return new Refused("holder-services", OFFERING + "/elections/" + holder, body, status, sentence);
    }

    private static List<Refused> proposalsRefused(String replaced, String notice, String answer) {
        String delivery = "{\"method\": \"PERSONAL\", \"receivedAt\": \"2002-01-14T08:00:00-08:00\"}";
        String sound = """
            {"receiptId": "R-1", "communicationId": "%s", "correction": "REPLACE", "reason": "Misread", "delivery": %s}
            """.formatted(notice, delivery);
        String strike =
                "{\"receiptId\": \"R-1\", \"communicationId\": \"%s\", \"correction\": \"STRIKE\", \"reason\": \"Misread\"}"
                        .formatted(notice);
        return List.of(
                proposal(sound.replace("R-1", ""), 400, "receiptId: is required: your own id of this fact"),
                proposal(
                        sound.replace("REPLACE", "CHANGE"),
                        400,
                        "correction: 'CHANGE' is not one of [REPLACE, STRIKE]"),
                proposal(sound.replace("\"correction\": \"REPLACE\",", ""), 400, "correction: is required"),
                proposal(sound.replace("Misread", " "), 400, "reason: is required"),
                proposal(sound.replace("Misread", "x".repeat(1001)), 400, "reason: has more than 1000 characters"),
                proposal(sound.replace(notice, "17"), 400, "communicationId: '17' is not of the form C-17"),
                proposal(
                        sound.replace(notice, "C-4711"),
                        404,
                        "communicationId: C-4711 is no communication in offering OFF-2002-1"),
                proposal(sound.replace(", \"delivery\": " + delivery, ""), 400, "method: is required"),
                proposal(
                        sound.replace("T08:00:00", "T10:00:00"),
                        400,
                        "receivedAt: 2002-01-14T18:00:00Z is in the future (Section 11.1)"),
                proposal(
                        sound.replace("PERSONAL", "MAIL"),
                        400,
                        "delivery.receivedAt: does not belong to delivery by MAIL (Section 11.1)"),
                proposal(
                        sound.replace("\"reason\"", "\"answer\": \"ALL\", \"reason\""),
                        400,
                        "answer: must be absent: " + notice + " is evidence of a notice's delivery (Section 11.1)"),
                proposal(
                        sound.replace("\"reason\"", "\"shares\": 10, \"reason\""),
                        400,
                        "answer: is required with shares (Section 2.1)"),
                proposal(
                        sound.replace(notice, answer),
                        400,
                        "answer: is required: " + answer + " is an answer (Section 2.1)"),
                proposal(
                        sound.replace(notice, answer)
                                .replace("T08:00:00", "T08:30:00")
                                .replace("\"reason\"", "\"answer\": \"PART\", \"shares\": 180000, \"reason\""),
                        400,
                        "correction: says nothing else than " + answer + " (Section 11.1)"),
                proposal(
                        strike.replace("\"reason\"", "\"delivery\": " + delivery + ", \"reason\""),
                        400,
                        "correction: STRIKE puts nothing in its place (Section 11.1)"),
                proposal(
                        strike.replace("\"reason\"", "\"answer\": \"NONE\", \"reason\""),
                        400,
                        "correction: STRIKE puts nothing in its place (Section 11.1)"),
                proposal(
                        strike.replace(notice, replaced),
                        409,
                        "communicationId: " + replaced + " counts no longer: by X-"),
                new Refused(
                        "holder-services",
                        CORRECTIONS.replace("-1/", "-9/"),
                        strike,
                        404,
                        "offeringId: there is no offering OFF-2002-9"));
    }

    private static Refused proposal(String body, int status, String sentence) {
        return new Refused("holder-services", CORRECTIONS, body, status, sentence);
    }

    private List<Refused> startsRefused(String notice) throws IOException {
        String sound = start(Map.of("communicationId", notice, "correction", "STRIKE"));
        return List.of(
                engine(
                        sound.replace("\"variables\"", "\"businessKey\": \"X-7\", \"variables\""),
                        400,
                        "businessKey: must be absent: a correction is given its own"),
                engine(sound.replace("\"" + notice + "\"", "17"), 400, "communicationId: must be a String"),
                engine(sound.replace("STRIKE", ""), 400, "correction: is required"),
                engine(sound.replace("OFF-2002-1", "OFF-2002-9"), 404, "offeringId: there is no offering OFF-2002-9"),
                new Refused("transfer-agent", START, sound, 403, ""));
    }

    private static Refused engine(String body, int status, String sentence) {
        return new Refused("holder-services", START, body, status, sentence);
    }

    private static List<Refused> decisionsRefused(String decided) {
        String sound = "{\"receiptId\": \"R-1\", \"decision\": \"REFUSE\", \"ground\": \"By the log\"}";
        String path = CORRECTIONS + "/" + decided + "/decision";
        return List.of(
                new Refused(
                        "counsel", path, sound, 409, "decision: " + decided + " is decided: APPROVED (Section 11.1)"),
                new Refused(
                        "counsel",
                        path,
                        sound.replace("REFUSE", "WAIT"),
                        400,
                        "decision: has a value of the wrong kind"),
                new Refused(
                        "counsel", path, sound.replace("\"decision\": \"REFUSE\",", ""), 400, "decision: is required"),
                new Refused("counsel", path, sound.replace("By the log", " "), 400, "ground: is required"),
                new Refused(
                        "counsel",
                        path,
                        sound.replace("By the log", "x".repeat(1001)),
                        400,
                        "ground: has more than 1000 characters"),
                new Refused(
                        "counsel", path.replace(decided, "3"), sound, 400, "correctionId: '3' is not of the form X-3"),
                new Refused(
                        "counsel",
                        path.replace(decided, "X-4711"),
                        sound,
                        404,
                        "correctionId: X-4711 is no correction in offering OFF-2002-1"),
                new Refused("holder-services", path, sound, 403, "this user may not do that"));
    }

    private void whatIsAboveTheHoldingCountsAsTheHolding() throws Exception {
        move("2002-01-28T09:00:00-08:00");
        read(answer("A-3", "H-3", "\"ALL\"", "2002-01-28T08:00:00-08:00"));
        JsonNode late = last("H-3");
        assertThat(late.at("/flags/0/flag").asText()).isEqualTo("LATE");
        assertThat(late.at("/flags/0/reason").asText())
                .isEqualTo("given on 2002-01-28, after the last day of the window, 2002-01-22 (Section 2.1)");
        await(OFFERING, offering -> offering.at("/offering/phase").asText().equals("ALLOCATION"));
        JsonNode task = read(as("underwriter")
                        .get("/engine-rest/task?processInstanceBusinessKey=OFF-2002-1&name=Decide%20on%20limitation"))
                .get(0);
        assertThat(as("underwriter")
                        .post(
                                "/engine-rest/task/" + task.path("id").asText() + "/complete",
                                "{\"variables\": {\"limitationImposed\": {\"value\": false}, \"noOtherSellers\": {\"value\": true}}}")
                        .statusCode())
                .isEqualTo(204);
        JsonNode line = read(as("counsel").get(OFFERING)).at("/allocation/holders/0");
        assertThat(line.path("holderId").asText()).isEqualTo("H-9");
        assertThat(line.path("requested").asLong()).isEqualTo(180_000);
        assertThat(line.path("counted").asLong()).isEqualTo(150_000);
        assertThat(line.path("allocated").asLong()).isEqualTo(150_000);
        assertThat(last("H-9").at("/flags/0/reason").asText())
                .isEqualTo(
                        "asks for 180000 and holds 150000 on 2002-01-28, the applicable date, which is counted (Section"
                                + " 1.3)");
    }

    private void throughTheYear() throws Exception {
        for (Season season : Season.values()) {
            through(season);
        }
    }

    private void through(Season season) throws Exception {
        move(season.recordedAt().toString());
        String id = "OFF-2002-%d".formatted(100 + season.ordinal());
        start(id);
        List<String> holders = read(as("counsel").get("/api/offerings/" + id))
                .path("elections")
                .findValuesAsText("holderId");
        String file = IntStream.range(0, season.notices().size())
                .mapToObj(i -> line(holders.get(i), season.notices().get(i).delivery()))
                .collect(joining("\n", "holderId,method,receivedAt,sentAt,confirmedAt,mailedAt,service\n", "\n"));
        read(as("holder-services")
                .send(
                        "POST",
                        "/api/offerings/" + id + "/deliveries?receiptId=" + season,
                        file,
                        "Content-Type",
                        "text/csv"));

        JsonNode offering = read(as("counsel").get("/api/offerings/" + id));
        for (int i = 0; i < season.notices().size(); i++) {
            Notice notice = season.notices().get(i);
            JsonNode election = election(offering, holders.get(i));
            assertThat(election.path("lastDay").asText(null))
                    .as(season + notice.toString())
                    .isEqualTo(notice.lastDay());
            JsonNode tasks = read(
                    as("counsel").get("/engine-rest/task?processInstanceBusinessKey=" + id + ":" + holders.get(i)));
            if (notice.closesAt() == null) {
                assertThat(election.path("state").asText()).isEqualTo("NOTICE");
                assertThat(tasks.at("/0/name").asText()).isEqualTo("Record delivery of notice");
            } else {
                assertThat(Instant.parse(election.path("closesAt").asText())).isEqualTo(notice.closesAt());
                assertThat(due(tasks.at("/0/due"))).isEqualTo(notice.closesAt().minusSeconds(1));
                JsonNode timer = read(as("admin")
                        .get("/engine-rest/job?activityId=BoundaryEvent_WindowOver&processInstanceId="
                                + election.path("processInstanceId").asText()));
                assertThat(due(timer.at("/0/dueDate"))).isEqualTo(notice.closesAt());
            }
        }
        for (Instant closesAt : season.notices().stream()
                .map(Notice::closesAt)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList()) {
            assertStates(id, closesAt, closesAt.minusSeconds(1), "OPEN");
            assertStates(id, closesAt, closesAt, "CLOSED");
        }
    }

    private void assertStates(String id, Instant closesAt, Instant now, String state) throws Exception {
        move(now.toString());
        assertThat(StreamSupport.stream(
                                read(as("counsel").get("/api/offerings/" + id))
                                        .path("elections")
                                        .spliterator(),
                                false)
                        .filter(election -> closesAt.toString()
                                .equals(election.path("closesAt").asText()))
                        .map(election -> election.path("state").asText()))
                .isNotEmpty()
                .containsOnly(state);
    }

    private static String line(String holder, Delivery delivery) {
        return Stream.of(
                        holder,
                        delivery.method(),
                        delivery.receivedAt(),
                        delivery.sentAt(),
                        delivery.confirmedAt(),
                        delivery.mailedAt(),
                        delivery.service())
                .map(value -> value == null ? "" : value.toString())
                .collect(joining(","));
    }

    private void start(String id) throws Exception {
        read(as("corporate-secretary").post("/api/offerings", """
                {"receiptId": "%s", "offeringId": "%s", "offeringName": "Spring offering",
                 "offeringKind": "PUBLIC_OFFERING", "underwritten": false, "companyShares": 2000000}
                """.formatted(id, id)));
        await(
                "/api/offerings/" + id,
                offering -> offering.path("elections").size() >= 9
                        && StreamSupport.stream(offering.path("elections").spliterator(), false)
                                .allMatch(election ->
                                        election.path("state").asText().equals("NOTICE")
                                                && election.path("processInstanceId")
                                                        .isTextual()));
    }

    /** The start of a correction as the engine takes it. */
    private String start(Map<String, String> variables) {
        var body = json.createObjectNode();
        var values = body.putObject("variables");
        values.putObject("offeringId").put("value", "OFF-2002-1");
        values.putObject("reason").put("value", "Misread");
        variables.forEach((name, value) -> values.putObject(name).put("value", value));
        return body.toString();
    }

    private HttpResponse<String> file(String receiptId, String csv) {
        return as("holder-services")
                .send("POST", DELIVERIES + "?receiptId=" + receiptId, csv, "Content-Type", "text/csv");
    }

    private HttpResponse<String> delivery(String receiptId, String holder, String method, String field, String at) {
        return as("holder-services")
                .post(
                        DELIVERIES,
                        "{\"receiptId\": \"%s\", \"holderId\": \"%s\", \"delivery\": {\"method\": \"%s\", \"%s\": \"%s\"}}"
                                .formatted(receiptId, holder, method, field, at));
    }

    private HttpResponse<String> answer(String receiptId, String holder, String answer, String receivedAt) {
        return as("holder-services")
                .post(
                        OFFERING + "/elections/" + holder,
                        "{\"receiptId\": \"%s\", \"answer\": %s, \"delivery\": {\"method\": \"PERSONAL\", \"receivedAt\": \"%s\"}}"
                                .formatted(receiptId, answer, receivedAt));
    }

    private JsonNode last(String holder) throws IOException {
        JsonNode all = read(as("counsel").get(OFFERING + "/communications?holderId=" + holder));
        return all.get(all.size() - 1);
    }

    private JsonNode election(String holder) throws IOException {
        return election(read(as("counsel").get(OFFERING)), holder);
    }

    private static JsonNode election(JsonNode offering, String holder) {
        return StreamSupport.stream(offering.path("elections").spliterator(), false)
                .filter(election -> election.at("/key/holderId").asText().equals(holder))
                .findFirst()
                .orElseThrow();
    }

    /** As the engine writes it, such as 2002-01-25T07:59:59.000+0000. */
    private static Instant due(JsonNode date) {
        return OffsetDateTime.parse(date.asText(), DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ"))
                .toInstant();
    }

    private void move(String now) throws IOException {
        JsonNode moved = read(as("admin").post("/api/demo/clock", "{\"now\": \"%s\"}".formatted(now)));
        assertThat(moved.path("failedJobs")).isEmpty();
    }

    private void await(String path, Predicate<JsonNode> reached) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!reached.test(read(as("counsel").get(path)))) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(100);
        }
    }

    private Caller as(String user) {
        return Caller.program(port, user, "demo");
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return json.readTree(answer.body());
    }

    private void refused(HttpResponse<String> answer, int status, String sentence) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).path("detail").asText()).startsWith(sentence);
    }
}
