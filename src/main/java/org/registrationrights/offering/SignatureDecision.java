package org.registrationrights.offering;

import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * What counsel decides about a Holder that has not signed the underwriting agreement in time (2.2).
 *
 * @param waitUntil the new day by which it is asked to sign; with {@code WAIT} only
 * @param ground in a sentence
 */
@Implements(Clause.S2_2_A)
public record SignatureDecision(String holderId, Kind decision, LocalDate waitUntil, String ground) {

    /** The agreement names no sanction; these are the ways on. */
    public enum Kind {
        WAIT,
        /** The Holder is left out, and the shares are allocated anew. */
        EXCLUDE
    }

    private static final int LONGEST_ID = 40;
    private static final int LONGEST_GROUND = 1000;

    /** @throws Refusal for what is missing or too long, and for a day that nobody waits for */
    public SignatureDecision {
        holderId = Checks.text("holderId", holderId, LONGEST_ID, Clause.S2_2_A);
        Refusal.required("decision", decision, Clause.S2_2_A);
        if ((decision == Kind.WAIT) != (waitUntil != null)) {
            throw Refusal.invalid(
                    "waitUntil",
                    decision == Kind.WAIT
                            ? "is required with the decision WAIT"
                            : "must be absent with the decision " + decision,
                    Clause.S2_2_A);
        }
        ground = Checks.text("ground", ground, LONGEST_GROUND, Clause.S2_2_A);
    }
}
