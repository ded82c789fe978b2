package org.registrationrights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.process.piggyback.Story.json;

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

/**
 * An indemnified claim and a capped contribution over HTTP, worked by hand; and who may see them. H-1 sold 300,000 shares
 * for $300,000.00, H-4 240,000 for $240,000.00, and the underwriting discount was $54,000.00, 10 cents a share.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=false")
@Import({ModelCoverageConfiguration.class, Story.class})
@Verifies({Clause.S3_1_A, Clause.S3_2_A, Clause.S3_3_A, Clause.S3_3_C})
class ClaimsOverHttpTest extends OfferingOverHttp {

    private static final String CLAIMS = "/api/claims";
    private static final String CLAIM = CLAIMS + "/CLM-2002-1";

    private static final String BY_HOLDER = """
            {"receiptId": "K-1", "claimId": "CLM-2002-1", "offeringId": "OFF-2002-1", "claimantRole": "HOLDER",
             "claimant": "H-1", "indemnitor": "COMPANY", "basis": "UNTRUE_STATEMENT",
             "statements": [{"document": "Prospectus of 23 January", "words": "The backlog is $9 million."}],
             "lossCents": 1000000, "action": "Doe v. VSource", "forum": "Superior Court, Los Angeles",
             "servedOn": "2002-02-01", "notifiedOn": "2002-02-04", "evidence": "complaint"}
            """;

    private static final String BY_COMPANY = """
            {"receiptId": "K-9", "claimId": "CLM-2002-1", "offeringId": "OFF-2002-1", "claimantRole": "COMPANY",
             "indemnitor": "H-1", "basis": "OMISSION", "informationFrom": "H-1",
             "statements": [{"document": "Prospectus of 23 January", "words": "H-1's pledge of its shares"}],
             "lossCents": 40000000, "action": "Roe v. VSource", "servedOn": "2002-02-01", "evidence": "complaint"}
            """;

    @Autowired
    private Story story;

    ClaimsOverHttpTest() {
        super(Story.ID);
    }

    @BeforeEach
    void begin() {
        story.effectiveOffering();
        story.complete(
                "Record closing",
                "transfer-agent",
                Map.of("closedOn", "2002-01-23", "finalClosing", true, "sales", json("""
                [{'holderId': 'H-1', 'shares': '300000', 'soldOn': '2002-01-23', 'grossCents': '30000000'},
                 {'holderId': 'H-4', 'shares': '240000', 'soldOn': '2002-01-23', 'grossCents': '24000000'}]
                """)));
        story.runJobs();
        story.complete("Enter expenses", "finance", Map.of("expenses", json("""
                [{'type': 'UNDERWRITING_DISCOUNT', 'cents': '5400000'}]
                """)));
        story.runJobs();
        story.approveExpenses();
        story.now("2002-02-04T09:00:00-08:00");
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void anIndemnifiedClaim() throws Exception {
        make();
        defend();
        settle();
        pay();
    }

    private void make() throws Exception {
        assertThat(as("holder-services").post(CLAIMS, BY_HOLDER).statusCode()).isEqualTo(403);
        assertThat(as("corporate-secretary").get(CLAIMS).statusCode()).isEqualTo(403);
        refused(
                as("underwriter").post(CLAIMS, BY_HOLDER),
                400,
                "claimantRole: the managing underwriter makes its own claims only");
        refused(
                as("counsel").post(CLAIMS, BY_HOLDER.replace("OFF-2002-1", "OFF-2002-9")),
                404,
                "offeringId: there is no offering OFF-2002-9");
        refused(
                as("counsel")
                        .post(
                                CLAIMS,
                                BY_HOLDER.replace(
                                        "\"document\": \"Prospectus of 23 January\"", "\"statementId\": \"ST-3\"")),
                404,
                "statements[0].statementId: nobody has complained of a statement ST-3 in OFF-2002-1");
        refused(
                as("counsel").post(CLAIMS, BY_HOLDER.replace("1000000", "0")),
                400,
                "lossCents: must be above zero (Section 3.1)");
        assertThat(read(as("counsel").get(CLAIMS))).isEmpty();

        assertThat(as("counsel").post(CLAIMS, BY_HOLDER).statusCode()).isEqualTo(201);
        assertThat(read(as("counsel").post(CLAIMS, BY_HOLDER)).path("state").asText())
                .isEqualTo("MADE");
        refused(
                as("counsel").post(CLAIMS, BY_HOLDER.replace("K-1", "K-2").replace("CLM-2002-1", "CLM-2002-2")),
                409,
                "action: H-1 has made a claim for the same loss already, CLM-2002-1 (Section 3.1)");
        assertThat(as("counsel").get("/api/documents/CLM-2002-1:H-1:notice").statusCode())
                .isEqualTo(200);

        // the underwriter sees its own, and nobody else any
        assertThat(read(as("underwriter").get(CLAIMS))).isEmpty();
        assertThat(as("underwriter").get(CLAIM).statusCode()).isEqualTo(403);
        assertThat(as("holder-services").get(CLAIM).statusCode()).isEqualTo(403);
        assertThat(as("admin").get(CLAIM).statusCode()).isEqualTo(403);
        assertThat(as("admin").get(CLAIMS).statusCode()).isEqualTo(403);
        JsonNode instances = read(as("holder-services").get("/engine-rest/process-instance?businessKey=CLM-2002-1"));
        assertThat(instances).isEmpty();
        JsonNode own = read(as("underwriter")
                .post(
                        CLAIMS,
                        BY_HOLDER
                                .replace("K-1", "K-3")
                                .replace("\"claimId\": \"CLM-2002-1\",", "")
                                .replace("\"HOLDER\"", "\"UNDERWRITER\"")
                                .replace("\"claimant\": \"H-1\",", "")));
        assertThat(own.path("claimant").asText()).isEqualTo("Example Securities");
        assertThat(read(as("underwriter").get(CLAIMS))).containsExactly(own);
        // said in the same words, it is the same statement
        assertThat(own.at("/statements/0/id").asText()).isEqualTo("ST-1");
        assertThat(read(as("finance").get(CLAIMS + "?offeringId=OFF-2002-1"))).hasSize(2);
    }

    private void defend() throws Exception {
        completeOf("CLM-2002-1", "Find on claim", "counsel", Map.of("ground", "No breach, nobody's writing"));
        completeOf(
                "CLM-2002-1",
                "Propose counsel",
                "counsel",
                Map.of("counselName", "Oak LLP", "proposedBy", "General Counsel"));
        completeOf(
                "CLM-2002-1",
                "Decide on counsel",
                "counsel",
                Map.of("counselApproved", true, "decidedBy", "Trustee of H-1", "ground", "Experienced"));
        refused(
                as("counsel")
                        .post(
                                CLAIM + "/conflict",
                                "{\"receiptId\": \"K-8\", \"separateCounsel\": \"Fir LLP\", \"ground\": \"Opposed\"}"),
                409,
                "claimId: separate counsel at another's cost is for those on the Company's side, against a Holder");
        String expense = """
                {"receiptId": "K-4", "kind": "DEFENSE", "payee": "Pine LLP", "purpose": "Answer to the complaint",
                 "cents": 125000, "incurredOn": "2002-02-04", "evidence": "invoice 1"}
                """;
        refused(
                as("counsel").post(CLAIM + "/expenses", expense.replace("2002-02-04", "2002-02-05")),
                400,
                "incurredOn: 2002-02-05 is in the future");
        refused(as("counsel").post(CLAIM + "/expenses", expense.replace("125000", "-1")), 400, "cents: -1 is negative");
        assertThat(as("underwriter").post(CLAIM + "/expenses", expense).statusCode())
                .isEqualTo(403);
        read(as("finance").post(CLAIM + "/expenses", expense));
        assertThat(read(as("finance").post(CLAIM + "/expenses", expense))
                        .path("number")
                        .asInt())
                .isEqualTo(1);
        completeOf(
                "CLM-2002-1",
                "Review expense",
                "finance",
                Map.of("allowedCents", "120000", "ground", "One hour too many"));
        completeOf(
                "CLM-2002-1",
                "Reimburse expense",
                "finance",
                Map.of("paidCents", "120000", "paidOn", "2002-02-04", "paper", "wire 1"));
    }

    private void settle() throws Exception {
        String offer = """
                {"receiptId": "K-5", "cents": 600000, "terms": "Dismissal with prejudice", "unconditionalRelease": true,
                 "proposedBy": "Plaintiff", "evidence": "letter"}
                """;
        refused(
                as("counsel").post(CLAIM + "/settlements", offer.replace("\"unconditionalRelease\": true,", "")),
                400,
                "unconditionalRelease: is required (Section 3.1)");
        read(as("counsel").post(CLAIM + "/settlements", offer));
        completeOf(
                "CLM-2002-1",
                "Decide on settlement",
                "counsel",
                Map.of("settlementConsented", true, "decidedBy", "The board", "ground", "Below the likely judgment"));
        completeOf(
                "CLM-2002-1",
                "Record settlement",
                "counsel",
                Map.of(
                        "settlementMade",
                        true,
                        "madeByIndemnitor",
                        true,
                        "settledOn",
                        "2002-02-04",
                        "paper",
                        "agreement"));
    }

    private void pay() throws Exception {
        assertThat(read(as("finance").get(CLAIM)).path("dueCents").asInt()).isEqualTo(600_000);
        completeOf(
                "CLM-2002-1",
                "Pay claim",
                "finance",
                Map.of("paidCents", "600000", "paidOn", "2002-02-04", "paper", "wire 2"));
        JsonNode claim = read(as("finance").get(CLAIM));
        assertThat(claim.at("/claim/state").asText()).isEqualTo("PAID");
        assertThat(claim.at("/payment/cents").asInt()).isEqualTo(600_000);
        assertThat(claim.at("/expenses/0/allowedCents").asInt()).isEqualTo(120_000);
        assertThat(claim.at("/settlements/0/consent/person").asText()).isEqualTo("The board");
    }

    /** 80 of 100 parts of $400,000.00 are $320,000.00; H-1's net proceeds of $270,000.00 cap them. */
    @Test
    void aCappedContribution() throws Exception {
        read(as("counsel").post(CLAIMS, BY_COMPANY));
        completeOf(
                "CLM-2002-1",
                "Find on claim",
                "counsel",
                Map.of("madeInReliance", true, "infoInWritingForUse", true, "ground", "Its questionnaire, page 3"));
        assertThat(read(as("counsel")
                                .post(
                                        CLAIM + "/conflict",
                                        "{\"receiptId\": \"K-7\", \"separateCounsel\": \"Fir LLP\", \"ground\": \"Opposed\"}"))
                        .at("/claim/conflict/separateCounsel")
                        .asText())
                .isEqualTo("Fir LLP");
        String holding = """
                {"receiptId": "K-6", "holding": "UNAVAILABLE", "court": "Superior Court, Los Angeles",
                 "heldOn": "2002-02-04", "paper": "order", "ground": "Public policy"}
                """;
        assertThat(as("finance").post(CLAIM + "/holding", holding).statusCode()).isEqualTo(403);
        refused(
                as("counsel").post(CLAIM + "/holding", holding.replace("02-04", "01-31")),
                400,
                "heldOn: 2002-01-31 is before the service of the action, 2002-02-01");
        read(as("counsel").post(CLAIM + "/holding", holding));

        completeOf(
                "CLM-2002-1",
                "Weigh fault",
                "counsel",
                Map.of("claimantFault", "20", "claimantFactors", "It could have asked", "author", "Panel of counsel"),
                "contributors",
                "[{\"party\": \"H-1\", \"fault\": \"80\", \"factors\": \"Its own information, which it knew to be wrong\"}]");
        JsonNode contribution = read(as("finance").get(CLAIM)).path("contribution");
        assertThat(contribution.path("status").asText()).isEqualTo("COMPUTED");
        assertThat(contribution.at("/lines/0/rawCents").asInt()).isEqualTo(32_000_000);
        assertThat(contribution.at("/lines/0/contributionCents").asInt()).isEqualTo(27_000_000);
        assertThat(contribution.at("/lines/0/note").asText()).isEqualTo("CAPPED");
        assertThat(contribution.path("claimantBearsCents").asInt()).isEqualTo(13_000_000);
        JsonNode rivals = read(as("finance").get(CLAIM)).path("rivalReadings");
        assertThat(rivals.get(0).path("reading").asText()).isEqualTo("capBase=GROSS");
        assertThat(rivals.get(0).at("/contributionCents/H-1").asInt()).isEqualTo(30_000_000);

        assertThat(as("counsel")
                        .get("/api/documents/CLM-2002-1:H-1:contribution")
                        .statusCode())
                .isEqualTo(200);
        completeOf(
                "CLM-2002-1",
                "Record contributions",
                "finance",
                Map.of(),
                "payments",
                "[{\"party\": \"H-1\", \"paidCents\": 27000000, \"paidOn\": \"2002-02-04\", \"paper\": \"wire\"}]");
        assertThat(read(as("finance").get(CLAIM)).at("/claim/state").asText()).isEqualTo("CONTRIBUTED");
    }

    @Test
    void aClaimByTheEnginesOwnStart() throws Exception {
        String start = "/engine-rest/process-definition/key/indemnification-claim/start";
        String body = """
                {"businessKey": "CLM-2002-4", "variables": {
                   "offeringId": {"value": "OFF-2002-1"}, "claimantRole": {"value": "HOLDER"},
                   "claimant": {"value": "H-4"}, "indemnitor": {"value": "COMPANY"},
                   "basis": {"value": "VIOLATION_OF_LAW"}, "violation": {"value": "Rule 10b-5"},
                   "lossCents": {"value": "5000"}, "action": {"value": "Doe v. VSource"},
                   "servedOn": {"value": "2002-02-01"}, "evidence": {"value": "complaint"}}}
                """;
        assertThat(as("transfer-agent").post(start, body).statusCode()).isEqualTo(403);
        refused(as("counsel").post(start, body.replace("5000", "-1")), 400, "lossCents: -1 is negative");
        read(as("counsel").post(start, body));
        assertThat(read(as("counsel").get(CLAIMS + "/CLM-2002-4"))
                        .at("/claim/basis")
                        .asText())
                .isEqualTo("VIOLATION_OF_LAW");
    }
}
