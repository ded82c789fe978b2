package org.registrationrights.process.standoff;

import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.TransactionReview.Question;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.registrationrights.process.piggyback.Dates;
import org.registrationrights.process.review.TransactionReviews;
import org.registrationrights.standoff.CheckedTransaction;
import org.registrationrights.standoff.CheckedTransaction.Outcome;
import org.registrationrights.standoff.JudgedTransaction.Verdict;
import org.registrationrights.standoff.MarketStandoff;
import org.registrationrights.standoff.ReportedTransaction;
import org.registrationrights.standoff.Standoff;
import org.registrationrights.standoff.StandoffHolder;
import org.registrationrights.standoff.StandoffHolder.Key;
import org.registrationrights.standoff.StandoffHolderRepository;
import org.registrationrights.standoff.StandoffRepository;
import org.registrationrights.standoff.StandoffRepository.Reported;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Transactions of Holders in a stand-off: let pass, refused, or put before counsel (7). */
@Component
@Transactional
@Implements(Clause.S7_B)
public class StandoffTransactions {

    /**
     * What a reported transaction is by the records.
     *
     * @param question what counsel decides; null where the text and the records decide
     * @param reviewKey the business key of counsel's review; null where there is none
     */
    public record TransactionReceipt(
            long transactionId,
            Verdict verdict,
            Outcome outcome,
            CheckedTransaction.Question question,
            LocalDate firstDay,
            LocalDate lastDay,
            String reviewKey) {}

    private final StandoffRepository standoffs;
    private final StandoffHolderRepository holders;
    private final AllocationRepository allocations;
    private final StandoffPeriods periods;
    private final TransactionReviews reviews;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    StandoffTransactions(
            StandoffRepository standoffs,
            StandoffHolderRepository holders,
            AllocationRepository allocations,
            StandoffPeriods periods,
            TransactionReviews reviews,
            Dates dates,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.standoffs = standoffs;
        this.holders = holders;
        this.allocations = allocations;
        this.periods = periods;
        this.reviews = reviews;
        this.dates = dates;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /** @throws Refusal for a Holder that the stand-off does not concern, and for more included shares than it has */
    public TransactionReceipt report(String standoffId, ReportedTransaction reported) {
        Standoff standoff = standoffs.lock(standoffId);
        StandoffHolder holder = holders.get(new Key(standoffId, reported.holderId()));
        Input.checked("securities", reported.securities());
        if (reported.executed()) {
            dates.notInFuture("date", reported.date());
        }
        if (reported.sharesInOffering()) {
            checkIncluded(standoff, reported);
        }
        CheckedTransaction checked = check(standoff, holder, reported);
        long id = standoffs.add(standoffId, checked, clock.instant(), user.id());
        String reviewKey = follow(id, standoff, checked);
        MarketStandoff period = checked.judged().standoff();
        return new TransactionReceipt(
                id,
                checked.verdict(),
                checked.outcome(),
                checked.question(),
                period.firstRestrictedDay(),
                period.lastRestrictedDay(),
                reviewKey);
    }

    /** Judges a Holder's transactions anew: evidence that comes late may put them into the stand-off, or out of it. */
    void reconsider(Key key) {
        Standoff standoff = standoffs.get(key.standoffId());
        for (Reported reported : standoffs.transactions(key)) {
            CheckedTransaction checked = check(standoff, holders.get(key), reported.transaction());
            String question =
                    checked.question() == null ? null : checked.question().name();
            if (checked.verdict() != reported.verdict() || !Objects.equals(question, reported.question())) {
                standoffs.checked(reported.id(), checked);
                follow(reported.id(), standoff, checked);
            }
        }
    }

    private CheckedTransaction check(Standoff standoff, StandoffHolder holder, ReportedTransaction reported) {
        return CheckedTransaction.of(
                reported,
                standoff,
                periods.receivedOn(standoff, holder),
                periods.terms(standoff),
                periods.policies(standoff));
    }

    /** What may pass as included in the offering is no more than what was allocated there. */
    private void checkIncluded(Standoff standoff, ReportedTransaction reported) {
        BigInteger allocated = allocations.included(standoff.offeringId()).stream()
                .filter(line -> line.holderId().equals(reported.holderId()))
                .map(Line::allocated)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "sharesInOffering",
                        reported.holderId() + " has no shares in " + standoff.offeringId(),
                        Clause.S7_B));
        BigInteger before = standoffs.transactions(new Key(standoff.id(), reported.holderId())).stream()
                .map(Reported::transaction)
                .filter(other -> other.sharesInOffering() && other.executed())
                .map(ReportedTransaction::securities)
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger total = before.add(reported.securities());
        if (total.compareTo(allocated) > 0) {
            throw Refusal.invalid(
                    "securities",
                    total + " is more than the " + allocated + " shares of " + reported.holderId() + " in "
                            + standoff.offeringId(),
                    Clause.S7_B);
        }
    }

    private String follow(long id, Standoff standoff, CheckedTransaction checked) {
        ReportedTransaction reported = checked.reported();
        caseFile.on(CaseSubject.matter(standoff.id()).in(standoff.offeringId()).of(reported.holderId()), Clause.S7_B)
                .input("transactionId", id)
                .input("transaction", reported)
                .policies(checked.judged().standoff().policies().only(MarketStandoff.POLICIES))
                .result("verdict", checked.verdict())
                .result("question", checked.question())
                .steps(checked.judged().explain(null))
                .write(
                        switch (checked.outcome()) {
                            case ALLOWED -> "Transaction in the stand-off allowed";
                            case REFUSED -> "Transaction in the stand-off refused";
                            case BEFORE_COUNSEL ->
                                checked.question() == null
                                        ? "Breach: transaction in the stand-off"
                                        : "Transaction in the stand-off is put before counsel";
                        });
        return checked.outcome() == Outcome.BEFORE_COUNSEL ? review(id, standoff, checked) : null;
    }

    private String review(long id, Standoff standoff, CheckedTransaction checked) {
        ReportedTransaction reported = checked.reported();
        return reviews.open(
                standoff.offeringId(),
                reported.holderId(),
                Clause.S7_B,
                standoff.id() + " transaction " + id,
                reported.kind() + " of " + reported.securities() + " securities, " + reported.date() + "; stand-off "
                        + standoff.id() + " until " + standoff.lastDay(),
                reported.date(),
                reported.executed(),
                checked.question() == null
                        ? Question.INSIDE_STANDOFF
                        : Question.valueOf(checked.question().name()));
    }
}
