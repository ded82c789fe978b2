package org.registrationrights.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.registrationrights.config.Caller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A Holder's request for states and one for an inspection, by people at their forms. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "spring.application.name=tasklist-request")
class TasklistRequestTest {

    private static final String OFFERING = "/api/offerings/OFF-2002-3";
    private static final String HOLDER = "Leonora Vance";

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    private Tasklist tasklist;

    @BeforeEach
    void openBrowser() {
        tasklist = new Tasklist(port);
    }

    @AfterEach
    void closeBrowser() {
        tasklist.close();
    }

    @Test
    void fromTheRequestToTheEvidence() {
        aHolderSells();
        askForStates();
        answerStates();
        recordFulfilment();
        askForInspection();
        answerInspection();
        post(OFFERING + "/requests", """
                {"receiptId": "R-1", "holderId": "H-1", "kind": "FILINGS", "askedFor": "Exhibit 10.4"}
                """);
        refuseFilings();
    }

    private void aHolderSells() {
        post("/api/offerings", """
                {"receiptId": "O-1", "offeringId": "OFF-2002-3", "offeringName": "Offering of the forms",
                 "offeringKind": "PUBLIC_OFFERING", "underwritten": false, "companyShares": 2000000}
                """);
        post("/api/demo/clock", "{\"advance\": \"PT2H\"}");
        String byHand = "\"delivery\": {\"method\": \"PERSONAL\", \"receivedAt\": \"2002-01-10T09:30:00-08:00\"}}";
        post(OFFERING + "/deliveries", "{\"receiptId\": \"D-1\", \"holderId\": \"H-1\", " + byHand);
        post(OFFERING + "/elections/H-1", "{\"receiptId\": \"A-1\", \"answer\": \"ALL\", " + byHand);
    }

    private void askForStates() {
        tasklist.signIn("holder-services");
        tasklist.startProcess("Holder request");
        tasklist.fill("Offering", "OFF-2002-3");
        tasklist.fill("Holder", "H-1");
        tasklist.choose("Qualification of its shares in states");
        tasklist.fill("States", "CA, Texas");
        tasklist.press("Start");
        assertThat(tasklist.refusal()).contains("states: 'Texas' is not the two-letter code of a state");

        tasklist.fill("States", "CA");
        tasklist.complete("Start");
        assertStored("/0/states/0", "CA");
        assertStored("/0/receivedOn", "2002-01-10");
    }

    private void answerStates() {
        tasklist.signIn("counsel");
        tasklist.open("Answer request", HOLDER);
        tasklist.fill("State or part", "TX");
        tasklist.choose("Refused");
        tasklist.choose("The Company would have to qualify to do business there");
        tasklist.fill("Reason", "Its law asks for it.");
        tasklist.press("Check and complete");
        assertThat(tasklist.refusal()).contains("answers[0].item: must be one of the states asked for, [CA]");

        tasklist.fill("State or part", "CA");
        tasklist.choose("Granted");
        tasklist.complete("Check and complete");
        assertStored("/0/decisions/0/outcome", "GRANTED");
    }

    private void refuseFilings() {
        tasklist.signIn("counsel");
        tasklist.open("Answer request", HOLDER);
        tasklist.choose("Refused");
        tasklist.choose("Confidential treatment was asked of the SEC");
        tasklist.fill("Reason", "Asked for on 9 January.");
        tasklist.complete("Check and complete");
        assertStored("/2/state", "REFUSED");
        assertStored("/2/decisions/0/ground", "CONFIDENTIAL_TREATMENT");
        assertStored("/2/decisions/0/reason", "Asked for on 9 January.");
    }

    private void recordFulfilment() {
        tasklist.signIn("corporate-secretary");
        tasklist.open("Record fulfilment", HOLDER);
        tasklist.press("Add new");
        tasklist.fill("State", "CA");
        tasklist.fill("What was furnished", "Qualified by order 7");
        tasklist.fill("On", "2002-01-10");
        tasklist.fill("How, and into whose hands", "Order, received by mail");
        tasklist.complete("Check and complete");
        assertStored("/0/state", "GRANTED");
        assertStored("/0/fulfilments/0/what", "Qualified by order 7");

        tasklist.open("Record fulfilment", HOLDER);
        assertThat(tasklist.rows()).singleElement().asString().contains("CA Qualified by order 7 2002-01-10");
        tasklist.choose("Nothing remains to be done");
        tasklist.complete("Check and complete");
        assertStored("/0/state", "FULFILLED");
    }

    private void askForInspection() {
        tasklist.signIn("holder-services");
        tasklist.startProcess("Holder request");
        tasklist.fill("Offering", "OFF-2002-3");
        tasklist.fill("Holder", "H-1");
        tasklist.choose("Inspection of records of the Company");
        tasklist.fill("Papers or records asked for", "Minutes of the board");
        tasklist.complete("Start");
        assertStored("/1/askedFor", "Minutes of the board");
    }

    private void answerInspection() {
        tasklist.signIn("counsel");
        tasklist.open("Answer request", HOLDER);
        tasklist.choose("Granted");
        tasklist.press("Check and complete");
        assertThat(tasklist.refusal()).contains("cannot be granted before a confidentiality agreement is received");
        tasklist.fill("Confidentiality agreement received since", "NDA of 10 January");
        tasklist.complete("Check and complete");
        assertStored("/1/state", "GRANTED");
        assertStored("/1/confidentialityAgreement", "NDA of 10 January");
    }

    private void assertStored(String pointer, String value) {
        JsonNode requests = read(Caller.program(port, "admin", "demo").get(OFFERING + "/requests"));
        assertThat(requests.at(pointer).asText()).as(pointer).isEqualTo(value);
    }

    private void post(String resource, String body) {
        read(Caller.program(port, "admin", "demo").post(resource, body));
    }

    private JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
