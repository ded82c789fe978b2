package org.registrationrights.notice;

import java.time.Instant;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * What is known of the arrival of a letter to one Holder, outside of the notice of 2.1 (11.1). Evidence and decisions are
 * only ever added.
 *
 * @param dispatchId of the letter
 * @param drawnUpAt when it was drawn up and handed to the post
 * @param evidence in the order of recording
 * @param decisions of counsel where the evidence proves nothing, in the order in which they were taken
 */
public record ProofOfService(
        String dispatchId, String holderId, Instant drawnUpAt, List<Evidence> evidence, List<Decision> decisions) {

    public record Evidence(Delivery delivery, Instant recordedAt, String recordedBy) {}

    public record Decision(Finding finding, Instant decidedAt, String decidedBy) {}

    /**
     * What counsel makes of a letter whose receipt is not proven.
     *
     * @param receivedAt when the Holder received it, with {@link Outcome#RECEIVED} only
     * @param ground in a sentence
     */
    public record Finding(Outcome outcome, Instant receivedAt, String ground) {

        private static final int LONGEST_GROUND = 1000;

        /** @throws Refusal for what is missing, too long, or does not belong to the outcome */
        public Finding {
            Refusal.required("outcome", outcome, Clause.S11_1_A);
            if (outcome == Outcome.RECEIVED) {
                Refusal.required("receivedAt", receivedAt, Clause.S11_1_A);
            } else if (receivedAt != null) {
                throw Refusal.invalid("receivedAt", "does not belong to " + outcome, Clause.S11_1_A);
            }
            ground = Refusal.requiredText("ground", ground, LONGEST_GROUND, Clause.S11_1_A);
        }
    }

    public enum Outcome {
        /** It did reach the Holder, at an instant that counsel finds. */
        RECEIVED,
        /** It is sent again, or waited for. */
        SEND_AGAIN,
        /** It is left at that: nothing hangs on it any more. */
        NOT_PURSUED
    }

    /** Whether counsel has left it at that, and nothing has come to light since. */
    public boolean notPursued() {
        return decisions.stream()
                .filter(decision -> decision.finding().outcome() == Outcome.NOT_PURSUED)
                .map(Decision::decidedAt)
                .anyMatch(at ->
                        evidence.stream().noneMatch(one -> one.recordedAt().isAfter(at)));
    }

    /** Since when it is on its way: from the last time it was sent. */
    public Instant sentAt() {
        return decisions.stream()
                .filter(decision -> decision.finding().outcome() == Outcome.SEND_AGAIN)
                .map(Decision::decidedAt)
                .reduce(drawnUpAt, (earlier, later) -> later);
    }

    /** Whether it is said to have arrived in some way on which counsel has not decided since. */
    public boolean hasArrivalSinceDecision() {
        Instant decidedAt = decisions.stream().map(Decision::decidedAt).reduce(Instant.MIN, (earlier, later) -> later);
        return evidence.stream()
                .anyMatch(one -> BindingReceipt.arrivedAt(one.delivery()) != null
                        && one.recordedAt().isAfter(decidedAt));
    }
}
