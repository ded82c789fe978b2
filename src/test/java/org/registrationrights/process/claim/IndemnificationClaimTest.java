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
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.indemnity.Claim.Outcome;
import org.registrationrights.indemnity.Claim.State;
import org.registrationrights.indemnity.ClaimExpense.Kind;
import org.registrationrights.indemnity.ClaimExpenseRepository;
import org.registrationrights.indemnity.ClaimRepository;
import org.registrationrights.indemnity.ClaimRepository.Held;
import org.registrationrights.indemnity.ClaimRepository.Holding;
import org.registrationrights.indemnity.ComplainedStatement;
import org.registrationrights.indemnity.IndemnityAvailability.Reason;
import org.registrationrights.indemnity.SettlementRepository;
import org.registrationrights.notice.DispatchRepository;
import org.registrationrights.offering.TransactionReview;
import org.registrationrights.offering.TransactionReviewRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.piggyback.ProcessTest;
import org.registrationrights.process.piggyback.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** H-1 and H-4 are covered by a statement that is effective since 23 January 2002; it is the 4th of February. */
@ProcessTest
@Verifies({
    Clause.S3_1_A,
    Clause.S3_1_B,
    Clause.S3_1_C,
    Clause.S3_1_D,
    Clause.S3_1_E,
    Clause.S3_1_F,
    Clause.S3_2_A,
    Clause.S3_2_B,
    Clause.S3_2_C,
    Clause.S3_2_D,
    Clause.S3_2_E
})
class IndemnificationClaimTest {

    @Autowired
    private Story story;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private ClaimStory claim;

    @Autowired
    private ClaimRepository claims;

    @Autowired
    private Claims facts;

    @Autowired
    private ClaimExpenseRepository expenses;

    @Autowired
    private SettlementRepository settlements;

    @Autowired
    private DispatchRepository letters;

    @Autowired
    private TransactionReviewRepository reviews;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Waiting waiting;

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
    void aHolderIsHeldHarmless() {
        claim.make(byHolder());
        assertThat(story.task("Find on claim", ID).getDueDate())
                .isEqualTo(Date.from(instant("2002-02-14T23:59:59-08:00")));
        claim.find(Map.of());
        assertThat(claim.row().state()).isEqualTo(State.OWED);
        claim.propose("Oak LLP");
        claim.answer(true);
        // no separate counsel under 3.1
        assertThat(story.task("Assess conflict", ID)).isNull();
        claim.judgment("900000");
        assertThat(story.task("Pay claim", ID).getDueDate()).isEqualTo(Date.from(instant("2002-03-06T23:59:59-08:00")));
        refused(() -> claim.pay("899999"), "paidCents: 899999 is not the 900000 that is due (Section 3.1)");
        claim.pay("900000");

        assertThat(claim.ended()).isTrue();
        assertThat(claim.ends()).containsExactly("EndEvent_ClaimPaid");
        assertThat(claim.row().state()).isEqualTo(State.PAID);
        assertThat(letters.find("CLM-2002-1:H-1:notice")).isPresent();
        assertThat(claim.events())
                .containsSubsequence(
                        "Claim for indemnity made",
                        "Notice of a claim drawn up",
                        "Findings on the claim made",
                        "Indemnity owed",
                        "Counsel for the defense proposed",
                        "Counsel for the defense approved",
                        "Outcome of the action recorded",
                        "Amount due computed",
                        "Claim paid");
        // nothing of it stands in the offering's file, which others read
        assertThat(story.caseFile()).extracting("event").doesNotContain("Claim for indemnity made");
    }

    @Test
    void aHolderAnswersForItsOwnWritingAndPaysSeparateCounsel() {
        claim.make(byCompany());
        claim.find(Map.of("madeInReliance", true, "infoInWritingForUse", true));
        assertThat(claim.row().state()).isEqualTo(State.OWED);
        claim.propose("Oak LLP");
        claim.answer(false);
        assertThat(story.variable(story.task("Propose counsel", ID).getId(), "lastRefusal"))
                .isEqualTo("Oak LLP was refused by Trustee of H-1: Experience in such cases");
        claim.propose("Elm LLP");
        claim.answer(true);
        refused(
                () -> claim.submit(Kind.SEPARATE_COUNSEL, 100),
                "kind: no conflict of interest is found in CLM-2002-1 (Section 3.2)");
        refused(
                () -> claim.complete(
                        "Assess conflict", "counsel", Map.of("conflictFound", true, "ground", "Opposed interests")),
                "separateCounsel: is required (Section 3.2)");
        claim.complete(
                "Assess conflict",
                "counsel",
                Map.of("conflictFound", true, "separateCounsel", "Fir LLP", "ground", "Opposed interests"));
        assertThat(claim.row().conflict().separateCounsel()).isEqualTo("Fir LLP");

        claim.submit(Kind.SEPARATE_COUNSEL, 250_000);
        Task review = story.task("Review expense", ID);
        assertThat(review.getDueDate()).isEqualTo(Date.from(instant("2002-02-14T23:59:59-08:00")));
        refused(
                () -> claim.complete("Review expense", "finance", Map.of("allowedCents", "250001", "ground", "x")),
                "allowedCents: 250001 is more than the 250000 submitted (Section 3.2)");
        claim.complete("Review expense", "finance", Map.of("allowedCents", "200000", "ground", "Usual rates"));
        assertThat(letters.find("CLM-2002-1:H-1:expense-1")).isPresent();
        Task payment = story.task("Reimburse expense", ID);
        assertThat(payment.getDueDate()).isEqualTo(Date.from(instant("2002-03-06T23:59:59-08:00")));
        refused(() -> reimburse("250000"), "paidCents: 250000 is not the 200000 allowed (Section 3.2)");
        reimburse("200000");
        assertThat(expenses.get(ID, 1).reimbursedOn()).isEqualTo("2002-02-04");

        claim.judgment("700000");
        assertThat(letters.find("CLM-2002-1:H-1:indemnity")).isPresent();
        claim.pay("700000");
        assertThat(claim.ends()).contains("EndEvent_ClaimPaid", "EndEvent_ExpenseSettled");
    }

    /** Two at a time: each run of the sub-process has its own. */
    @Test
    void expensesArePaidAsIncurredAnyNumberOfTimes() {
        claim.make(byHolder());
        // what comes before the finding is kept
        claim.submit(Kind.INVESTIGATION, 1_000);
        claim.complete("Review expense", "counsel", Map.of("allowedCents", "1000", "ground", "Needed"));
        assertThat(story.task("Reimburse expense", ID)).isNull();
        claim.find(Map.of("prejudiceCents", "300", "ground", "Late"));
        claim.submit(Kind.DEFENSE, 2_000);
        claim.submit(Kind.DEFENSE, 3_000);
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(ID)
                .taskName("Review expense")
                .orderByTaskCreateTime()
                .asc()
                .list();
        assertThat(open).hasSize(2);
        open.forEach(task -> tasks.complete(
                task.getId(),
                Map.of(
                        "allowedCents",
                        story.variable(task.getId(), "number").equals(2) ? "2000" : "0",
                        "ground",
                        "By the invoice")));
        reimburse("2000");
        assertThat(expenses.owedCents(ID)).isEqualTo(BigInteger.valueOf(1_000));
        refused(
                () -> claim.submit(Kind.SEPARATE_COUNSEL, 100),
                "kind: separate counsel at another's cost is for those on the Company's side, against a Holder (Section 3.2)");

        claim.propose("Oak LLP");
        claim.answer(true);
        claim.judgment("5000");
        assertThat((String) story.variable(story.task("Pay claim", ID).getId(), "sumText"))
                .isEqualTo(
                        "5,000 as the action ended, less 0 that others paid of it, 1,000 of expenses, less 300 for a late notice");
        claim.pay("5700");
        assertThat(expenses.owedCents(ID)).isZero();
        refused(() -> claim.submit(Kind.DEFENSE, 1), "claimId: CLM-2002-1 is over: it is PAID (Section 3.1)");
        assertThat(claim.ends()).contains("EndEvent_NotReimbursedNow", "EndEvent_ExpenseSettled", "EndEvent_ClaimPaid");
    }

    /** What has a task of its own is not demanded and paid with the claim once more. */
    @Test
    void anExpenseThatIsPaidApartIsNoPartOfTheClaim() {
        claim.make(byCompany());
        claim.find(Map.of("madeInReliance", true, "infoInWritingForUse", true));
        claim.submit(Kind.DEFENSE, 2_000);
        claim.complete("Review expense", "finance", Map.of("allowedCents", "2000", "ground", "Usual rates"));
        claim.propose("Oak LLP");
        claim.answer(true);
        claim.complete("Assess conflict", "counsel", Map.of("conflictFound", false, "ground", "One interest"));
        claim.judgment("7000");
        assertThat(story.task("Reimburse expense", ID)).isNotNull();
        claim.pay("7000");
        assertThat(expenses.get(ID, 1).reimbursedOn()).isNull();
        assertThat(claim.ended()).isFalse();
        reimburse("2000");
        assertThat(claim.ended()).isTrue();
    }

    /** 3.2 indemnifies other Holders, and promises them no payment as incurred. */
    @Test
    void anotherHoldersExpenseWaitsForTheClaim() {
        Map<String, Object> byOther = byCompany();
        byOther.put("claimantRole", "HOLDER");
        byOther.put("claimant", "H-4");
        claim.make(byOther);
        claim.find(Map.of("madeInReliance", true, "infoInWritingForUse", true));
        claim.submit(Kind.DEFENSE, 4_000);
        claim.complete("Review expense", "finance", Map.of("allowedCents", "4000", "ground", "By the invoice"));
        assertThat(story.task("Reimburse expense", ID)).isNull();
        claim.propose("Oak LLP");
        claim.answer(true);
        // nor separate counsel
        assertThat(story.task("Assess conflict", ID)).isNull();
        claim.complete(
                "Record outcome", "counsel", Map.of("outcome", "DISMISSAL", "endedOn", "2002-02-04", "paper", "order"));
        claim.pay("4000");
        assertThat(claim.row().outcome().kind()).isEqualTo(Outcome.Kind.DISMISSAL);
    }

    @Test
    void aDismissalMayLeaveNothingDue() {
        defended();
        claim.complete(
                "Record outcome", "counsel", Map.of("outcome", "DISMISSAL", "endedOn", "2002-02-04", "paper", "order"));
        assertThat(claim.ends()).containsExactly("EndEvent_NothingDue");
        assertThat(claim.row().state()).isEqualTo(State.NOTHING_DUE);
    }

    /** Of two who are asked for one loss, the second pays what the first has left. */
    @Test
    void nobodyIsHeldHarmlessTwice() {
        theUnderwriterAsksTwo();
        payOther();
        findAgainstHolder();
        claim.judgment("9000");
        assertThat(claim.row().state()).isEqualTo(State.NOTHING_DUE);
    }

    /** Nor where both were about to pay. */
    @Test
    void whatAnotherHasPaidMeanwhileIsNotPaidAgain() {
        theUnderwriterAsksTwo();
        findAgainstHolder();
        claim.judgment("9000");
        assertThat(story.task("Pay claim", ID)).isNotNull();
        payOther();
        refused(() -> claim.pay("9000"), "paidCents: 9000 is not the 0 that is due (Section 3.2)");
        claim.pay("0");
        assertThat(claim.ended()).isTrue();
        assertThat(claim.row().state()).isEqualTo(State.NOTHING_DUE);
        assertThat(claims.payment(ID)).isEmpty();
    }

    @Test
    void whatAnotherHasContributedIsNotPaidAgain() {
        theUnderwriterAsksTwo();
        weighOther();
        story.complete("Record contributions", "CLM-2002-2", "finance", Map.of("payments", json("""
                [{'party': 'COMPANY', 'paidCents': '3000', 'paidOn': '2002-02-04', 'paper': 'wire'}]
                """)));

        findAgainstHolder();
        claim.judgment("9000");

        refused(() -> claim.pay("9000"), "paidCents: 9000 is not the 6000 that is due (Section 3.2)");
        claim.pay("6000");
    }

    @Test
    void whatAnotherHasPaidIsNotContributedAgain() {
        theUnderwriterAsksTwo();
        findAgainstHolder();
        claim.judgment("9000");
        claim.pay("9000");

        weighOther();

        assertThat(claims.get("CLM-2002-2").state()).isEqualTo(State.CONTRIBUTED);
        assertThat(story.task("Record contributions", "CLM-2002-2")).isNull();
    }

    private void weighOther() {
        facts.hold("CLM-2002-2", held(Holding.UNAVAILABLE));
        waiting.tell("CLM-2002-2", Messages.AWARD_RENDERED);
        story.complete(
                "Weigh fault",
                "CLM-2002-2",
                "counsel",
                Map.of(
                        "claimantFault", "2",
                        "claimantFactors", "It did not ask",
                        "author", "Panel",
                        "contributors", json("[{'party': 'COMPANY', 'fault': '1', 'factors': 'It wrote it'}]"),
                        "frauds", json("[]")));
        story.runJobs();
    }

    /** Of the Company, with a judgment that is to be paid, and of H-1. */
    private void theUnderwriterAsksTwo() {
        Map<String, Object> byUnderwriter = with(byHolder(), data -> {
            data.put("claimantRole", "UNDERWRITER");
            data.remove("claimant");
            data.put("informationFrom", "H-1");
        });
        claim.make("CLM-2002-2", "underwriter", byUnderwriter);
        claim.make(with(byUnderwriter, data -> {
            data.put("indemnitor", "H-1");
            data.put("statements", json("[{'statementId': 'ST-1'}]"));
        }));
        story.complete("Find on claim", "CLM-2002-2", "counsel", Map.of("ground", "Another's information"));
        story.complete("Propose counsel", "CLM-2002-2", "counsel", Map.of("counselName", "Oak", "proposedBy", "GC"));
        story.complete(
                "Decide on counsel",
                "CLM-2002-2",
                "counsel",
                Map.of("counselApproved", true, "decidedBy", "Desk", "ground", "Fine"));
        story.complete(
                "Record outcome",
                "CLM-2002-2",
                "counsel",
                Map.of("outcome", "JUDGMENT", "judgmentCents", "9000", "endedOn", "2002-02-04", "paper", "judgment"));
    }

    private void payOther() {
        story.complete(
                "Pay claim",
                "CLM-2002-2",
                "finance",
                Map.of("paidCents", "9000", "paidOn", "2002-02-04", "paper", "w"));
    }

    private void findAgainstHolder() {
        claim.find(Map.of("madeInReliance", true, "infoInWritingForUse", true));
        claim.propose("Oak LLP");
        claim.answer(true);
        claim.complete("Assess conflict", "counsel", Map.of("conflictFound", false, "ground", "One interest"));
    }

    // Settlements

    @Test
    void aSettlementWithConsentAndReleaseIsIndemnified() {
        defended();
        claim.settle(400_000, true, null);
        assertThat(story.task("Obtain approvals", ID)).isNull();
        assertThat(story.task("Decide on settlement", ID).getDueDate())
                .isEqualTo(Date.from(instant("2002-02-14T23:59:59-08:00")));
        refused(() -> claim.settle(1, true, null), "claimId: proposal 1 is pending (Section 3.1)");
        claim.consent(true);
        claim.settled(true);
        claim.pay("400000");
        assertThat(claim.row().outcome().kind()).isEqualTo(Outcome.Kind.SETTLEMENT);
    }

    @Test
    void withoutAReleaseEachIndemnifiedPartyMustApprove() {
        defended();
        refused(
                () -> claim.settle(1, false, List.of("H-4")),
                "parties: does not name [H-1], whom COMPANY indemnifies in the action (Section 3.1)");
        claim.settle(400_000, false, List.of("H-1", "Dana Ellis"));
        refused(
                () -> approve("[{'party': 'H-1', 'approved': true, 'person': 'Trustee', 'ground': 'Cheap'}]"),
                "approvals: needs one answer of each of [H-1, Dana Ellis] (Section 3.1)");
        approve("""
                [{'party': 'H-1', 'approved': true, 'person': 'Trustee', 'ground': 'Cheap'},
                 {'party': 'Dana Ellis', 'approved': false, 'person': 'Dana Ellis', 'ground': 'No release'}]
                """);
        refused(
                () -> claim.consent(true),
                "settlementConsented: without an unconditional release COMPANY may consent only with the approval of each"
                        + " indemnified party (Section 3.1)");
        claim.consent(false);
        judge(false);
        claim.settled(false);

        // the action goes on; the next refusal to approve is unreasonable
        assertThat(story.task("Record outcome", ID)).isNotNull();
        claim.settle(300_000, false, List.of("H-1", "Dana Ellis"));
        approve("""
                [{'party': 'H-1', 'approved': true, 'person': 'Trustee', 'ground': 'Cheap'},
                 {'party': 'Dana Ellis', 'approved': false, 'person': 'Dana Ellis', 'ground': 'Spite',
                  'unreasonable': true}]
                """);
        claim.consent(true);
        claim.settled(true);
        claim.pay("300000");
    }

    @Test
    void whoeverElseIsIndemnifiedInTheActionIsAskedToo() {
        claim.make("CLM-2002-2", "counsel", with(byHolder(), data -> data.put("claimant", "H-4")));
        claim.make("CLM-2002-3", "counsel", with(byHolder(), data -> {
            data.put("claimant", "H-4");
            data.put("action", "Roe v. VSource");
        }));
        defended();
        refused(
                () -> claim.settle(400_000, false, List.of("H-1")),
                "parties: does not name [H-4], whom COMPANY indemnifies in the action (Section 3.1)");
        claim.settle(400_000, false, null);
        assertThat(settlements.pending(ID).orElseThrow().parties()).containsExactlyInAnyOrder("H-1", "H-4");
    }

    /** 3.2 asks for the approval of the one whom the Holder indemnifies. */
    @Test
    void aHolderAsksTheClaimantAlone() {
        claim.make("CLM-2002-2", "counsel", with(byCompany(), data -> {
            data.put("claimantRole", "HOLDER");
            data.put("claimant", "H-4");
        }));
        claim.make(byCompany());
        claim.settle(400_000, false, null);
        assertThat(settlements.pending(ID).orElseThrow().parties()).containsExactly("COMPANY");
    }

    @Test
    void aSettlementWithoutConsentIsNotIndemnified() {
        defended();
        claim.settle(400_000, true, null);
        claim.consent(false);
        assertThat(story.task("Judge refusal", ID).getDueDate())
                .isEqualTo(Date.from(instant("2002-02-14T23:59:59-08:00")));
        judge(false);
        claim.settled(true);

        assertThat(claim.row().state()).isEqualTo(State.DENIED);
        assertThat(claim.row().reason()).isEqualTo(Reason.SETTLED_WITHOUT_CONSENT);
        giveUp();
        assertThat(claim.ends()).containsExactly("EndEvent_ClaimClosed");
        assertThat(claim.row().state()).isEqualTo(State.CLOSED);
        // who gave up may claim again
        assertThat(claim.make("CLM-2002-2", "counsel", byHolder())).isEqualTo("CLM-2002-2");
    }

    @Test
    void anUnreasonableRefusalStandsInNobodysWay() {
        defended();
        claim.settle(400_000, true, null);
        claim.consent(false);
        judge(true);
        claim.settled(true);
        assertThat(claim.row().state()).isEqualTo(State.OWED);
        claim.pay("400000");
    }

    /** The indemnifying party might not have consented, so that its refusal is no wrong. */
    @Test
    void aRefusalOfWhatMightNotBeConsentedToIsNotUnreasonable() {
        defended();
        claim.settle(400_000, false, List.of("H-1"));
        approve("[{'party': 'H-1', 'approved': false, 'person': 'Trustee', 'ground': 'No release'}]");
        claim.consent(false);
        refused(
                () -> judge(true),
                "refusalUnreasonable: COMPANY might not have consented: there is neither an unconditional release nor the"
                        + " approval of each indemnified party (Section 3.1)");
        judge(false);
        claim.settled(true);
        assertThat(claim.row().reason()).isEqualTo(Reason.SETTLED_WITHOUT_CONSENT);
    }

    /** Its breach of the duty to ask for the approval costs the one who was to be asked nothing. */
    @Test
    void whatTheIndemnifyingPartySettlesItselfIsNotWithoutItsConsent() {
        defended();
        claim.settle(400_000, false, List.of("H-1"));
        approve("[{'party': 'H-1', 'approved': false, 'person': 'Trustee', 'ground': 'No release'}]");
        claim.consent(false);
        judge(false);
        refused(
                () -> claim.complete(
                        "Record settlement",
                        "counsel",
                        Map.of("settlementMade", true, "settledOn", "2002-02-04", "paper", "agreement")),
                "madeByIndemnitor: is required (Section 3.1)");
        claim.settled(true, true);
        assertThat(claim.row().state()).isEqualTo(State.OWED);
        claim.pay("400000");
    }

    /** It comes when nobody waits for it, and is looked at once counsel is approved. */
    @Test
    void anEarlyProposalIsNotForgotten() {
        claim.make(byHolder());
        claim.find(Map.of());
        claim.settle(400_000, true, null);
        claim.propose("Oak LLP");
        claim.answer(true);
        assertThat(story.task("Decide on settlement", ID)).isNotNull();
    }

    @Test
    void aJudgmentByConsentIsProposedAsASettlement() {
        defended();
        refused(
                () -> claim.complete(
                        "Record outcome",
                        "counsel",
                        Map.of("outcome", "SETTLEMENT", "endedOn", "2002-02-04", "paper", "order")),
                "outcome: a settlement, or a judgment by consent, is proposed as a settlement (Section 3.1)");
    }

    // Why none is owed, and what is held on it

    @Test
    void eachReasonIsFoundByTheTable() {
        denied(byHolder(), Map.of("claimantBreachCaused", true), Reason.HOLDER_BREACH);
        denied(
                with(byHolder(), data -> data.put("informationFrom", "H-1")),
                Map.of("madeInReliance", true, "infoInWritingForUse", true),
                Reason.CLAIMANT_INFORMATION);
        denied(byCompany(), Map.of("madeInReliance", true), Reason.NOT_HOLDER_INFORMATION);
        denied(
                with(byCompany(), data -> {
                    data.put("basis", "VIOLATION_OF_LAW");
                    data.remove("statements");
                    data.put("violation", "Rule 10b-5");
                }),
                Map.of(),
                Reason.OUTSIDE_3_2);
    }

    /** K1: only the one who supplied it. */
    @Test
    void anothersInformationDoesNoHarm() {
        claim.make(with(byHolder(), data -> data.put("informationFrom", "H-4")));
        claim.find(Map.of("madeInReliance", true, "infoInWritingForUse", true));
        assertThat(claim.row().state()).isEqualTo(State.OWED);
    }

    /** What the claimant keeps to itself, or gets wrong, counsel finds. */
    @Test
    void counselFindsWhoseInformationItWas() {
        Map<String, Object> written =
                Map.of("madeInReliance", true, "infoInWritingForUse", true, "foundInformationFrom", "H-1");
        denied(byHolder(), written, Reason.CLAIMANT_INFORMATION);
        claim.make(with(byCompany(), data -> data.put("informationFrom", "H-4")));
        claim.find(written);
        assertThat(claim.row().state()).isEqualTo(State.OWED);
        assertThat(claim.row().finding().informationFrom()).isEqualTo("H-1");
    }

    @Test
    void aHolderWhoseSharesWereNotRegisteredIsNotIndemnified() {
        story.becomesHolder("H-88", "2002-02-01");
        denied(with(byHolder(), data -> data.put("claimant", "H-88")), Map.of(), Reason.NOT_REGISTERED);
    }

    @Test
    void aStatementThatNeverBecameEffectiveRegisteredNothing() {
        story.effectiveOffering();
        story.now("2002-02-04T09:00:00-08:00");
        jdbc.sql("UPDATE offering SET effective_at = NULL").update();
        denied(byHolder(), Map.of(), Reason.NOT_REGISTERED);
    }

    @Test
    void aCourtMayHoldThatIndemnityIsOwed() {
        claim.make(byHolder());
        claim.find(Map.of("claimantBreachCaused", true));
        refused(() -> holdWithoutCourt(), "court: is required (Section 3.3)");
        claim.hold("AVAILABLE");
        assertThat(claim.row().state()).isEqualTo(State.OWED);
        claim.propose("Oak LLP");
        claim.answer(true);
        // a settlement asks the table again, and the holding stands
        claim.settle(400_000, true, null);
        claim.consent(true);
        claim.settled(true);
        claim.pay("400000");
    }

    /** It was held before anybody settled, and not on the settlement. */
    @Test
    void anEarlierHoldingSaysNothingOnASettlementWithoutConsent() {
        claim.make(byHolder());
        claim.find(Map.of("claimantBreachCaused", true));
        claim.hold("AVAILABLE");
        claim.propose("Oak LLP");
        claim.answer(true);
        claim.settle(400_000, true, null);
        claim.consent(false);
        judge(false);
        claim.settled(true);
        assertThat(claim.row().state()).isEqualTo(State.DENIED);
        assertThat(claim.row().reason()).isEqualTo(Reason.SETTLED_WITHOUT_CONSENT);
        refused(
                () -> claim.hold("AVAILABLE"),
                "heldOn: is not after the settlement without consent, on 2002-02-04, on which the court has to hold"
                        + " (Section 3.1)");
    }

    /** A holding that is reported while the action is defended; the defense goes on where it was. */
    @Test
    void aHoldingMeanwhileInterruptsTheDefense() {
        defended();
        report(Holding.AVAILABLE);
        assertThat(story.task("Propose counsel", ID)).isNull();
        assertThat(story.task("Record outcome", ID)).isNotNull();
        report(Holding.UNAVAILABLE);
        assertThat(story.task("Record outcome", ID)).isNull();
        assertThat(story.task("Weigh fault", ID)).isNotNull();
        assertThat(claim.row().state()).isEqualTo(State.CONTRIBUTION);
        refused(() -> report(Holding.AVAILABLE), "claimId: nothing is held on CLM-2002-1 now: it is CONTRIBUTION");
    }

    /** The proposal is gone through again, and what is answered now goes before what was answered then. */
    @Test
    void aHoldingMeanwhileHasThePendingProposalAnsweredAnew() {
        defended();
        claim.settle(400_000, false, List.of("H-1"));
        approve("[{'party': 'H-1', 'approved': true, 'person': 'Trustee', 'ground': 'Cheap'}]");
        claim.consent(false);
        judge(true);
        report(Holding.AVAILABLE);
        approve("[{'party': 'H-1', 'approved': false, 'person': 'Trustee', 'ground': 'No longer cheap'}]");
        refused(() -> claim.consent(true), "settlementConsented: without an unconditional release COMPANY may consent");
        claim.consent(false);
        assertThat(settlements.pending(ID).orElseThrow().refusedUnreasonably()).isFalse();
        assertThat(settlements.pending(ID).orElseThrow().approvals()).hasSize(1);
    }

    /** The last moment for it: the action is over, and nothing is paid yet. */
    @Test
    void aHoldingBeforeThePaymentStopsIt() {
        defended();
        claim.submit(Kind.DEFENSE, 2_000);
        claim.complete("Review expense", "finance", Map.of("allowedCents", "2000", "ground", "Usual rates"));
        claim.judgment("900000");
        report(Holding.AVAILABLE);
        assertThat(story.task("Reimburse expense", ID)).isNotNull();
        assertThat(story.task("Pay claim", ID)).isNotNull();
        facts.hold(ID, held(Holding.UNAVAILABLE));
        refused(
                () -> claim.pay("900000"),
                "claimId: the indemnity is held unavailable on CLM-2002-1: nothing is paid (Section 3.3)");
        refused(() -> reimburse("2000"), "claimId: the indemnity is held unavailable on CLM-2002-1");
        waiting.tell(ID, Messages.AWARD_RENDERED);
        assertThat(story.task("Pay claim", ID)).isNull();
        assertThat(story.task("Weigh fault", ID)).isNotNull();
        assertThat(claim.row().state()).isEqualTo(State.CONTRIBUTION);
    }

    @Test
    void aHoldingThatIsReportedReachesADeniedClaim() {
        claim.make(byHolder());
        claim.find(Map.of("claimantBreachCaused", true));
        report(Holding.AVAILABLE);
        assertThat(story.task("Record holding", ID)).isNull();
        assertThat(story.task("Propose counsel", ID)).isNotNull();
    }

    @Test
    void aHoldersConductIsPutBeforeCounsel() {
        TransactionReview review = reviews.open(
                Story.ID,
                "H-1",
                Clause.S2_6_A,
                "sale 1",
                "Sale of 100 shares under the statement",
                LocalDate.parse("2002-02-01"),
                true,
                TransactionReview.Question.INSIDE_STOP,
                instant("2002-02-02T09:00:00-08:00"));
        reviews.decided(
                review.id(),
                TransactionReview.Outcome.NOT_ALLOWED,
                "After the notice",
                "counsel",
                instant("2002-02-02T10:00:00-08:00"));
        claim.make(byHolder());
        SpinJsonNode conduct =
                (SpinJsonNode) story.variable(story.task("Find on claim", ID).getId(), "conduct");
        assertThat(conduct.elements().get(0).prop("judged").stringValue()).isEqualTo("a breach: After the notice");
    }

    // What cannot be a claim

    @Test
    void aSecondClaimForTheSameLossIsRefused() {
        claim.make(byHolder());
        refused(
                () -> claim.make("CLM-2002-2", "counsel", byHolder()),
                "action: H-1 has made a claim for the same loss already, CLM-2002-1 (Section 3.1)");
        refused(() -> claim.make(byCompany()), "businessKey: CLM-2002-1 is already the id of another claim");
        assertThat(claims.ofOffering(Story.ID)).hasSize(1);
        // a statement is known by its id from now on, and an id assigned
        String second = claim.make(null, "counsel", with(byHolder(), data -> {
            data.put("claimant", "H-4");
            data.put("statements", json("[{'statementId': 'ST-1'}]"));
        }));
        assertThat(second).matches("CLM-2002-\\d+");
        assertThat(claims.statements(Story.ID)).hasSize(1);
    }

    /** Each has a number of its own, and the same words have one. */
    @Test
    void statementsAreNumberedOnceEach() {
        claim.make(byHolder());
        claim.make("CLM-2002-2", "counsel", with(byHolder(), data -> {
            data.put("claimant", "H-4");
            data.put("statements", json("""
                    [{'statementId': 'ST-1'}, {'document': 'Prospectus', 'words': 'No supplier is lost.'},
                     {'document': 'Prospectus', 'words': 'No supplier is lost.'}]
                    """));
        }));
        claim.make("CLM-2002-3", "counsel", with(byHolder(), data -> {
            data.put("action", "Roe v. VSource");
            data.put("statements", json("[{'document': 'Supplement', 'words': 'All leases are renewed.'}]"));
        }));
        assertThat(claims.get("CLM-2002-2").statements())
                .extracting(ComplainedStatement::id)
                .containsExactly("ST-1", "ST-2");
        assertThat(claims.statements(Story.ID))
                .extracting(ComplainedStatement::id)
                .containsExactly("ST-1", "ST-2", "ST-3");
    }

    @Test
    void whatCannotBeAClaimIsRefused() {
        refused(data -> data.put("offeringId", "OFF-2002-9"), "offeringId: there is no offering OFF-2002-9");
        refused(
                data -> data.put("statements", json("[{'statementId': 'ST-9'}]")),
                "statements[0].statementId: nobody has complained of a statement ST-9 in OFF-2002-1; give its document and"
                        + " words");
        refused(data -> data.remove("statements"), "statements: needs the statement complained of (Section 3.1)");
        refused(
                data -> data.put("claimantRole", "DIRECTOR"),
                "claimantRole: DIRECTOR is not among those whom the Company indemnifies (Section 3.1)");
        refused(data -> data.put("claimant", "H-77"), "claimant: nobody knows H-77");
        refused(data -> data.put("informationFrom", "H-77"), "informationFrom: nobody knows H-77");
        refused(data -> data.put("lossCents", "0"), "lossCents: must be above zero (Section 3.1)");
        refused(data -> data.put("servedOn", "2002-02-05"), "servedOn: 2002-02-05 is in the future");
        refused(
                data -> data.put("notifiedOn", "2002-01-31"),
                "notifiedOn: 2002-01-31 is before the service, 2002-02-01 (Section 3.1)");
        refused(data -> data.put("violation", "Rule 10b-5"), "violation: belongs to a violation of law (Section 3.1)");
        refused(
                data -> {
                    data.put("claimantRole", "CONTROLLING_PERSON");
                    data.put("claimant", "Dana Ellis");
                },
                "claimantOf: is required (Section 3.1)");
        refused(
                data -> {
                    data.put("claimantRole", "CONTROLLING_PERSON");
                    data.put("claimant", "Dana Ellis");
                    data.put("claimantOf", "COMPANY");
                },
                "claimantOf: the Company indemnifies who controls a Holder or an underwriter, not who controls itself"
                        + " (Section 3.1)");
        refused(
                () -> claim.make("CLAIM-1", "counsel", byHolder()),
                "businessKey: 'CLAIM-1' is not of the form CLM-2027-1");
        assertThat(claims.all()).isEmpty();
        assertThat(claims.statements(Story.ID)).isEmpty();
    }

    @Test
    void findingsThatDoNotFitAreRefused() {
        claim.make(with(byHolder(), data -> {
            data.put("claimantRole", "UNDERWRITER");
            data.remove("claimant");
        }));
        assertThat(claim.row().claimant()).isEqualTo("Example Securities");
        refused(
                () -> claim.find(Map.of("claimantBreachCaused", true)),
                "claimantBreachCaused: only a Holder has obligations under the agreement whose breach counts here"
                        + " (Section 3.1)");
        refused(
                () -> claim.find(Map.of("madeInReliance", true)),
                "foundInformationFrom: is required: the claim says nothing of whose information it was (Section 3.1)");
        refused(
                () -> claim.find(Map.of("madeInReliance", true, "foundInformationFrom", "H-77")),
                "foundInformationFrom: nobody knows H-77");
    }

    private void defended() {
        claim.make(byHolder());
        claim.find(Map.of());
        claim.propose("Oak LLP");
        claim.answer(true);
    }

    private void denied(Map<String, Object> data, Map<String, Object> findings, Reason reason) {
        claim.make(data);
        claim.find(findings);
        assertThat(claim.row().reason()).isEqualTo(reason);
        assertThat(claim.row().state()).isEqualTo(State.DENIED);
        end();
        begin();
    }

    private void reimburse(String cents) {
        claim.complete(
                "Reimburse expense", "finance", Map.of("paidCents", cents, "paidOn", "2002-02-04", "paper", "wire"));
    }

    private void approve(String answers) {
        claim.complete("Obtain approvals", "counsel", Map.of("approvals", json(answers)));
    }

    private void judge(boolean unreasonable) {
        claim.complete(
                "Judge refusal", "counsel", Map.of("refusalUnreasonable", unreasonable, "ground", "The usual terms"));
    }

    private void giveUp() {
        claim.complete(
                "Record holding",
                "counsel",
                Map.of("holding", "CLOSED", "heldOn", "2002-02-04", "paper", "letter", "ground", "Not worth it"));
    }

    private void holdWithoutCourt() {
        claim.complete(
                "Record holding",
                "counsel",
                Map.of("holding", "UNAVAILABLE", "heldOn", "2002-02-04", "paper", "order", "ground", "Policy"));
    }

    private void report(Holding holding) {
        facts.hold(ID, held(holding));
        waiting.tell(ID, Messages.AWARD_RENDERED);
    }

    private static Held held(Holding holding) {
        return new Held(holding, "Superior Court", LocalDate.parse("2002-02-04"), "order", "Public policy");
    }

    private static Map<String, Object> with(Map<String, Object> data, Consumer<Map<String, Object>> change) {
        Map<String, Object> changed = new HashMap<>(data);
        change.accept(changed);
        return changed;
    }

    private void refused(Consumer<Map<String, Object>> change, String sentence) {
        refused(() -> claim.make(with(byHolder(), change)), sentence);
    }

    private static void refused(ThrowingCallable attempt, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt)
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith(sentence);
    }
}
