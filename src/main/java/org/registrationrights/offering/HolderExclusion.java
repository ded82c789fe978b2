package org.registrationrights.offering;

import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * Counsel's decision to leave a Holder that asked for inclusion out of an offering. The agreement names no sanction for a
 * Holder that does not sign or furnish, and no way to drop out; the decision is a person's, with its ground.
 *
 * @param ground in a sentence
 */
@Implements({Clause.S2_2_A, Clause.S2_3_C})
public record HolderExclusion(String holderId, Reason reason, String ground) {

    public enum Reason {
        /** The Holder takes its request back after its window. */
        DROPPED_OUT,
        /** It did not sign the underwriting agreement (2.2). */
        NOT_SIGNED,
        /** It did not furnish its information (2.4). */
        NO_INFORMATION
    }

    private static final int LONGEST_ID = 40;
    private static final int LONGEST_GROUND = 1000;

    /** @throws Refusal for what is missing or too long */
    public HolderExclusion {
        holderId = Checks.text("holderId", holderId, LONGEST_ID, Clause.S2_3_C);
        Refusal.required("reason", reason, Clause.S2_3_C);
        ground = Checks.text("ground", ground, LONGEST_GROUND, Clause.S2_3_C);
    }
}
