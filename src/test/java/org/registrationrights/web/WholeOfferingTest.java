package org.registrationrights.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestPropertySource;

/**
 * A whole offering over HTTP, on the running application with its own clock, as the README tells it; the figures worked
 * by hand. Bad input on the way gets its sentence, and nothing of it is stored.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "spring.application.name=whole-offering")
@Verifies({
    Clause.S2_1_C,
    Clause.S2_1_F,
    Clause.S2_3_C,
    Clause.S2_4_A,
    Clause.S2_6_A,
    Clause.S2_6_C,
    Clause.S1_7_W,
    Clause.S4_A,
    Clause.S4_B,
    Clause.S4_C,
    Clause.S4_D,
    Clause.S4_E,
    Clause.S5_B,
    Clause.S7_A
})
class WholeOfferingTest extends EffectiveOfferingOverHttp {

    WholeOfferingTest() {
        super("OFF-2002-7");
    }

    @Test
    void fromTheDeterminationToTheClosing() throws Exception {
        startByRest();
        deliver();
        answer();
        decideOnLimitation();
        signAndRegister();
        misleadingProspectus();
        closeAndShareExpenses();
        standOff();
        withdrawTheRest();
    }

    private void startByRest() throws Exception {
        String start = "/engine-rest/process-definition/key/piggyback-registration/start";
        String body = """
                {"businessKey": "OFF-2002-7", "variables": {
                   "offeringName": {"value": "Spring offering"},
                   "offeringKind": {"value": "PUBLIC_OFFERING"},
                   "underwritten": {"value": true},
                   "managingUnderwriter": {"value": "Example Securities"},
                   "companyShares": {"value": "2000000"}}}
                """;
        refused(
                as("corporate-secretary").post(start, body.replace("2000000", "-1")),
                400,
                "companyShares: -1 is negative");
        refused(
                as("corporate-secretary").post(start, body.replace("{\"value\": true}", "{\"value\": \"yes\"}")),
                400,
                "underwritten: must be a Boolean");
        refused(
                as("corporate-secretary")
                        .post(start, body.replace("\"offeringName\": {\"value\": \"Spring offering\"},", "")),
                400,
                "offeringName: is required");
        assertThat(read(as("counsel").get("/api/offerings"))).isEmpty();

        assertThat(as("finance").post(start, body).statusCode()).isEqualTo(403);
        assertThat(as("corporate-secretary").post(start, body).statusCode()).isEqualTo(200);
        refused(as("corporate-secretary").post(start, body), 409, "businessKey: OFF-2002-7 is already the id");
        refused(
                as("corporate-secretary").post(start, body.replace("OFF-2002-7", "Spring")),
                400,
                "businessKey: 'Spring' is not of the form");
        await(offering -> offering.path("elections").size() == 9);
    }

    private void deliver() throws Exception {
        move("{\"advance\": \"PT2H\"}");
        for (String holder : List.of("H-2", "H-3", "H-5", "H-6", "H-7", "H-9", "H-12")) {
            JsonNode election = deliver("D-" + holder, holder, fax("2002-01-10T09:31:00-08:00"));
            assertThat(election.path("lastDay").asText()).isEqualTo("2002-01-22");
        }
        for (String holder : List.of("H-1", "H-4")) {
            JsonNode election = deliver(
                    "D-" + holder,
                    holder,
                    "{\"method\": \"MAIL\", \"mailedAt\": \"2002-01-10T10:00:00-08:00\", \"service\": \"CERTIFIED\"}");
            assertThat(election.path("noticeBasis").asText()).isEqualTo("THIRD_BUSINESS_DAY");
            assertThat(election.path("receivedOn").asText()).isEqualTo("2002-01-15");
            assertThat(Instant.parse(election.path("closesAt").asText())).isEqualTo("2002-01-26T08:00:00Z");
        }
        String path = offering + "/deliveries";
        String repeat = delivery("D-H-2", "H-2", fax("2002-01-10T09:31:00-08:00"));
        assertThat(as("holder-services").post(path, repeat).statusCode()).isEqualTo(200);
        refused(
                as("holder-services").post(path, repeat.replace("09:31", "09:32")),
                409,
                "receiptId: 'D-H-2' came before with another content");
        refused(
                as("holder-services")
                        .post(path, repeat.replace("\"H-2\"", "\"H-99\"").replace("D-H-2", "X-1")),
                404,
                "holderId: H-99");
        refused(
                as("holder-services")
                        .post(path, repeat.replace("\"H-2\"", "\"H-8\"").replace("D-H-2", "X-1")),
                404,
                "holderId: H-8 has no election");
        refused(
                as("holder-services").post(path, delivery("X-1", "H-2", "{\"method\": \"MAIL\"}")),
                400,
                "delivery.mailedAt: is required for delivery by MAIL (Section 11.1)");
        refused(
                as("holder-services").post(path, repeat.replace("\"receiptId\": \"D-H-2\",", "")),
                400,
                "receiptId: is required");
        refused(
                as("holder-services").post(path.replace("2002-7", "2002-8"), repeat),
                404,
                "offeringId: there is no offering OFF-2002-8");
    }

    private void answer() throws Exception {
        move("{\"now\": \"2002-01-14T09:00:00-08:00\"}");
        answer("H-1", "\"PART\", \"shares\": 300000", "2002-01-14T08:30:00-08:00", true);
        answer("H-2", "\"ALL\"", "2002-01-14T08:30:00-08:00", true);
        answer("H-9", "\"PART\", \"shares\": 200000", "2002-01-14T08:30:00-08:00", true);
        String path = offering + "/elections/H-3";
        refused(
                as("holder-services")
                        .post(path, answer("X-2", "\"PART\", \"shares\": -5", "2002-01-14T08:30:00-08:00")),
                400,
                "shares: must be a whole number above zero");
        refused(
                as("holder-services")
                        .post(path, answer("X-2", "\"PART\", \"shares\": 2.5", "2002-01-14T08:30:00-08:00")),
                400,
                "shares: ");
        refused(as("holder-services").post(path, answer("X-2", "2", "2002-01-14T08:30:00-08:00")), 400, "answer: ");
        refused(
                as("holder-services").post(path, answer("X-2", "\"ALL\"", "-999999999-01-01T00:00:00Z")),
                400,
                "delivery.receivedAt: ");
        refused(
                as("holder-services").post(path, answer("X-2", "\"SOME\"", "2002-01-14T08:30:00-08:00")),
                400,
                "answer: ");
        refused(
                as("holder-services").post(path, answer("X-2", "\"ALL\"", "2002-01-15T08:30:00-08:00")),
                400,
                "receivedAt: 2002-01-15T16:30:00Z is in the future");

        move("{\"now\": \"2002-01-23T09:00:00-08:00\"}");
        answer("H-3", "\"ALL\"", "2002-01-23T08:00:00-08:00", false);
        assertThat(read(as("counsel").get(offering))
                        .path("offering")
                        .path("phase")
                        .asText())
                .isEqualTo("ELECTION");
        move("{\"now\": \"2002-01-28T09:00:00-08:00\"}");
        await(offering -> offering.path("offering").path("phase").asText().equals("ALLOCATION"));
    }

    private void decideOnLimitation() throws Exception {
        complete(
                "Decide on limitation",
                "underwriter",
                Map.of(
                        "limitationImposed",
                        true,
                        "imposedBy",
                        "MANAGING_UNDERWRITER",
                        "marketConditions",
                        true,
                        "availableShares",
                        "500000"),
                "others",
                """
                [{"id": "Fund A", "class": "SERIES_2A", "entitledHeld": "800000",
                  "requested": "200000", "included": "200000"}]
                """);
        JsonNode allocation = read(as("counsel").get(offering)).path("allocation");
        // 500,000 × held / (600,000 + 450,000 + 150,000 of Holders + 800,000 of the Series 2-A fund)
        assertThat(allocation.path("holders").findValuesAsText("allocated"))
                .containsExactly("150000", "112500", "37500");
        assertThat(allocation.path("round").path("unallocated").asLong()).isEqualTo(200_000);
        complete("Approve allocation", "counsel", Map.of("allocationApproved", true));
    }

    private void signAndRegister() throws Exception {
        complete(
                "Record signature of Company",
                "corporate-secretary",
                Map.of("signedOn", "2002-01-28", "evidence", "page 1"));
        String signatures = """
                {"receiptId": "S-1", "signatures": [
                   {"holderId": "H-1", "signedOn": "2002-01-28", "evidence": "page 2"},
                   {"holderId": "H-2", "signedOn": "2002-01-28", "evidence": "page 3"},
                   {"holderId": "H-9", "signedOn": "2002-01-28", "evidence": "page 4"}]}
                """;
        refused(
                as("holder-services").post(offering + "/signatures", signatures.replace("H-9", "H-4")),
                404,
                "signatures[2].holderId: H-4 need not sign");
        assertThat(as("holder-services")
                        .post(offering + "/signatures", signatures)
                        .statusCode())
                .isEqualTo(200);
        String information = """
                {"receiptId": "I-1", "information": [
                   {"holderId": "H-1", "name": "Leonora Vance", "sharesOwned": 1000000,
                    "relationship": "Vice president until March 2001",
                    "signedOn": "2002-01-25", "evidence": "questionnaire 1"},
                   {"holderId": "H-2", "name": "Tobias Renwick", "sharesOwned": 450000, "noRelationship": true,
                    "signedOn": "2002-01-25", "evidence": "questionnaire 2"},
                   {"holderId": "H-9", "name": "Larkfield Holdings Corp.", "sharesOwned": 150000, "noRelationship": true,
                    "signedOn": "2002-01-28", "evidence": "questionnaire 3"}]}
                """;
        refused(
                as("holder-services").post(offering + "/information", information.replace("150000", "37499")),
                409,
                "information[2].sharesOwned: 37499 is fewer than the 37500 shares that are offered for H-9");
        assertThat(as("holder-services")
                        .post(offering + "/information", information)
                        .statusCode())
                .isEqualTo(200);
        assertThat(read(as("counsel").get(offering + "/selling-holders"))
                        .path("rows")
                        .findValuesAsText("sharesAfter"))
                .containsExactly("850000", "337500", "112500");
        complete("Record filing", "corporate-secretary", Map.of("fileNumber", "333-00001", "filedOn", "2002-01-28"));
        String early = "{\"receiptId\": \"E-0\", \"effectiveAt\": \"2002-01-28T08:30:00-08:00\"}";
        refused(
                as("counsel").post(offering + "/effectiveness", early),
                409,
                "offeringId: transfer agent, registrar and CUSIP");
        provideWhatTheSharesNeed();
        move("{\"now\": \"2002-02-04T09:00:00-08:00\"}");
        String effectiveness = "{\"receiptId\": \"E-1\", \"effectiveAt\": \"2002-02-04T08:00:00-08:00\"}";
        assertThat(read(as("counsel").post(offering + "/effectiveness", effectiveness))
                        .path("phase")
                        .asText())
                .isEqualTo("EFFECTIVE");
        furnishProspectuses();
    }

    /** Listing, states, transfer agent, registrar and CUSIP number; the states stay open. */
    private void provideWhatTheSharesNeed() throws Exception {
        String appointments = """
                {"receiptId": "T-1", "transferAgent": "Example Transfer", "registrar": "Example Transfer",
                 "cusip": "037833100"}
                """;
        assertThat(as("finance").post(offering + "/appointments", appointments).statusCode())
                .isEqualTo(403);
        refused(
                as("transfer-agent").post(offering + "/appointments", appointments.replace("037833100", "037833109")),
                400,
                "cusip: '037833109' has a wrong check digit (Section 4(e))");
        assertThat(read(as("transfer-agent").post(offering + "/appointments", appointments))
                        .path("complete")
                        .asBoolean())
                .isTrue();
        String listing = """
                {"receiptId": "L-1", "listingComplete": true, "listings": [
                   {"exchange": "Nasdaq National Market", "outcome": "APPROVED", "approvedOn": "2002-01-28",
                    "evidence": "letter of Nasdaq"}]}
                """;
        refused(
                as("corporate-secretary")
                        .post(offering + "/listings", listing.replace("\"approvedOn\": \"2002-01-28\",", "")),
                400,
                "listings[0].approvedOn: is required with APPROVED (Section 4(d))");
        assertThat(read(as("corporate-secretary").post(offering + "/listings", listing))
                        .at("/obligation/state")
                        .asText())
                .isEqualTo("SETTLED");
        String states = """
                {"receiptId": "Q-1", "states": [
                   {"state": "CA", "outcome": "APPLIED_FOR"},
                   {"state": "NV", "outcome": "REFUSED", "ground": "QUALIFICATION_TO_DO_BUSINESS",
                    "reason": "Its law asks for it."}]}
                """;
        refused(
                as("counsel").post(offering + "/blue-sky", states.replace("\"NV\"", "\"Nevada\"")),
                400,
                "states[1].state: 'Nevada' is not the two-letter code of a state");
        refused(
                as("counsel")
                        .post(
                                offering + "/blue-sky",
                                states.replace("QUALIFICATION_TO_DO_BUSINESS", "NO_LONGER_SELLING")),
                400,
                "states[1].ground: NO_LONGER_SELLING is no ground to refuse a state altogether (Section 4(b))");
        JsonNode open = read(as("counsel").post(offering + "/blue-sky", states));
        assertThat(open.at("/obligation/state").asText()).isEqualTo("OPEN");
        assertThat(open.path("entries")).hasSize(2);
        assertThat(read(as("finance").get(offering + "/listings")).path("entries"))
                .hasSize(1);
    }

    private void furnishProspectuses() throws Exception {
        String prospectuses = """
                {"receiptId": "P-1", "prospectusesComplete": true, "prospectuses": [
                   {"kind": "FINAL", "furnishedOn": "2002-02-04", "copies": 25, "how": "by courier",
                    "evidence": "waybill"}]}
                """;
        refused(
                as("holder-services").post(offering + "/prospectuses", prospectuses.replace("25", "0")),
                400,
                "prospectuses[0].copies: must be above zero (Section 4(a))");
        refused(
                as("holder-services")
                        .post(
                                offering + "/prospectuses",
                                prospectuses.replace("\"kind\"", "\"holderId\": \"H-4\", \"kind\"")),
                404,
                "prospectuses[0].holderId: H-4 sells nothing in OFF-2002-7");
        JsonNode furnished = read(as("holder-services").post(offering + "/prospectuses", prospectuses));
        assertThat(furnished.path("entries").findValuesAsText("holderId")).containsExactly("H-1", "H-2", "H-9");
        assertThat(furnished.at("/obligation/state").asText()).isEqualTo("SETTLED");
        JsonNode view = read(as("counsel").get(offering));
        assertThat(view.path("obligations").findValuesAsText("kind"))
                .containsExactly("LISTING", "PROSPECTUSES", "STATES");
        assertThat(view.path("obligations").findValuesAsText("state")).containsExactly("SETTLED", "SETTLED", "OPEN");
    }

    private void closeAndShareExpenses() throws Exception {
        move("{\"now\": \"2002-02-08T09:00:00-08:00\"}");
        firmSharesClose();
        move("{\"now\": \"2002-02-20T09:00:00-08:00\"}");
        overAllotmentCloses();
        settleExpenses();
        assertThat(read(as("counsel").get("/api/holders/H-2"))
                        .path("registrable")
                        .asLong())
                .isEqualTo(450_000 - 112_500);
        assertThat(read(as("counsel").get("/api/holders/H-2?asOf=2002-02-08"))
                        .path("registrable")
                        .asLong())
                .isEqualTo(450_000 - 97_500);
        assertThat(read(as("counsel").get("/api/holders/H-2?asOf=2002-02-04"))
                        .path("registrable")
                        .asLong())
                .isEqualTo(450_000);
        assertThat(read(as("counsel").get(offering + "/case-file")).findValuesAsText("clause"))
                .contains("2.1-a", "1.2-a", "2.1-d", "2.1-f", "2.3-c", "4-f", "2.4-a", "4-a", "4-b", "4-d", "4-e")
                .contains("1.7-w", "5-b");
    }

    private void firmSharesClose() throws Exception {
        String closing = """
                {"receiptId": "C-1", "closedOn": "2002-02-08", "final": false, "sales": [
                   {"holderId": "H-1", "shares": 130000, "soldOn": "2002-02-05"},
                   {"holderId": "H-2", "shares": 97500, "soldOn": "2002-02-05"},
                   {"holderId": "H-9", "shares": 32500, "soldOn": "2002-02-05"}]}
                """;
        refused(as("transfer-agent").post(offering + "/closings", closing), 400, "sales[1].lot: must be named");
        refused(
                as("transfer-agent").post(offering + "/closings", closing.replace("32500", "37501")),
                400,
                "sales[2].shares: 37501 is more than the 37500 shares of H-9");
        refused(
                as("transfer-agent").post(offering + "/closings", closing.replace("\"final\": false,", "")),
                400,
                "final: is required: whether no other closing follows (Section 1.7(w))");
        refused(
                as("transfer-agent")
                        .post(offering + "/closings", closing.replace("\"final\"", "\"number\": 2, \"final\"")),
                409,
                "number: closing 1 is next, not 2");
        String named = closing.replace("97500,", "97500, \"lot\": \"L-4.1\",");
        HttpResponse<String> recorded = as("transfer-agent").post(offering + "/closings", named);
        assertThat(read(recorded).path("number").asInt()).isEqualTo(1);
        assertThat(read(recorded).path("phase").asText()).isEqualTo("EFFECTIVE");
        assertThat(read(recorded).at("/company/shares").asLong()).isEqualTo(2_000_000);
        assertThat(read(recorded).at("/others/shares").asLong()).isEqualTo(200_000);
        assertThat(read(recorded).at("/others/basis").asText()).isEqualTo("AS_REGISTERED");
        // a repeat is the same closing, and no second one
        assertThat(read(as("transfer-agent").post(offering + "/closings", named))
                        .path("number")
                        .asInt())
                .isEqualTo(1);
    }

    private void overAllotmentCloses() throws Exception {
        String closing = """
                {"receiptId": "C-2", "closedOn": "2002-02-20", "final": true, "companySold": 0, "sales": [
                   {"holderId": "H-1", "shares": 20000, "soldOn": "2002-02-14"},
                   {"holderId": "H-2", "shares": 15000, "soldOn": "2002-02-14", "lot": "L-4.1"},
                   {"holderId": "H-9", "shares": 5000, "soldOn": "2002-02-14"}]}
                """;
        refused(
                as("transfer-agent").post(offering + "/closings", closing.replace(" 20000", " 20001")),
                400,
                "sales[0].shares: 150001 is more than the 150000 shares of H-1 in this registration, 130000 of them sold");
        JsonNode recorded = read(as("transfer-agent").post(offering + "/closings", closing));
        assertThat(recorded.path("number").asInt()).isEqualTo(2);
        assertThat(recorded.path("phase").asText()).isEqualTo("CLOSED");
        assertThat(recorded.at("/company/basis").asText()).isEqualTo("REPORTED");
        refused(
                as("transfer-agent").post(offering + "/closings", closing.replace("C-2", "C-3")),
                409,
                "offeringId: closing 2, on 2002-02-20, was the final one (Section 1.7(w))");
        JsonNode closings = read(as("counsel").get(offering + "/closings"));
        assertThat(closings.path("closings").findValuesAsText("final")).containsExactly("false", "true");
        assertThat(closings.path("holders").findValuesAsText("unsold")).containsExactly("0", "0", "0");
    }

    private void settleExpenses() throws Exception {
        String bills = """
                {"receiptId": "B-1", "moreToCome": false, "expenses": [
                   {"type": "PRINTING", "cents": 12500000},
                   {"type": "HOLDER_COUNSEL", "cents": 5000000, "for": ["H-1", "H-2"]},
                   {"type": "UNDERWRITING_DISCOUNT", "cents": 175000000}]}
                """;
        assertThat(as("counsel").post(offering + "/expenses", bills).statusCode())
                .isEqualTo(403);
        refused(
                as("finance").post(offering + "/expenses", bills.replace("\"moreToCome\": false,", "")),
                400,
                "moreToCome: is required");
        refused(
                as("finance").post(offering + "/expenses", bills.replace("5000000,", "-1,")),
                400,
                "expenses[1].cents: -1 is negative");
        JsonNode entered = read(as("finance").post(offering + "/expenses", bills));
        assertThat(entered.path("approved")).isEmpty();
        assertThat(entered.path("proposed").findValuesAsText("bearer"))
                .containsExactly("COMPANY", "H-1", "H-2", "H-9", "OTHER_SELLERS");
        complete("Approve expenses", "counsel", Map.of("expensesApproved", true));

        // 70 cents on each of 2,500,000 shares; counsel by 150,000 to 112,500; 12.50 and 8.75 for returned prospectuses
        JsonNode cents = read(as("finance").get(offering)).path("expenseCents");
        assertThat(cents.path("COMPANY").asLong()).isEqualTo(152_500_000 + 1_250 + 875);
        assertThat(cents.path("H-1").asLong()).isEqualTo(10_500_000 + 2_857_143);
        assertThat(cents.path("H-2").asLong()).isEqualTo(7_875_000 + 2_142_857);
        assertThat(cents.path("H-9").asLong()).isEqualTo(2_625_000);
        assertThat(cents.path("OTHER_SELLERS").asLong()).isEqualTo(14_000_000);
        JsonNode ofHolder = read(as("counsel").get(offering + "/expenses/H-1"));
        assertThat(ofHolder.at("/statement/statement").asText())
                .isEqualTo("Counsel of Holders (bill 4): 28,571.43 of 50,000.00; Underwriting discount (bill 5):"
                        + " 105,000.00 of 1,750,000.00. Together: 133,571.43 dollars.");
        assertThat(ofHolder.path("steps")).hasSize(3);
        refused(as("counsel").get(offering + "/expenses/H-4"), 404, "holderId: nothing is approved that H-4 bears");
    }

    /** What was not sold is withdrawn; what was sold, and who paid for it, stays. */
    private void withdrawTheRest() throws Exception {
        String withdrawal = "{\"receiptId\": \"W-1\", \"withdrawnAt\": \"2002-02-20T08:00:00-08:00\"}";
        assertThat(as("finance").post(offering + "/withdrawal", withdrawal).statusCode())
                .isEqualTo(403);
        assertThat(read(as("counsel").post(offering + "/withdrawal", withdrawal))
                        .path("phase")
                        .asText())
                .isEqualTo("WITHDRAWN");
        refused(
                as("counsel").post(offering + "/withdrawal", withdrawal.replace("W-1", "W-2")),
                409,
                "offeringId: OFF-2002-7 is over");
        assertThat(read(as("finance").get(offering)).at("/expenseCents/H-9").asLong())
                .isEqualTo(2_625_000);
        assertThat(read(as("counsel").get("/api/holders/H-2"))
                        .path("registrable")
                        .asLong())
                .isEqualTo(450_000 - 112_500);
    }
}
