package org.registrationrights.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What programs do once a statement is effective, as the README tells it: a misleading prospectus in use, and a stand-off.
 * H-1, H-2 and H-9 sell in an offering that is effective since 4 February 2002.
 */
abstract class EffectiveOfferingOverHttp extends OfferingOverHttp {

    private static final String EVENTS = "/api/suspensions";
    private static final String EVENT = EVENTS + "/EVT-2002-1";
    private static final String STANDOFFS = "/api/standoffs";
    private static final String STANDOFF = STANDOFFS + "/STO-2002-1";

    EffectiveOfferingOverHttp(String id) {
        super(id);
    }

    /** From 6 February, 8.00, to 8 February, 8.30. */
    void misleadingProspectus() throws Exception {
        move("{\"now\": \"2002-02-06T08:00:00-08:00\"}");
        discover();
        tellHolders();
        correct();
        release();
    }

    private void discover() throws Exception {
        String discovery = """
                {"receiptId": "V-1", "eventId": "EVT-2002-1", "offeringId": "%s",
                 "description": "The order backlog was overstated."}
                """.formatted(id);
        assertThat(as("finance").post(EVENTS, discovery).statusCode()).isEqualTo(403);
        refused(
                as("counsel").post(EVENTS, discovery.replace(id, "OFF-2002-9")),
                404,
                "offeringId: there is no offering");
        refused(as("counsel").post(EVENTS, discovery.replace("EVT-", "E-")), 400, "businessKey: 'E-2002-1' is not of");
        refused(
                as("counsel").post(EVENTS, discovery.replace("description", "what")),
                400,
                "what: is not a field known");
        assertThat(read(as("counsel").get(EVENTS))).isEmpty();
        assertThat(as("counsel").post(EVENTS, discovery).statusCode()).isEqualTo(201);
        assertThat(read(as("counsel").post(EVENTS, discovery)).path("state").asText())
                .isEqualTo("ASSESSMENT");
        refused(as("counsel").post(EVENTS, discovery.replace("V-1", "V-9")), 409, "businessKey: EVT-2002-1 is already");

        completeOf(
                "EVT-2002-1",
                "Assess misstatement",
                "counsel",
                Map.of(
                        "prospectusRequired",
                        true,
                        "defect",
                        "UNTRUE_STATEMENT",
                        "material",
                        true,
                        "returnDirected",
                        true,
                        "reasons",
                        "A third of the orders was cancelled"));
        await(EVENT, event -> event.path("papers").size() == 3);
        assertThat(read(as("counsel").get(EVENTS + "?offeringId=" + id)).findValuesAsText("state"))
                .containsExactly("OPEN");
        assertThat(as("counsel").get("/api/documents/EVT-2002-1:H-1:notice").statusCode())
                .isEqualTo(200);
    }

    private void tellHolders() throws Exception {
        move("{\"now\": \"2002-02-06T12:00:00-08:00\"}");
        String notices = """
                {"receiptId": "V-2", "paper": "NOTICE", "deliveries": [
                   {"holderId": "H-1", "delivery": {"method": "PERSONAL", "receivedAt": "2002-02-06T10:00:00-08:00"}},
                   {"holderId": "H-2", "delivery": {"method": "FAX", "sentAt": "2002-02-06T10:01:00-08:00",
                                                    "confirmedAt": "2002-02-06T10:02:00-08:00"}},
                   {"holderId": "H-9", "delivery": {"method": "FAX", "sentAt": "2002-02-06T10:03:00-08:00",
                                                    "confirmedAt": "2002-02-06T10:04:00-08:00"}}]}
                """;
        refused(
                as("holder-services").post(EVENT + "/deliveries", notices.replace("H-9", "H-4")),
                404,
                "deliveries[2].holderId: H-4 is no covered Holder of event EVT-2002-1");
        refused(
                as("holder-services").post(EVENT + "/deliveries", notices.replace("10:04", "14:04")),
                400,
                "deliveries[2].confirmedAt: 2002-02-06T22:04:00Z is in the future");
        refused(
                as("holder-services").post(EVENT + "/deliveries", notices.replace("\"paper\": \"NOTICE\",", "")),
                400,
                "paper: is required");
        HttpResponse<String> first = as("holder-services").post(EVENT + "/deliveries", notices);
        assertThat(read(first).findValuesAsText("stoppedFrom"))
                .containsExactly("2002-02-06T18:00:00Z", "2002-02-06T18:02:00Z", "2002-02-06T18:04:00Z");
        assertThat(as("holder-services").post(EVENT + "/deliveries", notices).body())
                .isEqualTo(first.body());

        assertThat(mayDispose("2002-02-06T10:01:00-08:00")).containsExactly("false", "true", "true");
        refused(as("counsel").get(offering + "/suspension-state?at=noon"), 400, "at: 'noon' is not an instant");
    }

    private void correct() throws Exception {
        move("{\"now\": \"2002-02-07T12:00:00-08:00\"}");
        String supplement = """
                {"receiptId": "V-3", "kind": "SUPPLEMENT", "document": "Supplement No. 1", "madeOn": "2002-02-07",
                 "copies": 50}
                """;
        refused(
                as("counsel").post(EVENT + "/correction", supplement.replace("02-07", "02-08")),
                400,
                "madeOn: 2002-02-08 is in the future");
        refused(as("counsel").post(EVENT + "/correction", supplement.replace("50", "0")), 400, "copies: must be above");
        assertThat(read(as("counsel").post(EVENT + "/correction", supplement))
                        .path("document")
                        .asText())
                .isEqualTo("Supplement No. 1");
        await(EVENT, event -> event.path("papers").size() == 6);
        assertThat(mayDispose("2002-02-07T12:00:00-08:00")).containsOnly("false");
    }

    private void release() throws Exception {
        move("{\"now\": \"2002-02-08T08:30:00-08:00\"}");
        read(as("holder-services").post(EVENT + "/deliveries", """
                {"receiptId": "V-4", "paper": "CORRECTED_PROSPECTUS", "deliveries": [
                   {"holderId": "H-1", "delivery": {"method": "COURIER", "receivedAt": "2002-02-07T16:00:00-08:00"}},
                   {"holderId": "H-2", "delivery": {"method": "COURIER", "receivedAt": "2002-02-07T17:00:00-08:00"}},
                   {"holderId": "H-9", "delivery": {"method": "COURIER", "receivedAt": "2002-02-08T08:00:00-08:00"}}]}
                """));
        assertThat(mayDispose("2002-02-07T16:30:00-08:00")).containsExactly("true", "false", "false");
        // the offering shows the same, as of an instant or of now
        assertThat(read(as("counsel").get(offering + "?at=2002-02-07T16:30:00-08:00"))
                        .path("suspensionStates")
                        .findValuesAsText("mayDispose"))
                .containsExactly("true", "false", "false");
        assertThat(read(as("counsel").get(offering)).path("suspensionStates").findValuesAsText("mayDispose"))
                .containsExactly("true", "true", "true");
        refused(
                as("counsel").get(offering + "?at=yesterday"),
                400,
                "at: 'yesterday' is not an instant with offset, such as 2002-01-10T09:00:00-08:00");
        assertThat(mayDispose("2002-02-08T08:00:00-08:00")).containsOnly("true");

        String sale = """
                {"receiptId": "V-5", "holderId": "H-9", "shares": 1000, "soldAt": "2002-02-06T11:00:00-08:00",
                 "evidence": "broker's note"}
                """;
        refused(
                as("holder-services").post(offering + "/dispositions", sale.replace("1000", "0")),
                400,
                "shares: must be above zero");
        JsonNode receipt = read(as("holder-services").post(offering + "/dispositions", sale));
        assertThat(receipt.path("verdict").asText()).isEqualTo("INSIDE_STOP");
        assertThat(receipt.path("openEvents").findValuesAsText("")).isEmpty();
        completeOf(
                receipt.path("reviewKey").asText(),
                "Decide on transaction",
                "counsel",
                Map.of("outcome", "ALLOWED", "ground", "Agreed on the 5th and settled on the 6th"));
        JsonNode review =
                read(as("counsel").get(offering + "/transaction-reviews")).get(0);
        assertThat(review.path("clause").asText()).isEqualTo("2.6-a");
        assertThat(review.path("breach").asBoolean()).isFalse();

        JsonNode returned = read(as("holder-services").post(EVENT + "/returns", """
                {"receiptId": "V-6", "returns": [
                   {"holderId": "H-1", "copies": 30, "returnedOn": "2002-02-08", "evidence": "parcel 1", "costCents": 1250},
                   {"holderId": "H-2", "copies": 0, "returnedOn": "2002-02-08", "evidence": "letter"},
                   {"holderId": "H-9", "copies": 12, "returnedOn": "2002-02-08", "evidence": "parcel 2", "costCents": 875}]}
                """));
        assertThat(returned.findValuesAsText("costCents")).containsExactly("1250", "0", "875");
        await(EVENT, event -> event.at("/event/state").asText().equals("CLOSED"));
    }

    private List<String> mayDispose(String at) throws Exception {
        return read(as("counsel").get(offering + "/suspension-state?at=" + at)).findValuesAsText("mayDispose");
    }

    /** From 20 February to 6 May, in a year's nine Holders. */
    void standOff() throws Exception {
        askForStandOff();
        bindHolders();
        transact();
        move("{\"now\": \"2002-05-06T09:00:00-07:00\"}");
        JsonNode standoff = read(as("counsel").get(STANDOFF));
        assertThat(standoff.at("/standoff/state").asText()).isEqualTo("OVER");
        assertThat(standoff.at("/standoff/stopTransfer/liftInstructedAt").asText())
                .startsWith("2002-05-06T07:00:0");
        completeOf(
                "STO-2002-1",
                "Confirm lift",
                "transfer-agent",
                Map.of("liftedOn", "2002-05-06", "evidence", "letter 12"));
    }

    private void askForStandOff() throws Exception {
        String request = """
                {"receiptId": "N-1", "standoffId": "STO-2002-1", "offeringId": "%s", "days": 90,
                 "requestedBy": "MANAGING_UNDERWRITER", "requester": "Dana Ellis", "requestedOn": "2002-02-08",
                 "evidence": "letter of 8 February"}
                """.formatted(id);
        refused(
                as("underwriter").post(STANDOFFS, request.replace("90", "181")),
                400,
                "days: 181 is more than the 180 days that may be asked for (Section 7)");
        refused(
                as("underwriter").post(STANDOFFS, request.replace("MANAGING_UNDERWRITER", "EXECUTIVE_OFFICER")),
                400,
                "requestedBy: only the managing underwriter may ask, and there is one: Example Securities (Section 7)");
        assertThat(as("finance").post(STANDOFFS, request).statusCode()).isEqualTo(403);
        JsonNode standoff = read(as("underwriter").post(STANDOFFS, request));
        // a Sunday, and nothing moves it
        assertThat(standoff.path("lastDay").asText()).isEqualTo("2002-05-05");
        assertThat(read(as("underwriter").post(STANDOFFS, request))).isEqualTo(standoff);
        await(STANDOFF, row -> row.path("holders").size() == 9);
        await(
                "holder-services",
                "/engine-rest/task?processInstanceBusinessKey=STO-2002-1&name=Record%20lock-ups",
                tasks -> tasks.size() == 1);
    }

    private void bindHolders() throws Exception {
        String deliveries = """
                {"receiptId": "N-2", "deliveries": [
                   {"holderId": "H-1", "delivery": {"method": "PERSONAL", "receivedAt": "2002-02-08T10:00:00-08:00"}},
                   {"holderId": "H-5", "delivery": {"method": "MAIL", "mailedAt": "2002-02-08T10:00:00-08:00",
                                                    "service": "CERTIFIED"}}]}
                """;
        refused(
                as("holder-services").post(STANDOFF + "/deliveries", deliveries.replace("H-5", "H-8")),
                404,
                "deliveries[1].holderId: H-8 is no Holder in stand-off STO-2002-1");
        read(as("holder-services").post(STANDOFF + "/deliveries", deliveries));
        read(as("holder-services").post(STANDOFF + "/lockups", """
                {"receiptId": "N-3", "lockups": [
                   {"holderId": "H-1", "signedOn": "2002-02-11", "with": "MANAGERS", "evidence": "page 1"},
                   {"holderId": "H-2", "signedOn": "2002-02-12", "with": "MANAGERS", "evidence": "page 2"}]}
                """));
        JsonNode holders =
                read(as("counsel").get(STANDOFF + "?asOf=2002-02-12")).path("holders");
        // H-5: by mail, over a weekend and Lincoln's birthday, which is no federal holiday
        assertThat(each(holders, "holderId")).startsWith("H-1", "H-12", "H-2", "H-3", "H-4", "H-5");
        assertThat(each(holders, "firstDay"))
                .startsWith("2002-02-08", "null", "2002-02-12", "null", "null", "2002-02-13");
        assertThat(each(holders, "restricted")).startsWith("true", "false", "true", "false", "false", "false");
        completeOf("STO-2002-1", "Decide on stop-transfer", "corporate-secretary", Map.of("stopImposed", true));
        completeOf(
                "STO-2002-1",
                "Place stop-transfer",
                "transfer-agent",
                Map.of("placedOn", "2002-02-20", "evidence", "letter 11"));
        assertThat(as("counsel")
                        .get("/api/documents/" + id + ":transfer-instruction:STO-2002-1:stop")
                        .statusCode())
                .isEqualTo(200);
        assertThat(read(as("counsel").get(offering + "/suspension-state"))
                        .get(0)
                        .at("/standoffs/0/lastDay")
                        .asText())
                .isEqualTo("2002-05-05");
    }

    private static List<String> each(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }

    private void transact() throws Exception {
        String sale = """
                {"receiptId": "N-4", "holderId": "H-5", "securities": 10000, "date": "2002-03-01", "kind": "SALE",
                 "executed": false, "evidence": "request of its broker"}
                """;
        refused(
                as("transfer-agent").post(STANDOFF + "/transactions", sale.replace("\"executed\": false,", "")),
                400,
                "executed: is required");
        refused(
                as("transfer-agent")
                        .post(
                                STANDOFF + "/transactions",
                                sale.replace("\"executed\"", "\"sharesInOffering\": true, \"executed\"")),
                400,
                "sharesInOffering: H-5 has no shares in " + id);
        JsonNode refused = read(as("transfer-agent").post(STANDOFF + "/transactions", sale));
        assertThat(refused.path("outcome").asText()).isEqualTo("REFUSED");
        assertThat(refused.path("lastDay").asText()).isEqualTo("2002-05-05");
        JsonNode gift = read(as("transfer-agent").post(STANDOFF + "/transactions", """
                {"receiptId": "N-5", "holderId": "H-5", "securities": 500, "date": "2002-02-20", "kind": "GIFT",
                 "doneeBound": true, "executed": true, "evidence": "deed of gift and the donee's lock-up"}
                """));
        assertThat(gift.path("verdict").asText()).isEqualTo("ALLOWED_BOUND_DONEE");
    }
}
