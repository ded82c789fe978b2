package org.registrationrights.offering;

import java.time.Instant;
import java.time.LocalDate;
import org.registrationrights.agreement.Clause;

/**
 * Something a Holder did, or asked to do, that the agreement may forbid (2.6, 7), put before counsel.
 *
 * @param clause which may forbid it
 * @param reference the report that it rests on; each is reviewed once
 * @param transaction in a sentence
 * @param executed whether it has been done; what was only asked for can be no breach
 * @param outcome null until counsel has decided
 */
public record TransactionReview(
        long id,
        String offeringId,
        String holderId,
        Clause clause,
        String reference,
        String transaction,
        LocalDate happenedOn,
        boolean executed,
        Question question,
        Instant openedAt,
        String processInstanceId,
        Outcome outcome,
        String ground,
        String decidedBy,
        Instant decidedAt) {

    /** Why a person looks at it. */
    public enum Question {
        /** By the records it fell into a stop (2.6). */
        INSIDE_STOP("By the records the Holder had to stop selling at that time."),
        /** It fell on a day on which the Holder was stopped for some hours. */
        HOURS_DECIDE("The Holder was stopped for some hours of that day, and the hour is not known."),
        /** By the records it fell into a stand-off (7). */
        INSIDE_STANDOFF("By the records the Holder was bound by a stand-off on that day."),
        /** It fell on the day on which the request arrived. */
        REQUEST_DAY("The request for the stand-off arrived on the same day: what came first decides."),
        /** Nothing shows when the request arrived. */
        REQUEST_NOT_PROVEN("Nothing shows that the request for the stand-off had reached the Holder."),
        /** The recipient is bound likewise, and is perhaps a donee. */
        BOUND_WITHOUT_GIFT("The recipient is bound likewise; whether it is a donee has to be decided.");

        private final String sentence;

        Question(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    public enum Outcome {
        ALLOWED,
        NOT_ALLOWED
    }

    /** Whether counsel found that the Holder broke the agreement, which may cost it its indemnity (3.1). */
    public boolean isBreach() {
        return executed && outcome == Outcome.NOT_ALLOWED;
    }

    public String businessKey() {
        return offeringId + ":" + holderId + ":T-" + id;
    }
}
