package org.registrationrights.indemnity;

import java.math.BigInteger;
import java.time.LocalDate;

/**
 * An expense of investigating or defending the action (3.1, 3.2).
 *
 * @param allowedCents how much of it is reasonable; null until it is reviewed
 * @param paidApart whether a task of its own pays it, and not the payment of the claim
 * @param reimbursedOn null until then
 */
public record ClaimExpense(
        String claimId,
        int number,
        Kind kind,
        String payee,
        String purpose,
        BigInteger cents,
        LocalDate incurredOn,
        String evidence,
        BigInteger allowedCents,
        String ground,
        String reviewedBy,
        boolean paidApart,
        LocalDate reimbursedOn,
        String paper) {

    public enum Kind {
        DEFENSE("defense"),
        INVESTIGATION("investigation"),
        /** Of one in conflict with common counsel (3.2). */
        SEPARATE_COUNSEL("separate counsel");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /** What is allowed, and left to the payment of the claim. */
    public BigInteger owedCents() {
        return allowedCents == null || paidApart || reimbursedOn != null ? BigInteger.ZERO : allowedCents;
    }
}
