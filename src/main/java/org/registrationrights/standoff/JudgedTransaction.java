package org.registrationrights.standoff;

import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;

/**
 * A transaction in the light of a stand-off (7).
 *
 * @param review why a person looks at a prohibited transaction before anyone acts on it, or null
 */
public record JudgedTransaction(MarketStandoff standoff, Transaction transaction, Verdict verdict, Review review)
        implements Explained {

    /** What the stand-off says; where several apply, the first. */
    public enum Verdict {
        ALLOWED_OUTSIDE_PERIOD,
        ALLOWED_IN_OFFERING,
        ALLOWED_BOUND_DONEE,
        PROHIBITED
    }

    /** What the dates and the words leave open. */
    public enum Review {
        /** It happened on the day the request arrived, and the hours decide which came first. */
        REQUEST_DAY,
        /** The recipient is bound likewise, and perhaps it is a donee: a trust, an heir. */
        BOUND_WITHOUT_GIFT
    }

    @Implements(Clause.S7_B)
    static JudgedTransaction of(Transaction transaction, MarketStandoff standoff) {
        Verdict verdict = verdict(transaction, standoff);
        return new JudgedTransaction(
                standoff, transaction, verdict, verdict == Verdict.PROHIBITED ? review(transaction, standoff) : null);
    }

    public boolean allowed() {
        return verdict != Verdict.PROHIBITED;
    }

    private static Verdict verdict(Transaction transaction, MarketStandoff standoff) {
        if (!standoff.isRestricted(transaction.date())) {
            return Verdict.ALLOWED_OUTSIDE_PERIOD;
        }
        if (transaction.sharesInOffering()) {
            return Verdict.ALLOWED_IN_OFFERING;
        }
        return transaction.isGift() && transaction.doneeBound() ? Verdict.ALLOWED_BOUND_DONEE : Verdict.PROHIBITED;
    }

    private static Review review(Transaction prohibited, MarketStandoff standoff) {
        if (prohibited.date().equals(standoff.request().requestReceivedDate())) {
            return Review.REQUEST_DAY;
        }
        return prohibited.doneeBound() ? Review.BOUND_WITHOUT_GIFT : null;
    }

    @Override
    public List<Step> explain(String subject) {
        if (subject != null) {
            throw Explained.stranger(subject);
        }
        Explanation told = standoff.told()
                .step(Clause.S7_B, "free outside the period, in the offering, and as a gift to a donee bound likewise")
                .with("date", transaction.date())
                .with("kind", transaction.kind())
                .with("sharesInOffering", transaction.sharesInOffering())
                .with("doneeBound", transaction.doneeBound())
                .gives("transaction", verdict);
        if (review != null) {
            told.step(Clause.S7_B, "what a person decides first: which came earlier that day, or who is a donee")
                    .with("requestReceivedDate", standoff.request().requestReceivedDate())
                    .with("date", transaction.date())
                    .with("doneeBound", transaction.doneeBound())
                    .gives("review", review);
        }
        return told.steps();
    }
}
