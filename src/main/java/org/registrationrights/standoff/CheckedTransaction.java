package org.registrationrights.standoff;

import java.time.LocalDate;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.standoff.JudgedTransaction.Review;
import org.registrationrights.standoff.JudgedTransaction.Verdict;

/**
 * What a stand-off makes of a reported transaction, with what is known of the request's arrival (7).
 *
 * @param question what a person decides first; null where the text and the records decide
 */
@Implements(Clause.S7_B)
public record CheckedTransaction(ReportedTransaction reported, JudgedTransaction judged, Question question) {

    public enum Question {
        /** It was made on the day on which the request arrived: the hours decide. */
        REQUEST_DAY,
        /** The recipient is bound likewise, and is perhaps a donee. */
        BOUND_WITHOUT_GIFT,
        /** Nothing shows that the request had arrived. */
        REQUEST_NOT_PROVEN
    }

    /** What follows. */
    public enum Outcome {
        ALLOWED,
        /** It was asked for and may not be made. */
        REFUSED,
        /** It was made and may be a breach, or a person has to decide whether it may be made. */
        BEFORE_COUNSEL
    }

    /** @param receivedOn the day on which the request reached the Holder; null where nothing shows it */
    public static CheckedTransaction of(
            ReportedTransaction reported,
            Standoff standoff,
            LocalDate receivedOn,
            AgreementTerms terms,
            Policies policies) {
        // it cannot have arrived before it was made: what is allowed even then is allowed
        LocalDate arrived = receivedOn == null ? standoff.requestedOn() : receivedOn;
        JudgedTransaction judged = standoff.period(arrived, terms, policies).judge(reported.transaction());
        return new CheckedTransaction(reported, judged, question(judged, receivedOn));
    }

    private static Question question(JudgedTransaction judged, LocalDate receivedOn) {
        if (judged.allowed()) {
            return null;
        }
        if (receivedOn == null) {
            return Question.REQUEST_NOT_PROVEN;
        }
        if (judged.review() == null) {
            return null;
        }
        return judged.review() == Review.REQUEST_DAY ? Question.REQUEST_DAY : Question.BOUND_WITHOUT_GIFT;
    }

    public Verdict verdict() {
        return judged.verdict();
    }

    public Outcome outcome() {
        if (judged.allowed()) {
            return Outcome.ALLOWED;
        }
        return question == null && !reported.executed() ? Outcome.REFUSED : Outcome.BEFORE_COUNSEL;
    }
}
