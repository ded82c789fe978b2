package org.registrationrights.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.config.Caller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Requests of selling Holders over HTTP, while the windows of others are still open. Bad input gets its sentence, and
 * nothing of it is stored.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "spring.application.name=holder-requests")
@Verifies({Clause.S4_A, Clause.S4_B, Clause.S4_G, Clause.S4_H})
class HolderRequestsTest {

    private static final String OFFERING = "/api/offerings/OFF-2002-3";
    private static final String REQUESTS = OFFERING + "/requests";

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Test
    void fromTheRequestToTheEvidence() throws Exception {
        anOfferingInWhichOnlyLeonoraVanceSells();
        requestsThatAreNotTaken();
        statesAreAnsweredOneByOne();
        inspectionNeedsAnAgreement();
        filingsAreStartedByTheEnginesOwnInterface();
        withdrawalLeavesTheFilings();
    }

    private void anOfferingInWhichOnlyLeonoraVanceSells() throws Exception {
        read(as("corporate-secretary").post("/api/offerings", """
                {"receiptId": "O-1", "offeringId": "OFF-2002-3", "offeringName": "Spring offering",
                 "offeringKind": "PUBLIC_OFFERING", "underwritten": false, "companyShares": 2000000}
                """));
        await(() -> read(as("counsel").get(OFFERING))
                .at("/elections/8/state")
                .asText()
                .equals("NOTICE"));
        read(as("admin").post("/api/demo/clock", "{\"advance\": \"PT2H\"}"));
        for (String holder : List.of("H-1", "H-2")) {
            read(as("holder-services").post(OFFERING + "/deliveries", """
                    {"receiptId": "D-%s", "holderId": "%s",
                     "delivery": {"method": "PERSONAL", "receivedAt": "2002-01-10T09:30:00-08:00"}}
                    """.formatted(holder, holder)));
        }
        read(as("holder-services").post(OFFERING + "/elections/H-1", """
                {"receiptId": "A-H-1", "answer": "PART", "shares": 300000,
                 "delivery": {"method": "PERSONAL", "receivedAt": "2002-01-10T10:00:00-08:00"}}
                """));
    }

    private void requestsThatAreNotTaken() throws Exception {
        String request = """
                {"receiptId": "R-1", "requestId": "REQ-2002-1", "holderId": "H-1", "kind": "BLUE_SKY",
                 "states": ["CA", "OR", "TX"]}
                """;
        refusedRequest(request.replace("OR", "Oregon"), 400, "states: 'Oregon' is not the two-letter code of a state");
        refusedRequest(request.replace("\"OR\"", "null"), 400, "states[1]: is required");
        refusedRequest(request.replace("OR", "CA"), 400, "states: 'CA' is there twice");
        refusedRequest(request.replace("\"CA\", \"OR\", \"TX\"", ""), 400, "states: are required");
        refusedRequest(
                request.replace("\"kind\"", "\"askedFor\": \"all\", \"kind\""),
                400,
                "askedFor: must be absent: the states");
        refusedRequest(request.replace("BLUE_SKY", "FILINGS"), 400, "askedFor: is required");
        refusedRequest(request.replace("BLUE_SKY", "SKY"), 400, "kind: 'SKY' is not one of");
        refusedRequest(
                request.replace("\"kind\"", "\"confidentialityAgreement\": \"NDA\", \"kind\""),
                400,
                "confidentialityAgreement: belongs to INSPECTION only");
        refusedRequest(
                request.replace("\"kind\"", "\"receivedOn\": \"2002-01-11\", \"kind\""),
                400,
                "receivedOn: 2002-01-11 is in the future");
        refusedRequest(request.replace("\"kind\"", "\"sort\""), 400, "sort: is not a field known here");
        refusedRequest(request.replace("R-1", ""), 400, "receiptId: is required");
        refusedRequest(request.replace("REQ-2002-1", "Letter 5"), 400, "businessKey: 'Letter 5' is not of the form");
        refusedRequest(request.replace("H-1", "H-99"), 404, "holderId: H-99 is not in the register");
        refusedRequest(request.replace("H-1", "H-8"), 404, "holderId: H-8 has no election in offering OFF-2002-3");
        refusedRequest(
                request.replace("H-1", "H-2"),
                409,
                "holderId: H-2 is no selling Holder in OFF-2002-3: no request of it for inclusion counts (Section 4(b))");
        refused(
                as("holder-services").post(REQUESTS.replace("2002-3", "2002-4"), request),
                404,
                "offeringId: there is no offering OFF-2002-4");
        assertThat(as("finance").post(REQUESTS, request).statusCode()).isEqualTo(403);
        assertThat(read(as("finance").get(REQUESTS))).isEmpty();

        HttpResponse<String> first = as("holder-services").post(REQUESTS, request);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(as("holder-services").post(REQUESTS, request).body()).isEqualTo(first.body());
        refusedRequest(request.replace("TX", "NV"), 409, "receiptId: 'R-1' came before with another content");
        refusedRequest(
                request.replace("R-1", "R-2"), 409, "businessKey: REQ-2002-1 is already the id of another request");
        assertThat(read(as("counsel").get(REQUESTS))).hasSize(1);
    }

    private void statesAreAnsweredOneByOne() throws Exception {
        String answer = """
                [{"item": "CA", "outcome": "GRANTED"}, {"item": "OR", "outcome": "GRANTED"},
                 {"item": "TX", "outcome": "REFUSED", "ground": "GENERAL_SERVICE_OF_PROCESS", "reason": "Its law asks for it."}]
                """;
        refusedAnswer(answer.replace("TX", "OR"), 400, "answers[2].item: 'OR' is answered twice");
        refusedAnswer(answer.replace("TX", "NV"), 400, "answers[2].item: must be one of the states asked for, [CA, OR");
        refusedAnswer(
                answer.replace("GENERAL_SERVICE_OF_PROCESS", "CONFIDENTIAL_TREATMENT"),
                400,
                "answers[2].ground: CONFIDENTIAL_TREATMENT is no ground to refuse BLUE_SKY; permitted are [");
        refusedAnswer(
                answer.replace("GENERAL_SERVICE_OF_PROCESS", "BUSY"),
                400,
                "answers[2].ground: has a value of the wrong");
        refusedAnswer(
                answer.replace("GENERAL_SERVICE_OF_PROCESS", "NO_LONGER_SELLING"),
                409,
                "answers[2].ground: H-1 still sells in OFF-2002-3 (Section 4(b))");
        refusedAnswer(answer.replace("Its law asks for it.", " "), 400, "answers[2].reason: is required");
        refusedAnswer("[]", 400, "answers: needs at least one line");
        refusedAnswer("yes", 400, "answers: is not JSON");
        assertThat(as("holder-services")
                        .post("/engine-rest/task/" + task("REQ-2002-1", "Answer%20request") + "/complete", "{}")
                        .statusCode())
                .isEqualTo(403);

        assertThat(complete("counsel", "REQ-2002-1", "Answer%20request", "answers", answer, "")
                        .statusCode())
                .isEqualTo(204);
        String evidence =
                "[{\"state\": \"CA\", \"what\": \"qualified\", \"furnishedOn\": \"2002-01-10\", \"how\": \"order 7\"}]";
        refused(
                complete(
                        "counsel",
                        "REQ-2002-1",
                        "Record%20fulfilment",
                        "fulfilments",
                        evidence,
                        ", \"requestFulfilled\": {\"value\": true}"),
                400,
                "requestFulfilled: needs evidence of what was done in OR");
        refused(
                complete(
                        "counsel",
                        "REQ-2002-1",
                        "Record%20fulfilment",
                        "fulfilments",
                        evidence.replace("CA", "TX"),
                        ""),
                400,
                "fulfilments[0].state: must be one of the states that were granted, [CA, OR]");
        assertThat(complete("counsel", "REQ-2002-1", "Record%20fulfilment", "fulfilments", evidence, "")
                        .statusCode())
                .isEqualTo(204);
        JsonNode request = read(as("finance").get(REQUESTS)).get(0);
        assertThat(request.path("state").asText()).isEqualTo("GRANTED");
        assertThat(request.path("answeredBy").asText()).isEqualTo("counsel");
        assertThat(request.path("decisions").findValuesAsText("outcome"))
                .containsExactly("GRANTED", "GRANTED", "REFUSED");
        assertThat(request.at("/decisions/2/ground").asText()).isEqualTo("GENERAL_SERVICE_OF_PROCESS");
        assertThat(request.at("/fulfilments/0/how").asText()).isEqualTo("order 7");
        assertThat(request.at("/fulfilments/0/recordedBy").asText()).isEqualTo("counsel");
    }

    private void inspectionNeedsAnAgreement() throws Exception {
        read(as("counsel").post(REQUESTS, """
                {"receiptId": "R-2", "requestId": "REQ-2002-2", "holderId": "H-1", "kind": "INSPECTION",
                 "askedFor": "minutes of the board", "receivedOn": "2002-01-10"}
                """));
        String granted = "[{\"outcome\": \"GRANTED\"}]";
        refused(
                complete("counsel", "REQ-2002-2", "Answer%20request", "answers", granted, ""),
                409,
                "answers[0].outcome: cannot be granted before a confidentiality agreement is received (Section 4(g))");
        String agreement = ", \"confidentialityAgreement\": {\"value\": \"NDA of 10 January\"}";
        assertThat(complete("counsel", "REQ-2002-2", "Answer%20request", "answers", granted, agreement)
                        .statusCode())
                .isEqualTo(204);
        assertThat(read(as("counsel").get(REQUESTS))
                        .at("/1/confidentialityAgreement")
                        .asText())
                .isEqualTo("NDA of 10 January");
    }

    private void filingsAreStartedByTheEnginesOwnInterface() throws Exception {
        String start = "/engine-rest/process-definition/key/holder-request/start";
        String body = """
                {"businessKey": "REQ-2002-3", "variables": {"offeringId": {"value": "OFF-2002-3"},
                   "holderId": {"value": "H-1"}, "kind": {"value": "FILINGS"}, "askedFor": {"value": "letters"}}}
                """;
        assertThat(as("finance").post(start, body).statusCode()).isEqualTo(403);
        refused(
                as("holder-services").post(start, body.replace("H-1", "H-2")),
                409,
                "holderId: H-2 is no selling Holder");
        refused(as("holder-services").post(start, body.replace("FILINGS", "DINNER")), 400, "kind: 'DINNER' is not one");
        assertThat(as("holder-services").post(start, body).statusCode()).isEqualTo(200);
        refused(as("holder-services").post(start, body), 409, "businessKey: REQ-2002-3 is already the id");
        refused(
                complete(
                        "counsel",
                        "REQ-2002-3",
                        "Answer%20request",
                        "answers",
                        "[{\"outcome\": \"REFUSED\", \"ground\": \"NOT_REASONABLY_REQUESTED\", \"reason\": \"Why?\"}]",
                        ""),
                400,
                "answers[0].ground: NOT_REASONABLY_REQUESTED is no ground to refuse FILINGS");
    }

    private void withdrawalLeavesTheFilings() throws Exception {
        read(as("counsel")
                .post(
                        OFFERING + "/withdrawal",
                        "{\"receiptId\": \"W-1\", \"withdrawnAt\": \"2002-01-10T10:30:00-08:00\"}"));

        await(() -> read(as("counsel").get(REQUESTS)).at("/0/state").asText().equals("MOOT"));
        assertThat(read(as("counsel").get(REQUESTS)).findValuesAsText("state")).contains("MOOT", "GRANTED", "OPEN");
        refusedRequest(
                "{\"receiptId\": \"R-4\", \"holderId\": \"H-1\", \"kind\": \"FILINGS\", \"askedFor\": \"all\"}",
                409,
                "offeringId: OFF-2002-3 was withdrawn before a registration (Section 4(h))");
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.holds()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(100);
        }
    }

    private Caller as(String user) {
        return Caller.program(port, user, "demo");
    }

    private String task(String request, String name) throws IOException {
        return read(as("counsel").get("/engine-rest/task?processInstanceBusinessKey=" + request + "&name=" + name))
                .at("/0/id")
                .asText();
    }

    /** @param more further variables, from the comma on */
    private HttpResponse<String> complete(
            String user, String request, String task, String list, String lines, String more) throws IOException {
        String body = "{\"variables\": {\"%s\": {\"type\": \"Json\", \"value\": %s}%s}}"
                .formatted(list, json.writeValueAsString(lines), more);
        return as(user).post("/engine-rest/task/" + task(request, task) + "/complete", body);
    }

    private void refusedAnswer(String answer, int status, String sentence) throws IOException {
        refused(complete("counsel", "REQ-2002-1", "Answer%20request", "answers", answer, ""), status, sentence);
    }

    private void refusedRequest(String request, int status, String sentence) throws IOException {
        refused(as("holder-services").post(REQUESTS, request), status, sentence);
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return json.readTree(answer.body());
    }

    private void refused(HttpResponse<String> answer, int status, String sentence) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode body = json.readTree(answer.body());
        assertThat(body.path(body.has("detail") ? "detail" : "message").asText())
                .startsWith(sentence);
    }
}
