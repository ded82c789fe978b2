package org.registrationrights.process.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.registrationrights.process.piggyback.Story.byHand;
import static org.registrationrights.process.piggyback.Story.byMail;
import static org.registrationrights.process.piggyback.Story.instant;
import static org.registrationrights.process.piggyback.Story.json;
import static org.registrationrights.process.suspension.Stops.FIRST;

import java.math.BigInteger;
import java.time.LocalDate;
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
import org.registrationrights.process.suspension.ReportedSales.SaleReceipt;
import org.registrationrights.suspension.JudgedSale.Verdict;
import org.registrationrights.suspension.ReportedSale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** H-1 is stopped from 24 January at ten to 25 January at fifteen. */
@ProcessTest
@Import(Stops.class)
@Verifies(Clause.S2_6_A)
class ReportedSalesTest {

    @Autowired
    private Story story;

    @Autowired
    private Stops stops;

    @Autowired
    private ReportedSales sales;

    @Autowired
    private TransactionReviewRepository reviews;

    @Autowired
    private RuntimeService runtime;

    @BeforeEach
    void begin() {
        story.effectiveOffering();
        story.now("2002-01-24T09:00:00-08:00");
        stops.openEvent(FIRST);
        story.now("2002-01-30T09:00:00-08:00");
        stops.notice(FIRST, "H-1", byHand("2002-01-24T10:00:00-08:00"));
        stops.supplement(FIRST);
        stops.copies(FIRST, "H-1", byHand("2002-01-25T15:00:00-08:00"));
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void aSaleInsideTheStopIsABreachThatCounselDecidesOn() {
        SaleReceipt receipt = report("2002-01-24T10:00:00-08:00");

        assertThat(receipt.verdict()).isEqualTo(Verdict.INSIDE_STOP);
        assertThat(receipt.openEvents()).containsExactly(FIRST);
        assertThat(lastEvent()).isEqualTo("Breach: sale reported inside the Holder's stop");
        assertThat(reviews.breaches(Story.ID, "H-1")).isEmpty();
        String task = story.task("Decide on transaction", receipt.reviewKey()).getId();
        assertThat(story.variable(task, "transaction"))
                .isEqualTo("Sale of 1000 shares under the statement, 2002-01-24T18:00:00Z; open then: EVT-2002-1");
        assertThat(story.variable(task, "question")).isEqualTo(Question.INSIDE_STOP.sentence());
        decide(receipt, "NOT_ALLOWED", "The broker had the notice in hand");

        // what an indemnity turns on
        assertThat(reviews.breaches(Story.ID, "H-1"))
                .extracting(TransactionReview::clause, TransactionReview::happenedOn, TransactionReview::ground)
                .containsExactly(
                        tuple(Clause.S2_6_A, LocalDate.parse("2002-01-24"), "The broker had the notice in hand"));
        assertThat(reviews.breaches(Story.ID, "H-4")).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(receipt.reviewKey())
                        .count())
                .isZero();
    }

    @Test
    void counselMayFindThatItWasNone() {
        SaleReceipt receipt = report("2002-01-25T14:59:59-08:00");
        assertThat(receipt.verdict()).isEqualTo(Verdict.INSIDE_STOP);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete(
                        "Decide on transaction", receipt.reviewKey(), "counsel", Map.of("outcome", "ALLOWED")))
                .withMessage("ground: is required");
        decide(receipt, "ALLOWED", "Agreed before the notice came");

        assertThat(reviews.breaches(Story.ID, "H-1")).isEmpty();
        assertThat(lastEvent()).isEqualTo("Transaction of the Holder decided on");
    }

    @Test
    void outsideTheStopNothingIsAsked() {
        assertThat(report("2002-01-24T09:59:59-08:00").verdict()).isEqualTo(Verdict.OUTSIDE_STOP);
        SaleReceipt after = report("2002-01-25T15:00:00-08:00");

        assertThat(after.verdict()).isEqualTo(Verdict.OUTSIDE_STOP);
        assertThat(after.reviewKey()).isNull();
        assertThat(reviews.ofOffering(Story.ID)).isEmpty();
    }

    @Test
    void whereOnlyTheDayIsKnownTheHoursAreForAPerson() {
        SaleReceipt receipt = sales.report(Story.ID, onDay("2002-01-25"));

        assertThat(receipt.verdict()).isEqualTo(Verdict.HOURS_DECIDE);
        assertThat(reviews.ofOffering(Story.ID))
                .extracting(TransactionReview::question)
                .containsExactly(Question.HOURS_DECIDE);
        assertThat(sales.report(Story.ID, onDay("2002-01-23")).verdict()).isEqualTo(Verdict.OUTSIDE_STOP);
    }

    @Test
    void evidenceThatComesLatePutsASaleIntoTheStop() {
        ReportedSale sale =
                new ReportedSale("H-4", BigInteger.TEN, instant("2002-01-29T08:00:00-08:00"), null, "broker's note");
        assertThat(sales.report(Story.ID, sale).verdict()).isEqualTo(Verdict.OUTSIDE_STOP);
        assertThat(reviews.ofOffering(Story.ID)).isEmpty();

        stops.notice(FIRST, "H-4", byMail("2002-01-24T11:00:00-08:00"));
        assertThat(reviews.ofOffering(Story.ID))
                .extracting(TransactionReview::holderId, TransactionReview::question)
                .containsExactly(tuple("H-4", Question.INSIDE_STOP));

        // once, whatever else comes
        stops.notice(FIRST, "H-4", byHand("2002-01-28T11:00:00-08:00"));
        assertThat(reviews.ofOffering(Story.ID)).hasSize(1);
    }

    @Test
    void aClosingTellsOfSalesToo() {
        sales.report(Story.ID, onDay("2002-01-24"));

        story.complete(
                "Record closing",
                "transfer-agent",
                Map.of("closedOn", "2002-01-28", "finalClosing", true, "sales", json("""
                [{'holderId': 'H-1', 'shares': '1000', 'soldOn': '2002-01-24'},
                 {'holderId': 'H-1', 'shares': '2000', 'soldOn': '2002-01-24'},
                 {'holderId': 'H-4', 'shares': '500', 'soldOn': '2002-01-24'}]
                """)));

        // the first was reported before
        assertThat(reviews.ofOffering(Story.ID))
                .extracting(TransactionReview::transaction)
                .containsExactly(
                        "Sale of 1000 shares under the statement, 2002-01-24; open then: EVT-2002-1",
                        "Sale of 2000 shares under the statement, 2002-01-24; open then: EVT-2002-1");
    }

    @Test
    void aReportIsRefusedWithItsSentence() {
        refused("H-9", "2002-01-24T10:00:00-08:00", "holderId: H-9 has no shares in the statement of OFF-2002-1");
        refused("H-1", "2002-01-30T09:00:01-08:00", "soldAt: 2002-01-30T17:00:01Z is in the future");
        refused("H-1", "2002-01-22T10:00:00-08:00", "soldAt: 2002-01-22 is before the effectiveness, 2002-01-23");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> sales.report(Story.ID, onDay("2002-02-01")))
                .withMessage("soldOn: 2002-02-01 is in the future");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> sales.report("OFF-2002-9", onDay("2002-01-24")))
                .withMessage("offeringId: there is no offering OFF-2002-9");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new ReportedSale("H-1", BigInteger.ZERO, null, null, "note"))
                .withMessage("shares: must be above zero (Section 2.6)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new ReportedSale("H-1", BigInteger.ONE, null, null, "note"))
                .withMessage("soldOn: is required (Section 2.6)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new ReportedSale(
                        "H-1",
                        BigInteger.ONE,
                        instant("2002-01-24T10:00:00-08:00"),
                        LocalDate.parse("2002-01-24"),
                        "note"))
                .withMessage("soldOn: cannot stand beside soldAt (Section 2.6)");
    }

    private void refused(String holder, String soldAt, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> sales.report(
                        Story.ID, new ReportedSale(holder, BigInteger.ONE, instant(soldAt), null, "broker's note")))
                .withMessage(sentence);
    }

    private SaleReceipt report(String soldAt) {
        return sales.report(
                Story.ID, new ReportedSale("H-1", BigInteger.valueOf(1000), instant(soldAt), null, "broker's note"));
    }

    private static ReportedSale onDay(String day) {
        return new ReportedSale("H-1", BigInteger.valueOf(1000), null, LocalDate.parse(day), "broker's note");
    }

    private void decide(SaleReceipt receipt, String outcome, String ground) {
        story.complete(
                "Decide on transaction", receipt.reviewKey(), "counsel", Map.of("outcome", outcome, "ground", ground));
    }

    private String lastEvent() {
        var entries = story.caseFile();
        return entries.get(entries.size() - 1).event();
    }
}
