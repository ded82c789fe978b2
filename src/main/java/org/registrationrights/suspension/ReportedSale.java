package org.registrationrights.suspension;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * A sale under the statement by one of its Holders, as it was reported (2.6).
 *
 * @param soldAt the instant, where it is known
 * @param soldOn the day, in the agreement's zone, where no more is known
 */
public record ReportedSale(String holderId, BigInteger shares, Instant soldAt, LocalDate soldOn, String evidence) {

    private static final int LONGEST_EVIDENCE = 500;

    /** @throws Refusal for what is missing or too long, and for a sale that tells its time twice */
    public ReportedSale {
        Refusal.required("holderId", holderId, Clause.S2_6_A);
        Refusal.required("shares", shares, Clause.S2_6_A);
        if (shares.signum() <= 0) {
            throw Refusal.invalid("shares", "must be above zero", Clause.S2_6_A);
        }
        if (soldAt == null) {
            Refusal.required("soldOn", soldOn, Clause.S2_6_A);
        } else if (soldOn != null) {
            throw Refusal.invalid("soldOn", "cannot stand beside soldAt", Clause.S2_6_A);
        }
        evidence = Refusal.requiredText("evidence", evidence, LONGEST_EVIDENCE, Clause.S2_6_A);
    }
}
