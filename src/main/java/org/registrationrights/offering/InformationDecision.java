package org.registrationrights.offering;

import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * What counsel decides about a Holder whose information did not come (2.4).
 *
 * @param waitUntil the new day by which it is due; with {@code WAIT} only
 * @param ground in a sentence
 */
public record InformationDecision(String holderId, Kind decision, LocalDate waitUntil, String ground) {

    /** The agreement names no sanction; these are the ways on. */
    public enum Kind {
        WAIT,
        /** The offering goes on with what the Company knows of the Holder. */
        EXCUSE,
        /** The Holder drops out before the filing. */
        HOLD_OUT
    }

    private static final int LONGEST_ID = 40;
    private static final int LONGEST_GROUND = 1000;

    /** @throws Refusal for what is missing or too long, and for a day that nobody waits for */
    public InformationDecision {
        holderId = Checks.text("holderId", holderId, LONGEST_ID, Clause.S2_4_A);
        if (decision == null) {
            throw Refusal.invalid("decision", "is required", Clause.S2_4_A);
        }
        if (decision == Kind.WAIT && waitUntil == null) {
            throw Refusal.invalid("waitUntil", "is required with the decision WAIT", Clause.S2_4_A);
        }
        if (decision != Kind.WAIT && waitUntil != null) {
            throw Refusal.invalid("waitUntil", "must be absent with the decision " + decision, Clause.S2_4_A);
        }
        ground = Checks.text("ground", ground, LONGEST_GROUND, Clause.S2_4_A);
    }
}
