package org.registrationrights.process.standoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.registrationrights.process.piggyback.Story.byHand;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.TransactionReview;
import org.registrationrights.offering.TransactionReview.Question;
import org.registrationrights.offering.TransactionReviewRepository;
import org.registrationrights.process.piggyback.ProcessTest;
import org.registrationrights.process.piggyback.Story;
import org.registrationrights.process.standoff.LockUps.RequestDelivery;
import org.registrationrights.process.standoff.StandoffTransactions.TransactionReceipt;
import org.registrationrights.standoff.CheckedTransaction;
import org.registrationrights.standoff.CheckedTransaction.Outcome;
import org.registrationrights.standoff.JudgedTransaction.Verdict;
import org.registrationrights.standoff.ReportedTransaction;
import org.springframework.beans.factory.annotation.Autowired;

/** H-1, with 300,000 shares in the offering, is bound from 28 January to 23 April 2002; H-4 was asked too. */
@ProcessTest
@Verifies(Clause.S7_B)
class StandoffTransactionsTest {

    private static final String ID = "STO-2002-1";

    @Autowired
    private Story story;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private LockUps lockUps;

    @Autowired
    private StandoffTransactions transactions;

    @Autowired
    private TransactionReviewRepository reviews;

    @BeforeEach
    void begin() {
        story.effectiveOffering();
        story.now("2002-01-24T09:00:00-08:00");
        runtime.startProcessInstanceByKey(
                "market-standoff",
                ID,
                Map.of(
                        "offeringId", Story.ID,
                        "requestedBy", "MANAGING_UNDERWRITER",
                        "requester", "Dana Ellis",
                        "days", "90",
                        "evidence", "letter"));
        story.runJobs();
        story.now("2002-02-20T09:00:00-08:00");
        lockUps.recordDeliveries(ID, List.of(new RequestDelivery("H-1", byHand("2002-01-28T10:00:00-08:00"))));
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void aSaleIsRefusedWhereItIsAskedForAndABreachWhereItIsMade() {
        TransactionReceipt asked = report("2002-03-01", "SALE", false, false, false);
        assertThat(asked.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(asked.verdict()).isEqualTo(Verdict.PROHIBITED);
        assertThat(asked.firstDay()).isEqualTo("2002-01-28");
        assertThat(asked.lastDay()).isEqualTo("2002-04-23");
        assertThat(asked.reviewKey()).isNull();
        assertThat(lastEvent()).isEqualTo("Transaction in the stand-off refused");

        TransactionReceipt made = report("2002-02-19", "SHORT_SALE", false, false, true);
        assertThat(made.outcome()).isEqualTo(Outcome.BEFORE_COUNSEL);
        assertThat(lastEvent()).isEqualTo("Breach: transaction in the stand-off");
        story.complete(
                "Decide on transaction",
                made.reviewKey(),
                "counsel",
                Map.of("outcome", "NOT_ALLOWED", "ground", "Its broker confirms it"));
        assertThat(reviews.breaches(Story.ID, "H-1"))
                .extracting(TransactionReview::clause, TransactionReview::question, TransactionReview::transaction)
                .containsExactly(tuple(
                        Clause.S7_B,
                        Question.INSIDE_STANDOFF,
                        "SHORT_SALE of 1000 securities, 2002-02-19; stand-off STO-2002-1 until 2002-04-23"));
    }

    @Test
    void includedSharesAndGiftsToABoundDoneePass() {
        assertThat(report("2002-02-19", "SALE", true, false, true).verdict()).isEqualTo(Verdict.ALLOWED_IN_OFFERING);
        assertThat(report("2002-02-19", "GIFT", false, true, true).verdict()).isEqualTo(Verdict.ALLOWED_BOUND_DONEE);
        assertThat(report("2002-02-19", "GIFT", false, false, false).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report("2002-04-24", "SALE", false, false, false).verdict())
                .isEqualTo(Verdict.ALLOWED_OUTSIDE_PERIOD);
        assertThat(report("2002-01-27", "SALE", false, false, true).verdict())
                .isEqualTo(Verdict.ALLOWED_OUTSIDE_PERIOD);
        assertThat(reviews.ofOffering(Story.ID)).isEmpty();
    }

    @Test
    void whatTheTextLeavesOpenGoesToAPerson() {
        TransactionReceipt sameDay = report("2002-01-28", "SALE", false, false, true);
        assertThat(sameDay.question()).isEqualTo(CheckedTransaction.Question.REQUEST_DAY);
        TransactionReceipt trust = report("2002-03-01", "TRANSFER_TO_TRUST", false, true, false);
        assertThat(trust.question()).isEqualTo(CheckedTransaction.Question.BOUND_WITHOUT_GIFT);
        assertThat(trust.outcome()).isEqualTo(Outcome.BEFORE_COUNSEL);
        assertThat(lastEvent()).isEqualTo("Transaction in the stand-off is put before counsel");

        story.complete(
                "Decide on transaction",
                sameDay.reviewKey(),
                "counsel",
                Map.of("outcome", "ALLOWED", "ground", "Made at nine, asked at ten"));
        story.complete(
                "Decide on transaction",
                trust.reviewKey(),
                "counsel",
                Map.of("outcome", "NOT_ALLOWED", "ground", "A trust for itself is no donee"));
        // what was only asked for breaks nothing
        assertThat(reviews.breaches(Story.ID, "H-1")).isEmpty();
    }

    @Test
    void whereNothingShowsThatTheRequestArrivedAPersonDecides() {
        TransactionReceipt unproven = report("H-4", "2002-02-19", "SALE", false, false, true);
        assertThat(unproven.question()).isEqualTo(CheckedTransaction.Question.REQUEST_NOT_PROVEN);
        assertThat(report("H-4", "2002-02-18", "GIFT", false, true, true).outcome())
                .isEqualTo(Outcome.ALLOWED);
        assertThat(report("H-4", "2002-01-23", "SALE", false, false, true).outcome())
                .isEqualTo(Outcome.ALLOWED);

        // proof that comes late decides, and what is before counsel stays there
        lockUps.recordDeliveries(ID, List.of(new RequestDelivery("H-4", byHand("2002-02-01T10:00:00-08:00"))));
        assertThat(lastEvent()).isEqualTo("Breach: transaction in the stand-off");
        assertThat(reviews.ofOffering(Story.ID))
                .extracting(TransactionReview::question)
                .containsExactly(Question.REQUEST_NOT_PROVEN);
    }

    @Test
    void noMorePassesAsIncludedThanWasAllocated() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> reported("H-1", 300_001, true))
                .withMessage("securities: 300001 is more than the 300000 shares of H-1 in OFF-2002-1 (Section 7)");
        reported("H-1", 200_000, true);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> reported("H-1", 100_001, true))
                .withMessage("securities: 300001 is more than the 300000 shares of H-1 in OFF-2002-1 (Section 7)");
        reported("H-1", 100_000, true);
    }

    @Test
    void aReportIsRefusedWithItsSentence() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> report("H-9", "2002-02-19", "SALE", false, false, true))
                .withMessage("holderId: H-9 is no Holder in stand-off STO-2002-1");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> report("2002-02-21", "SALE", false, false, true))
                .withMessage("date: 2002-02-21 is in the future");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> report("2002-02-19", " ", false, false, true))
                .withMessage("kind: is required (Section 7)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new ReportedTransaction(
                        "H-1", BigInteger.ONE, LocalDate.parse("2002-02-19"), "SALE", null, null, null, "note"))
                .withMessage("executed: is required (Section 7)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new ReportedTransaction(
                        "H-1", BigInteger.ZERO, LocalDate.parse("2002-02-19"), "SALE", null, null, true, "note"))
                .withMessage("securities: must be above zero (Section 7)");
    }

    private TransactionReceipt report(String date, String kind, boolean inOffering, boolean bound, boolean executed) {
        return report("H-1", date, kind, inOffering, bound, executed);
    }

    private TransactionReceipt report(
            String holder, String date, String kind, boolean inOffering, boolean bound, boolean executed) {
        return transactions.report(
                ID,
                new ReportedTransaction(
                        holder,
                        BigInteger.valueOf(1000),
                        LocalDate.parse(date),
                        kind,
                        inOffering,
                        bound,
                        executed,
                        "broker's note"));
    }

    private void reported(String holder, long securities, boolean inOffering) {
        transactions.report(
                ID,
                new ReportedTransaction(
                        holder,
                        BigInteger.valueOf(securities),
                        LocalDate.parse("2002-02-19"),
                        "SALE",
                        inOffering,
                        false,
                        true,
                        "broker's note"));
    }

    private String lastEvent() {
        var entries = story.caseFile();
        return entries.get(entries.size() - 1).event();
    }
}
