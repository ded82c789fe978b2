package org.registrationrights.process.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.registrationrights.process.claim.ClaimStory.ID;
import static org.registrationrights.process.claim.ClaimStory.byCompany;
import static org.registrationrights.process.claim.ClaimStory.byHolder;
import static org.registrationrights.process.piggyback.Story.instant;
import static org.registrationrights.process.piggyback.Story.json;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.indemnity.Claim.State;
import org.registrationrights.indemnity.ClaimExpense.Kind;
import org.registrationrights.indemnity.Contribution;
import org.registrationrights.indemnity.Contribution.Note;
import org.registrationrights.indemnity.ContributionClaim.Finder;
import org.registrationrights.indemnity.ContributionRivals.Rival;
import org.registrationrights.indemnity.FaultSheet;
import org.registrationrights.notice.DispatchRepository;
import org.registrationrights.offering.SaleRepository;
import org.registrationrights.offering.SaleRepository.Sale;
import org.registrationrights.process.piggyback.Closings;
import org.registrationrights.process.piggyback.ProcessTest;
import org.registrationrights.process.piggyback.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * H-1 sold 300,000 shares for $300,000.00 and H-4 240,000 for $240,000.00. The discount of $54,000.00 is 10 % of it: net
 * of it H-1 has $270,000.00, and H-4 $216,000.00.
 */
@ProcessTest
@Verifies({Clause.S3_3_A, Clause.S3_3_B, Clause.S3_3_C, Clause.S3_3_D})
class ClaimContributionTest {

    private static final String NO_FRAUD = "[{'party': '', 'statementId': '', 'paper': ''}]";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Story story;

    @Autowired
    private Contributions contributions;

    @Autowired
    private Closings closings;

    @Autowired
    private SaleRepository sales;

    @Autowired
    private DispatchRepository letters;

    private ClaimStory claim;

    @BeforeEach
    void begin() {
        claim = ClaimStory.of(context);
        claim.begin();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void aHolderContributesUpToItsProceeds() {
        closed();
        unavailable(ID, byCompany());
        assertThat(story.task("Weigh fault", ID).getDueDate())
                .isEqualTo(Date.from(instant("2002-02-14T23:59:59-08:00")));
        weigh("40000000", "20", "[{'party': 'H-1', 'fault': '80', 'factors': 'Its own questionnaire'}]", NO_FRAUD);

        // 80 % of $400,000.00 is $320,000.00
        FaultSheet.Line line = sheet().lines().get(0);
        assertThat(line.rawCents()).isEqualTo(32_000_000);
        assertThat(line.contributionCents()).isEqualTo(27_000_000);
        assertThat(line.note()).isEqualTo(Note.CAPPED);
        assertThat(sheet().claimantBearsCents()).isEqualTo(13_000_000);
        assertThat(sheet().heldBy()).isEqualTo(Finder.COURT);
        Map<String, BigInteger> bears = new HashMap<>();
        for (Rival rival : contributions.rivals(claim.row())) {
            bears.put(rival.reading(), rival.claimantBearsCents());
        }
        assertThat(bears)
                .containsEntry("capBase=GROSS", BigInteger.valueOf(10_000_000))
                .containsEntry("capExcess=OTHER_CONTRIBUTORS", BigInteger.valueOf(13_000_000))
                .containsEntry("unavailabilityFinder=COURT_ONLY", BigInteger.valueOf(13_000_000))
                .containsEntry("faultScale=ABSOLUTE", null);
        assertThat(letters.find("CLM-2002-1:H-1:contribution")).isPresent();

        assertThat(story.task("Record contributions", ID).getDueDate())
                .isEqualTo(Date.from(instant("2002-03-06T23:59:59-08:00")));
        refused(() -> pay("26999999"), "payments[0].paidCents: 26999999 is not the 27000000 that is due (Section 3.3)");
        pay("27000000");
        assertThat(claim.ended()).isTrue();
        assertThat(claim.ends()).containsExactly("EndEvent_ContributionSettled");
        assertThat(claim.row().state()).isEqualTo(State.CONTRIBUTED);
        assertThat(claim.events())
                .containsSubsequence(
                        "No indemnity owed",
                        "Holding of a court recorded",
                        "Relative fault weighed",
                        "Contribution computed",
                        "Demand under an indemnity drawn up",
                        "Contributions paid");
    }

    /** K11: per registration, not per claim. */
    @Test
    void theCapIsUsedUpOverAllClaimsOfARegistration() {
        closed();
        unavailable(ID, byCompany());
        weigh("10000000", "0", "[{'party': 'H-1', 'fault': '1', 'factors': 'Its own questionnaire'}]", NO_FRAUD);
        assertThat(sheet().lines().get(0).contributionCents()).isEqualTo(10_000_000);
        pay("10000000");

        Map<String, Object> second = byCompany();
        second.put("action", "Roe v. VSource");
        unavailable("CLM-2002-2", second);
        weigh(
                "CLM-2002-2",
                "20000000",
                "0",
                "[{'party': 'H-1', 'fault': '1', 'factors': 'Its own questionnaire'}]",
                NO_FRAUD);
        FaultSheet sheet = contributions.sheet("CLM-2002-2");
        assertThat(sheet.lines().get(0).proceeds().capUsedCents()).isEqualTo(10_000_000);
        assertThat(sheet.lines().get(0).contributionCents()).isEqualTo(17_000_000);
        assertThat(sheet.claimantBearsCents()).isEqualTo(3_000_000);
    }

    /** The claimant guilty of a statement takes nothing from H-4, who is not, and its part from the Company, which is. */
    @Test
    void oneGuiltyOfFraudTakesNothingFromOneWhoIsNot() {
        closed();
        unavailable(ID, byHolder());
        unavailable("CLM-2002-2", byHolderAgainst("H-4"));
        String weights = """
                [{'party': 'COMPANY', 'fault': '6/10', 'factors': 'It wrote the prospectus'},
                 {'party': 'H-4', 'fault': '3/10', 'factors': 'It knew'}]
                """;
        refused(
                () -> weigh("10001", "1/10", weights, "[{'party': 'CLAIMANT', 'statementId': 'ST-7', 'paper': 'x'}]"),
                "frauds[0].statementId: nobody has complained of a statement ST-7 in OFF-2002-1; give its document and"
                        + " words");
        refused(
                () -> weigh("10001", "1/10", weights, "[{'party': 'H-3', 'statementId': 'ST-1', 'paper': 'x'}]"),
                "frauds[0].party: H-3 is neither the claimant nor a contributor");
        weigh("10001", "1/10", weights, """
                [{'party': 'CLAIMANT', 'statementId': 'ST-1', 'paper': 'verdict'},
                 {'party': 'COMPANY', 'statementId': 'ST-1', 'paper': 'verdict'}]
                """);
        // 6000.6, 3000.3 and 1000.1: the odd cent falls on the largest remainder
        assertThat(sheet().lines()).extracting(FaultSheet.Line::rawCents).containsExactly(whole(6001), whole(3000));
        assertThat(sheet().lines())
                .extracting(FaultSheet.Line::contributionCents)
                .containsExactly(whole(6001), whole(0));
        assertThat(sheet().lines().get(1).note()).isEqualTo(Note.BARRED_11F);
        assertThat(sheet().claimantBearsCents()).isEqualTo(4000);
    }

    /** 3.3 puts contribution in the place of an indemnity: who was never asked for one owes none. */
    @Test
    void nobodyContributesWhoseIndemnityIsNotHeldUnavailable() {
        closed();
        unavailable(ID, byHolder());
        String weights = """
                [{'party': 'COMPANY', 'fault': '1', 'factors': 'It wrote the prospectus'},
                 {'party': 'H-4', 'fault': '1', 'factors': 'It knew'}]
                """;
        String sentence = "contributors: no indemnity of H-4 for the loss of H-1 is held unavailable, without"
                + " which it owes no contribution (Section 3.3)";
        refused(() -> weigh("100", "0", weights, NO_FRAUD), sentence);
        claim.make("CLM-2002-2", "counsel", byHolderAgainst("H-4"));
        refused(() -> weigh("100", "0", weights, NO_FRAUD), sentence);
        assertThat(contributions.latest(ID)).isEmpty();
    }

    /** A violation of law rests on no statement. */
    @Test
    void whoeverIsGuiltyInAViolationOfLawTakesNothingFromOneWhoIsNot() {
        Map<String, Object> violation = byHolder();
        violation.put("basis", "VIOLATION_OF_LAW");
        violation.remove("statements");
        violation.put("violation", "Rule 10b-5");
        unavailable(ID, violation);
        String weights = "[{'party': 'COMPANY', 'fault': '1', 'factors': 'It wrote the prospectus'}]";
        refused(
                () -> weigh(
                        "100", "1", weights, "[{'party': 'CLAIMANT', 'words': 'All is well.', 'paper': 'verdict'}]"),
                "frauds[0].document: is required");
        weigh("100", "1", weights, """
                [{'party': 'CLAIMANT', 'document': 'Prospectus', 'words': 'All is well.', 'paper': 'verdict'}]
                """);
        assertThat(sheet().frauds()).extracting(FaultSheet.Fraud::statementId).containsExactly("ST-1");
        assertThat(sheet().lines().get(0).note()).isEqualTo(Note.BARRED_11F);
        assertThat(sheet().claimantBearsCents()).isEqualTo(100);
    }

    @Test
    void withoutFaultAPersonWeighsAgain() {
        unavailable(ID, byHolder());
        weigh("100", "0", "[{'party': 'COMPANY', 'fault': '0', 'factors': 'None found'}]", NO_FRAUD);
        assertThat(sheet().status()).isEqualTo(Contribution.Status.FAULT_UNDETERMINED);
        assertThat((String) story.variable(story.task("Weigh fault", ID).getId(), "lastStatus"))
                .startsWith("The last sheet was not computed: nobody was at fault in it");
        weigh("100", "1", "[{'party': 'COMPANY', 'fault': '0', 'factors': 'None found'}]", NO_FRAUD);
        assertThat(sheet().claimantBearsCents()).isEqualTo(100);
        assertThat(story.task("Record contributions", ID)).isNull();
        assertThat(claim.row().state()).isEqualTo(State.CONTRIBUTED);
    }

    @Test
    void proceedsComeFromTheClosingAndTheDiscountFromTheSettlement() {
        story.complete(
                "Record closing",
                "transfer-agent",
                Map.of("closedOn", "2002-01-23", "finalClosing", true, "sales", json("""
                [{'holderId': 'H-1', 'shares': '300000', 'soldOn': '2002-01-23'}]
                """)));
        story.runJobs();
        unavailable(ID, byCompany());
        String weights = "[{'party': 'H-1', 'fault': '1', 'factors': 'Its own'}]";
        refused(
                () -> weigh("100", "0", weights, NO_FRAUD),
                "contributors[0].party: no closing of OFF-2002-1 says what the shares of H-1 were sold for; report the"
                        + " proceeds first (Section 3.3)");
        Sale sold = new Sale("H-1", null, whole(300_000), LocalDate.parse("2002-01-23"), whole(30_000_000));
        refused(
                () -> closings.addProceeds(Story.ID, List.of(new Sale("H-1", null, whole(7), sold.soldOn(), whole(1)))),
                "proceeds[0].holderId: H-1 has not just one sale of 7 shares on 2002-01-23 whose proceeds are missing");
        closings.addProceeds(Story.ID, List.of(sold));
        refused(
                () -> weigh("100", "0", weights, NO_FRAUD),
                "contributors[0].party: no approved settlement of OFF-2002-1 says what underwriting discount H-1 bore");
        refused(
                () -> weigh("100", "0", "[{'party': 'COMPANY', 'fault': '1', 'factors': 'x'}]", NO_FRAUD),
                "contributors[0].party: COMPANY is the claimant, whose weight stands apart (Section 3.3)");
        refused(
                () -> weigh("100", "0", "[{'party': 'H-9', 'fault': '1', 'factors': 'x'}]", NO_FRAUD),
                "contributors[0].party: H-9 is neither the Company nor a Holder whose shares were registered in OFF-2002-1");
        refused(
                () -> weigh("100", "much", weights.replace("H-1", "H-4"), NO_FRAUD),
                "contributors: does not name the indemnifying party, H-1 (Section 3.3)");
        assertThat(contributions.latest(ID)).isEmpty();
    }

    /** Two sales of one size on one day are told apart by their lots. */
    @Test
    void proceedsAreReportedByLot() {
        LocalDate day = LocalDate.parse("2002-01-23");
        story.complete(
                "Record closing",
                "transfer-agent",
                Map.of("closedOn", "2002-01-23", "finalClosing", false, "sales", json("""
                [{'holderId': 'H-4', 'shares': '1', 'soldOn': '2002-01-23'}]
                """)));
        sales.report(
                Story.ID,
                1,
                List.of(new Sale("H-1", "L-1", whole(100), day, null), new Sale("H-1", "L-2", whole(100), day, null)));
        refused(
                () -> closings.addProceeds(Story.ID, List.of(new Sale("H-1", null, whole(100), day, whole(5)))),
                "proceeds[0].holderId: H-1 has not just one sale of 100 shares on 2002-01-23 whose proceeds are missing");
        closings.addProceeds(
                Story.ID,
                List.of(
                        new Sale("H-1", "L-2", whole(100), day, whole(7)),
                        new Sale("H-1", "L-1", whole(100), day, whole(5))));
        assertThat(sales.ofOffering(Story.ID)).extracting(Sale::grossCents).containsExactly(null, whole(5), whole(7));
        refused(
                () -> closings.addProceeds(Story.ID, List.of(new Sale("H-1", "L-2", whole(100), day, whole(5)))),
                "proceeds[0].holderId: H-1 has not just one sale of 100 shares of L-2 on 2002-01-23 whose proceeds are"
                        + " missing");
    }

    /** The cap would be too low for good. */
    @Test
    void aHolderIsNotWeighedWhileMoreMayBeSold() {
        String sentence = "contributors[0].party: what H-1 sells in OFF-2002-1 is known only once that is closed or"
                + " withdrawn: it is EFFECTIVE (Section 3.3)";
        String weights = "[{'party': 'H-1', 'fault': '1', 'factors': 'Its own'}]";
        unavailable(ID, byCompany());
        refused(() -> weigh("100", "0", weights, NO_FRAUD), sentence);
        story.complete(
                "Record closing",
                "transfer-agent",
                Map.of("closedOn", "2002-01-23", "finalClosing", false, "sales", json("""
                [{'holderId': 'H-1', 'shares': '1', 'soldOn': '2002-01-23', 'grossCents': '100'}]
                """)));
        story.runJobs();
        refused(() -> weigh("100", "0", weights, NO_FRAUD), sentence);
        assertThat(contributions.latest(ID)).isEmpty();
    }

    /** What was not paid before is not paid apart any more, and what comes later is reviewed before the loss is divided. */
    @Test
    void unpaidExpensesAreAPartOfTheLoss() {
        claim.make(byHolder());
        claim.find(Map.of());
        claim.submit(Kind.DEFENSE, 2_000);
        claim.complete("Review expense", "finance", Map.of("allowedCents", "2000", "ground", "Usual rates"));
        assertThat(story.task("Reimburse expense", ID)).isNotNull();
        claim.arbitrate();
        claim.awarded("INDEMNITY_UNAVAILABLE");
        assertThat(story.task("Reimburse expense", ID)).isNull();

        claim.submit(Kind.DEFENSE, 500);
        String weights = "[{'party': 'COMPANY', 'fault': '1', 'factors': 'It wrote it'}]";
        refused(
                () -> weigh(null, "0", weights, NO_FRAUD),
                "lossCents: expense 2 is not reviewed yet, and may be a part of the loss (Section 3.3)");
        claim.complete("Review expense", "finance", Map.of("allowedCents", "500", "ground", "Usual rates"));
        weigh(null, "0", weights, NO_FRAUD);
        // $10,000.00 and both
        assertThat(sheet().lines().get(0).contributionCents()).isEqualTo(1_002_500);
        refused(
                () -> claim.submit(Kind.DEFENSE, 1),
                "claimId: the loss of CLM-2002-1 is divided already (Section 3.3)");
    }

    @Test
    void anAwardLeadsToContribution() {
        claim.make(byHolder());
        claim.find(Map.of("claimantBreachCaused", true));
        claim.arbitrate();
        assertThat(story.task("Record holding", ID)).isNotNull();
        claim.awarded("INDEMNITY_UNAVAILABLE");
        assertThat(story.task("Record holding", ID)).isNull();
        assertThat(story.variable(story.task("Weigh fault", ID).getId(), "holdingText"))
                .isEqualTo("by the arbitrator");
        weigh(null, "1", "[{'party': 'COMPANY', 'fault': '3', 'factors': 'It wrote it'}]", NO_FRAUD);
        assertThat(sheet().heldBy()).isEqualTo(Finder.ARBITRATOR);
        // three quarters of $10,000.00, the claim's own loss
        assertThat(sheet().lines().get(0).contributionCents()).isEqualTo(750_000);
    }

    private void closed() {
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
        story.runJobs();
    }

    private void unavailable(String id, Map<String, Object> data) {
        claim.make(id, "counsel", data);
        story.complete(
                "Find on claim", id, "counsel", Map.of("claimantBreachCaused", isAgainstCompany(data), "ground", "g"));
        story.complete(
                "Record holding",
                id,
                "counsel",
                Map.of(
                        "holding",
                        "UNAVAILABLE",
                        "court",
                        "Superior Court",
                        "heldOn",
                        "2002-02-04",
                        "paper",
                        "order",
                        "ground",
                        "Public policy"));
    }

    private static Map<String, Object> byHolderAgainst(String holder) {
        Map<String, Object> claim = byHolder();
        claim.put("indemnitor", holder);
        return claim;
    }

    private static boolean isAgainstCompany(Map<String, Object> data) {
        return data.get("indemnitor").equals("COMPANY");
    }

    private void weigh(String loss, String own, String weights, String frauds) {
        weigh(ID, loss, own, weights, frauds);
    }

    private void weigh(String id, String loss, String own, String weights, String frauds) {
        Map<String, Object> entered = new HashMap<>();
        entered.put("lossCents", loss);
        entered.put("claimantFault", own);
        entered.put("claimantFactors", "What it could have prevented");
        entered.put("author", "Panel of counsel");
        entered.put("contributors", json(weights));
        entered.put("frauds", json(frauds));
        story.complete("Weigh fault", id, "counsel", entered);
        story.runJobs();
    }

    private void pay(String cents) {
        claim.complete("Record contributions", "finance", Map.of("payments", json("""
                [{'party': 'H-1', 'paidCents': '%s', 'paidOn': '2002-02-04', 'paper': 'wire'}]
                """.formatted(cents))));
    }

    private FaultSheet sheet() {
        return contributions.sheet(ID);
    }

    private static BigInteger whole(long number) {
        return BigInteger.valueOf(number);
    }

    private static void refused(ThrowingCallable attempt, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt)
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith(sentence);
    }
}
