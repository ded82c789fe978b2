package org.registrationrights.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestPropertySource;

/**
 * Twelve Holders, three ways of delivery, a limit under which parity fails first, a Holder that does not sign, and an
 * over-allotment that closes later. Every figure is worked by hand.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "spring.application.name=twelve-holders")
@Verifies({
    Clause.S1_3_A,
    Clause.S2_1_D,
    Clause.S2_2_A,
    Clause.S2_3_C,
    Clause.S2_3_D,
    Clause.S2_3_E,
    Clause.S1_7_W,
    Clause.S5_B,
    Clause.S11_1_A
})
class TwelveHoldersTest extends OfferingOverHttp {

    private static final List<String> BY_HAND = List.of("H-6", "H-12", "H-20");
    private static final List<String> BY_FAX = List.of("H-2", "H-3", "H-5", "H-7", "H-9", "H-21");
    private static final List<String> BY_MAIL = List.of("H-1", "H-4", "H-22");

    TwelveHoldersTest() {
        super("OFF-2002-12");
    }

    @Test
    void fromTheDeterminationToTheSecondClosing() throws Exception {
        becomeTwelve();
        sendNotices();
        answerAll();
        limitUnderWhichParityFails();
        limitUnderWhichItHolds();
        signAllButOne();
        register();
        close();
        settle();
    }

    private void becomeTwelve() throws Exception {
        String header =
                "holderId,name,personType,role,holderJoinderDeliveredOn,preferredMethod,street,city,state,zip,fax,"
                        + "addressDocument,addressValidFrom,lot,parentLot,shares,source,heldFrom,heldUntil,issuedOn,escrowFrom,"
                        + "escrowReleasedOn,lockupFrom,lockupEndsOn,soldOn,joinderDeliveredOn,effectiveOn,"
                        + "disposedUnderStatementOn,rule144DistributedOn,rule144AllSaleableOn,transferredOn,newCertificatesOn,"
                        + "freelyTradableOn,ceasedOutstandingOn,compliesWithLaw,toCompetitor";
        String rows = Stream.of("20,30000", "21,20000", "22,10000")
                .map(holder -> holder.split(","))
                .map(holder -> "H-" + holder[0] + ",Holder " + holder[0]
                        + ",INDIVIDUAL,OTT_SHAREHOLDER,,MAIL,1 Main Street,Ventura,California,93001,,Release,2001-06-22,L-"
                        + holder[0] + ",," + holder[1] + ",MERGER,,,2001-06-22" + ",".repeat(16))
                .collect(Collectors.joining("\n"));
        assertThat(as("corporate-secretary")
                        .post("/api/holders", header + "\n" + rows + "\n", "Content-Type", "text/csv")
                        .statusCode())
                .isBetween(200, 299);
        read(as("corporate-secretary").post("/api/offerings", """
                {"receiptId": "O-1", "offeringId": "OFF-2002-12", "offeringName": "Twelve", "offeringKind": "PUBLIC_OFFERING",
                 "underwritten": true, "managingUnderwriter": "Example Securities", "companyShares": 2000000}
                """));
        await(view -> view.path("elections").size() == 12
                && view.path("elections").findValuesAsText("dispatchId").stream()
                        .noneMatch("null"::equals));
    }

    private void sendNotices() throws Exception {
        move("{\"advance\": \"PT2H\"}");
        for (String holder : BY_HAND) {
            assertThat(deliver("D-" + holder, holder, personal("2002-01-10T10:00:00-08:00"))
                            .path("lastDay")
                            .asText())
                    .isEqualTo("2002-01-22");
        }
        for (String holder : BY_FAX) {
            assertThat(deliver("D-" + holder, holder, fax("2002-01-10T10:31:00-08:00"))
                            .path("lastDay")
                            .asText())
                    .isEqualTo("2002-01-22");
        }
        for (String holder : BY_MAIL) {
            assertThat(deliver(
                                    "D-" + holder,
                                    holder,
                                    "{\"method\": \"MAIL\", \"mailedAt\": \"2002-01-10T10:00:00-08:00\","
                                            + " \"service\": \"REGISTERED\"}")
                            .path("lastDay")
                            .asText())
                    .isEqualTo("2002-01-25");
        }
    }

    /** 1,764,000 shares are asked for as far as they are held, by nine Holders of 2,220,000. */
    private void answerAll() throws Exception {
        move("{\"now\": \"2002-01-14T09:00:00-08:00\"}");
        String at = "2002-01-14T08:30:00-08:00";
        answer("H-1", "\"PART\", \"shares\": 300000", at, true);
        for (String holder : List.of("H-2", "H-3", "H-4", "H-6", "H-20")) {
            answer(holder, "\"ALL\"", at, true);
        }
        answer("H-5", "\"PART\", \"shares\": 50000", at, true);
        answer("H-7", "\"NONE\"", at, true);
        answer("H-9", "\"PART\", \"shares\": 200000", at, true);
        answer("H-22", "\"PART\", \"shares\": 4000", at, true);
        move("{\"now\": \"2002-01-23T09:00:00-08:00\"}");
        answer("H-21", "\"ALL\"", "2002-01-23T08:30:00-08:00", false);
        move("{\"now\": \"2002-01-28T09:00:00-08:00\"}");
        await(view -> view.at("/offering/phase").asText().equals("ALLOCATION"));
    }

    private void limitUnderWhichParityFails() throws Exception {
        limit("80000");

        // 780,000 of a denominator of 2,220,000 + 800,000 + 100,000: a quarter of what each holds
        assertAllocated(Map.of(
                "H-1", 150_000L,
                "H-2", 112_500L,
                "H-3", 112_500L,
                "H-4", 60_000L,
                "H-5", 50_000L,
                "H-6", 22_500L,
                "H-9", 37_500L,
                "H-20", 7_500L,
                "H-22", 2_500L));
        JsonNode allocation = read(as("counsel").get(offering + "/allocation"));
        assertThat(allocation.at("/round/parityHolds").asBoolean()).isFalse();
        assertThat(allocation.at("/sheet/denominator").asLong()).isEqualTo(3_120_000);
        Map<String, Long> proposed = new LinkedHashMap<>();
        allocation
                .at("/sheet/proposal")
                .forEach(line -> proposed.put(
                        line.path("seller").asText(), line.path("proposed").asLong()));
        // 35,301 of 80,000 for the manager, and for each Holder as large a part of its request, rounded up
        assertThat(proposed)
                .containsEntry("M", 35_301L)
                .containsEntry("H-1", 150_000L)
                .containsEntry("H-2", 198_569L)
                .containsEntry("H-4", 105_903L)
                .containsEntry("H-6", 39_714L)
                .containsEntry("H-9", 66_190L)
                .containsEntry("H-20", 13_238L);
        assertThat(read(as("counsel")
                                .get("/engine-rest/task/count?processInstanceBusinessKey=" + id
                                        + "&name=Approve%20allocation"))
                        .path("count")
                        .asInt())
                .isZero();
    }

    private void limitUnderWhichItHolds() throws Exception {
        // a quarter, as the Holders that ask for all they hold
        limit("20000");

        JsonNode allocation = read(as("counsel").get(offering + "/allocation"));
        assertThat(allocation.at("/round/parityHolds").asBoolean()).isTrue();
        assertThat(allocation.at("/round/totalAllocated").asLong()).isEqualTo(555_000);
        assertThat(allocation.at("/round/unallocated").asLong()).isEqualTo(225_000);
        assertThat(allocation.at("/sheet/fullInclusionAt").asLong()).isEqualTo(1_764_000);
        complete("Approve allocation", "counsel", Map.of("allocationApproved", true));
    }

    private void signAllButOne() throws Exception {
        complete(
                "Record signature of Company",
                "corporate-secretary",
                Map.of("signedOn", "2002-01-28", "evidence", "page 1"));
        String signatures = Stream.of("H-1", "H-2", "H-3", "H-5", "H-6", "H-9", "H-20", "H-22")
                .map(holder -> "{\"holderId\": \"" + holder
                        + "\", \"signedOn\": \"2002-01-28\", \"evidence\": \"signature page\"}")
                .collect(Collectors.joining(", "));
        read(as("holder-services")
                .post(offering + "/signatures", "{\"receiptId\": \"S-1\", \"signatures\": [" + signatures + "]}"));
        move("{\"now\": \"2002-02-05T09:00:00-08:00\"}");
        complete(
                "Decide on missing signatures",
                "counsel",
                Map.of(),
                "decisions",
                "[{\"holderId\": \"H-4\", \"decision\": \"EXCLUDE\", \"ground\": \"Its trustee refuses to sign.\"}]");

        // without H-4's 240,000 the denominator is 2,880,000: 13/48 of what each holds, and two thirds of a share lost
        assertAllocated(allocatedInTheEnd());
        JsonNode round = read(as("counsel").get(offering + "/allocation")).path("round");
        assertThat(round.path("carriedOver").asBoolean()).isTrue();
        assertThat(round.path("snapshotOn").asText()).isEqualTo("2002-01-28");
        assertThat(round.path("unallocated").asLong()).isEqualTo(780_000 - 532_083);
        complete("Approve allocation", "counsel", Map.of("allocationApproved", true));
    }

    private static Map<String, Long> allocatedInTheEnd() {
        return Map.of(
                "H-1", 162_500L,
                "H-2", 121_875L,
                "H-3", 121_875L,
                "H-5", 50_000L,
                "H-6", 24_375L,
                "H-9", 40_625L,
                "H-20", 8_125L,
                "H-22", 2_708L);
    }

    private void register() throws Exception {
        String information = Stream.of(
                        "H-1,1000000",
                        "H-2,450000",
                        "H-3,650000",
                        "H-5,200000",
                        "H-6,90000",
                        "H-9,150000",
                        "H-20,30000",
                        "H-22,10000")
                .map(holder -> holder.split(","))
                .map(holder -> "{\"holderId\": \"" + holder[0] + "\", \"name\": \"" + holder[0]
                        + "\", \"sharesOwned\": " + holder[1]
                        + ", \"noRelationship\": true, \"signedOn\": \"2002-02-05\", \"evidence\": \"paper\"}")
                .collect(Collectors.joining(", "));
        read(as("holder-services")
                .post(offering + "/information", "{\"receiptId\": \"I-1\", \"information\": [" + information + "]}"));
        complete("Record filing", "corporate-secretary", Map.of("fileNumber", "333-00012", "filedOn", "2002-02-05"));
        read(as("transfer-agent").post(offering + "/appointments", """
                {"receiptId": "T-1", "transferAgent": "Example Transfer", "registrar": "Example Transfer",
                 "cusip": "037833100"}
                """));
        move("{\"now\": \"2002-02-11T09:00:00-08:00\"}");
        read(as("counsel")
                .post(
                        offering + "/effectiveness",
                        "{\"receiptId\": \"E-1\", \"effectiveAt\": \"2002-02-11T08:00:00-08:00\"}"));
    }

    private void close() throws Exception {
        move("{\"now\": \"2002-02-15T09:00:00-08:00\"}");
        JsonNode firm = closing(
                "C-1",
                "2002-02-15",
                false,
                Map.of(
                        "H-1", 140_000L,
                        "H-2", 105_000L,
                        "H-3", 105_000L,
                        "H-5", 43_000L,
                        "H-6", 21_000L,
                        "H-9", 35_000L,
                        "H-20", 7_000L,
                        "H-22", 2_333L));
        assertThat(firm.path("phase").asText()).isEqualTo("EFFECTIVE");
        move("{\"now\": \"2002-03-08T09:00:00-08:00\"}");
        JsonNode overAllotment = closing(
                "C-2",
                "2002-03-08",
                true,
                Map.of(
                        "H-1", 22_500L,
                        "H-2", 16_875L,
                        "H-3", 16_875L,
                        "H-5", 7_000L,
                        "H-6", 3_375L,
                        "H-9", 5_625L,
                        "H-20", 1_125L,
                        "H-22", 375L));
        assertThat(overAllotment.path("number").asInt()).isEqualTo(2);
        assertThat(overAllotment.path("phase").asText()).isEqualTo("CLOSED");

        assertThat(registrable("H-1", "2002-02-10")).isEqualTo(600_000);
        assertThat(registrable("H-1", "2002-03-01")).isEqualTo(460_000);
        assertThat(registrable("H-1", "2002-03-08")).isEqualTo(437_500);
        assertThat(registrable("H-4", "2002-03-08")).isEqualTo(240_000);
        assertThat(registrable("H-22", "2002-03-08")).isEqualTo(7_292);
    }

    /** 70 cents on each of 2,752,083 shares; counsel of three Holders by 4 : 3 : 3; printing is the Company's. */
    private void settle() throws Exception {
        read(as("finance").post(offering + "/expenses", """
                {"receiptId": "B-1", "moreToCome": false, "expenses": [
                   {"type": "PRINTING", "cents": 12345678},
                   {"type": "HOLDER_COUNSEL", "cents": 1000001, "for": ["H-1", "H-2", "H-3"]},
                   {"type": "UNDERWRITING_DISCOUNT", "cents": 192645810}]}
                """));
        complete("Approve expenses", "counsel", Map.of("expensesApproved", true));
        JsonNode cents = read(as("finance").get(offering)).path("expenseCents");
        Map<String, Long> borne = new LinkedHashMap<>();
        cents.fields()
                .forEachRemaining(one -> borne.put(one.getKey(), one.getValue().asLong()));
        assertThat(borne)
                .containsEntry("COMPANY", 140_000_000L + 12_345_678)
                .containsEntry("H-1", 11_375_000L + 400_001)
                .containsEntry("H-2", 8_531_250L + 300_000)
                .containsEntry("H-3", 8_531_250L + 300_000)
                .containsEntry("H-5", 3_500_000L)
                .containsEntry("H-6", 1_706_250L)
                .containsEntry("H-9", 2_843_750L)
                .containsEntry("H-20", 568_750L)
                .containsEntry("H-22", 189_560L)
                .containsEntry("OTHER_SELLERS", 15_400_000L);
        assertThat(borne.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(12_345_678 + 1_000_001 + 192_645_810);
    }

    private void limit(String includedOfManager) throws Exception {
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
                        "780000"),
                "others",
                """
                [{"id": "Fund A", "class": "SERIES_2A", "entitledHeld": "800000", "requested": "200000",
                  "included": "200000"},
                 {"id": "M", "class": "PIGGYBACK", "entitledHeld": "100000", "requested": "80000", "included": "%s"}]
                """.formatted(includedOfManager));
    }

    private void assertAllocated(Map<String, Long> expected) throws IOException {
        Map<String, Long> allocated = new LinkedHashMap<>();
        read(as("counsel").get(offering + "/allocation"))
                .path("holders")
                .forEach(line -> allocated.put(
                        line.path("holderId").asText(), line.path("allocated").asLong()));
        assertThat(allocated).containsExactlyInAnyOrderEntriesOf(expected);
    }

    private JsonNode closing(String receiptId, String on, boolean last, Map<String, Long> sold) throws IOException {
        String sales = sold.entrySet().stream()
                .map(sale -> "{\"holderId\": \"" + sale.getKey() + "\", \"shares\": " + sale.getValue()
                        + ", \"soldOn\": \"" + on + "\""
                        + (sale.getKey().equals("H-2") ? ", \"lot\": \"L-4.1\"" : "") + "}")
                .collect(Collectors.joining(", "));
        String rest = last ? ", \"companySold\": 0, \"othersSold\": 0" : "";
        return read(as("transfer-agent")
                .post(
                        offering + "/closings",
                        "{\"receiptId\": \"" + receiptId + "\", \"closedOn\": \"" + on + "\", \"final\": " + last + rest
                                + ", \"sales\": [" + sales + "]}"));
    }

    private long registrable(String holder, String asOf) throws IOException {
        return read(as("counsel").get("/api/holders/" + holder + "?asOf=" + asOf))
                .path("registrable")
                .asLong();
    }

    private static String personal(String receivedAt) {
        return "{\"method\": \"PERSONAL\", \"receivedAt\": \"" + receivedAt + "\"}";
    }
}
