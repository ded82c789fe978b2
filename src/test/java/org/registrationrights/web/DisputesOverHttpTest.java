package org.registrationrights.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.process.ModelCoverageConfiguration;
import org.registrationrights.process.piggyback.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** A dispute over HTTP from the demand to an award with costs, worked by hand; and who may see it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=false")
@Import({ModelCoverageConfiguration.class, Story.class})
@Verifies({Clause.S11_4_A, Clause.S11_5_A, Clause.S11_5_B, Clause.S11_6_A})
class DisputesOverHttpTest extends OfferingOverHttp {

    private static final String DISPUTES = "/api/disputes";
    private static final String DISPUTE = DISPUTES + "/DSP-2002-7";

    private static final String DEMAND = """
            {"receiptId": "G-1", "disputeId": "DSP-2002-7", "offeringId": "OFF-2002-1",
             "subject": "How many shares are to be included", "relief": "Inclusion of 300,000 shares",
             "demandedOn": "2002-01-09", "evidence": "demand of 9 January", "parties": [
               {"party": "H-1", "side": "CLAIMANT"}, {"party": "COMPANY", "side": "RESPONDENT"},
               {"party": "UNDERWRITER", "side": "RESPONDENT", "submission": "letter of 9 January"}]}
            """;

    @Autowired
    private Story story;

    DisputesOverHttpTest() {
        super(Story.ID);
    }

    @BeforeEach
    void begin() {
        story.begin();
        story.start(Story.offering());
        story.runJobs();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void fromTheDemandToAnAwardWithCosts() throws Exception {
        demand();
        file();
        award();
        find();
        costs();
        enforce();
    }

    private void demand() throws Exception {
        refused(
                as("counsel").post(DISPUTES, DEMAND.replace("CLAIMANT", "RESPONDENT")),
                400,
                "parties: has no CLAIMANT (Section 11.5)");
        refused(
                as("counsel").post(DISPUTES, DEMAND.replace(", \"submission\": \"letter of 9 January\"", "")),
                400,
                "parties[2].submission: is required (Section 11.5)");
        refused(
                as("counsel").post(DISPUTES, DEMAND.replace("OFF-2002-1", "OFF-2002-99")),
                404,
                "offeringId: there is no offering OFF-2002-99");
        assertThat(as("finance").post(DISPUTES, DEMAND).statusCode()).isEqualTo(403);
        assertThat(read(as("counsel").get(DISPUTES))).isEmpty();

        JsonNode demanded = read(as("counsel").post(DISPUTES, DEMAND));
        assertThat(demanded.at("/dispute/awaits").asText()).isEqualTo("FILING");
        assertThat(demanded.at("/dispute/parties/2/name").asText()).isEqualTo("Example Securities");
        assertThat(read(as("counsel").post(DISPUTES, DEMAND))).isEqualTo(demanded);
        refused(
                as("counsel").post(DISPUTES, DEMAND.replace("G-1", "G-2")),
                409,
                "businessKey: DSP-2002-7 is already the id of another dispute");
    }

    private void file() throws Exception {
        String filing = """
                {"receiptId": "G-3", "jamsNumber": "1220012345", "filedOn": "2002-01-10", "seat": "Los Angeles, California"}
                """;
        refused(
                as("counsel").post(DISPUTE + "/filing", filing.replace("Los Angeles", "Sacramento")),
                400,
                "seat: 'Sacramento, California' is not Los Angeles, where alone a dispute is conducted (Section 11.4)");
        refused(
                as("counsel").post(DISPUTE + "/filing", filing.replace("2002-01-10", "2002-01-08")),
                400,
                "filedOn: 2002-01-08 is before the demand, 2002-01-09 (Section 11.5)");
        JsonNode filed = read(as("counsel").post(DISPUTE + "/filing", filing));
        assertThat(filed.at("/dispute/filing/seat").asText()).isEqualTo("Los Angeles");
        assertThat(filed.at("/dispute/awaits").asText()).isEqualTo("OUTCOME");
    }

    private void award() throws Exception {
        story.now("2002-06-14T09:00:00-07:00");
        String award = """
                {"receiptId": "G-4", "outcome": "AWARD", "endedOn": "2002-06-14", "arbitrator": "Hon. Ruth Amsel (ret.)",
                 "terms": "300,000 shares were to be included", "paper": "award of 14 June"}
                """;
        refused(
                as("counsel")
                        .post(
                                DISPUTE + "/outcome",
                                award.replace("\"terms\"", "\"awardFinding\": \"INDEMNITY_AVAILABLE\", \"terms\"")),
                400,
                "awardFinding: belongs to a dispute about a claim (Section 3.3)");
        refused(
                as("counsel").post(DISPUTE + "/outcome", award.replace("AWARD", "SETTLED")),
                400,
                "arbitrator: belongs to an award only (Section 11.5)");
        read(as("counsel").post(DISPUTE + "/outcome", award));
    }

    private void find() throws Exception {
        String finding = """
                {"receiptId": "G-5", "prevailing": ["H-1"], "ground": "It was granted all that it asked for"}
                """;
        refused(
                as("counsel").post(DISPUTE + "/finding", finding.replace("H-1", "H-2")),
                400,
                "prevailing[0]: 'H-2' is no party to the dispute (Section 11.6)");
        refused(
                as("counsel").post(DISPUTE + "/finding", finding.replace("It was granted all that it asked for", " ")),
                400,
                "ground: is required (Section 11.6)");
        JsonNode found = read(as("counsel").post(DISPUTE + "/finding", finding));
        assertThat(found.at("/dispute/finding/foundBy").asText()).isEqualTo("counsel");
        assertThat(found.at("/dispute/finding/foundAt").asText()).startsWith("2002-06-14T16:00");
    }

    /**
     * H-1 recovers 10,000.00 of 12,345.67 for attorneys, 2,500.00 for accounting, 999.99 for experts and 1,500.00 that it
     * paid to JAMS: 14,999.99. With 3,000.00 that JAMS is owed that makes 17,999.99 for two losers.
     */
    private void costs() throws Exception {
        String bills = """
                {"receiptId": "G-6", "moreToCome": false, "bills": [
                   {"party": "H-1", "type": "ATTORNEYS", "cents": 1234567, "reasonableCents": 1000000,
                    "reasonableGround": "Two partners at one hearing", "evidence": "bill 1"},
                   {"party": "H-1", "type": "ACCOUNTING", "cents": 250000, "evidence": "bill 2"},
                   {"party": "H-1", "type": "EXPERTS", "cents": 99999, "evidence": "bill 3"},
                   {"party": "H-1", "type": "FORUM_FEES", "cents": 150000, "evidence": "bill 4"},
                   {"party": "COMPANY", "type": "ATTORNEYS", "cents": 2000000, "evidence": "bill 5"},
                   {"party": "JAMS", "type": "FORUM_FEES", "cents": 300000, "unpaid": true, "evidence": "bill 6"}]}
                """;
        refused(
                as("finance").post(DISPUTE + "/costs", bills.replace("250000", "-1")),
                400,
                "bills[1].cents: -1 is negative");
        refused(
                as("finance").post(DISPUTE + "/costs", bills.replace("\"reasonableGround\"", "\"evidence2\"")),
                400,
                "bills[0].evidence2: is not a field known here");
        refused(
                as("finance")
                        .post(
                                DISPUTE + "/costs",
                                bills.replace("\"JAMS\", \"type\": \"FORUM_FEES\"", "\"JAMS\", \"type\": \"EXPERTS\"")),
                400,
                "bills[5].unpaid: belongs to forum fees only (Section 11.5)");
        assertThat(as("underwriter").post(DISPUTE + "/costs", bills).statusCode())
                .isEqualTo(403);
        JsonNode entered = read(as("finance").post(DISPUTE + "/costs", bills));
        assertThat(entered.at("/costs/0/approved").asBoolean()).isFalse();
        completeOf("DSP-2002-7", "Approve costs", "counsel", Map.of("costsApproved", true));

        JsonNode sheet = read(as("finance").get(DISPUTE)).at("/costs/0");
        assertThat(sheet.path("awardCents").asLong()).isEqualTo(1_499_999);
        assertThat(sheet.path("forumFeesUnpaidCents").asLong()).isEqualTo(300_000);
        assertThat(sheet.path("disallowedCents").asLong()).isEqualTo(234_567);
        assertThat(sheet.path("shares").toString()).isEqualTo("{\"COMPANY\":900000,\"UNDERWRITER\":899999}");
        assertThat(sheet.path("approved").asBoolean()).isTrue();
        assertThat(sheet.path("decidedBy").asText()).isEqualTo("counsel");
        assertThat(read(as("counsel").get("/engine-rest/process-instance?businessKey=DSP-2002-7")))
                .isEmpty();
    }

    /** 500.01 for the action to enforce it, by the award's own words the underwriter's alone. */
    private void enforce() throws Exception {
        String bills = """
                {"receiptId": "G-7", "moreToCome": false,
                 "bills": [{"party": "H-1", "type": "ATTORNEYS", "cents": 50001, "evidence": "bill 7"}],
                 "split": [{"party": "UNDERWRITER", "cents": 50001}], "splitGround": "Paragraph 12 of the award"}
                """;
        refused(
                as("finance").post(DISPUTE + "/costs", bills.replace("\"cents\": 50001}]", "\"cents\": 50000}]")),
                400,
                "split: adds up to 50000 cents, and award and unpaid forum fees to 50001 (Section 11.5)");
        read(as("finance").post(DISPUTE + "/costs", bills));
        completeOf("DSP-2002-7", "Approve costs", "counsel", Map.of("costsApproved", true));
        JsonNode dispute = read(as("counsel").get(DISPUTE));
        assertThat(dispute.at("/costs/1/shares").toString()).isEqualTo("{\"UNDERWRITER\":50001}");
        assertThat(dispute.at("/bills/6/sheet").asInt()).isEqualTo(2);
    }

    @Test
    void counselAndFinanceSeeDisputesAndTheUnderwriterItsOwn() throws Exception {
        read(as("counsel").post(DISPUTES, DEMAND));
        read(as("counsel").post(DISPUTES, """
                {"receiptId": "G-8", "disputeId": "DSP-2002-8", "subject": "A transfer of rights", "relief": "None passed",
                 "evidence": "letter", "parties": [
                   {"party": "COMPANY", "side": "CLAIMANT"}, {"party": "H-4", "side": "RESPONDENT"}]}
                """));

        assertThat(read(as("finance").get(DISPUTES)).findValuesAsText("id")).contains("DSP-2002-7", "DSP-2002-8");
        assertThat(read(as("underwriter").get(DISPUTES))).hasSize(1);
        read(as("underwriter").get(DISPUTE));
        refused(as("underwriter").get(DISPUTES + "/DSP-2002-8"), 404, "disputeId: there is no dispute DSP-2002-8");
        for (String stranger : new String[] {"corporate-secretary", "holder-services", "transfer-agent"}) {
            assertThat(as(stranger).get(DISPUTES).statusCode()).as(stranger).isEqualTo(403);
            assertThat(as(stranger).get(DISPUTE).statusCode()).as(stranger).isEqualTo(403);
            assertThat(as(stranger).get("/api/matters/DSP-2002-8/case-file").statusCode())
                    .as(stranger)
                    .isEqualTo(403);
            assertThat(read(as(stranger).get("/engine-rest/process-instance?businessKey=DSP-2002-8")))
                    .as(stranger)
                    .isEmpty();
        }
        assertThat(read(as("finance").get("/engine-rest/process-instance?businessKey=DSP-2002-8")))
                .hasSize(1);
        assertThat(read(as("finance").get("/api/matters/DSP-2002-8/case-file")).findValuesAsText("event"))
                .contains("Arbitration demanded", "Demand for arbitration drawn up");
        assertThat(read(as("holder-services").get("/api/holders/H-4/case-file")).findValuesAsText("matterId"))
                .doesNotContain("DSP-2002-8");
        var letter = as("counsel").get("/api/documents/DSP-2002-8:H-4:demand");
        assertThat(letter.statusCode()).as(letter.body()).isEqualTo(200);
        // it is posted by counsel, who knows of it
        String delivered = """
                {"receiptId": "G-9", "delivery": {"method": "MAIL", "mailedAt": "2002-01-10T09:00:00-08:00",
                                                  "service": "CERTIFIED"}}
                """;
        for (String stranger : new String[] {"corporate-secretary", "holder-services", "underwriter"}) {
            assertThat(as(stranger).get("/api/documents/DSP-2002-8:H-4:demand").statusCode())
                    .as(stranger)
                    .isEqualTo(403);
            assertThat(as(stranger)
                            .post("/api/documents/DSP-2002-8:H-4:demand/deliveries", delivered)
                            .statusCode())
                    .as(stranger)
                    .isEqualTo(403);
        }
        // by certified mail on Thursday, deemed received on Tuesday
        assertThat(read(as("counsel").post("/api/documents/DSP-2002-8:H-4:demand/deliveries", delivered))
                        .path("receivedAt")
                        .asText())
                .isEqualTo("2002-01-15T08:00:00Z");
        assertThat(read(as("holder-services").get("/api/holders/H-4/case-file")).findValuesAsText("matterId"))
                .doesNotContain("DSP-2002-8");
        // an engine's own start needs the right too
        assertThat(as("finance")
                        .post("/engine-rest/process-definition/key/dispute-arbitration/start", "{}")
                        .statusCode())
                .isEqualTo(403);
    }
}
