package org.registrationrights.dispute;

import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * One who demands the arbitration, or against whom it is demanded.
 *
 * @param id {@code COMPANY}, {@code UNDERWRITER}, a Holder's id, or any other name for one who is none of these
 * @param submission the paper by which one who did not sign the agreement submits to the arbitration; null for those whom
 *     11.5 binds
 */
public record DisputeParty(String id, Kind kind, Side side, String name, String submission) {

    public static final String COMPANY = "COMPANY";
    public static final String UNDERWRITER = "UNDERWRITER";

    public enum Kind {
        COMPANY,
        HOLDER,
        /** The managing underwriter of the offering. */
        UNDERWRITER,
        /** A director, an officer, a controlling person, a former Holder. */
        OTHER;

        /** Whether it is a party to the agreement, whom 11.5 binds without more. */
        boolean isBound() {
            return this == COMPANY || this == HOLDER;
        }
    }

    public enum Side {
        CLAIMANT,
        RESPONDENT
    }

    /** @throws Refusal for what is missing, and for one whom nothing binds to the arbitration */
    public DisputeParty {
        id = Refusal.requiredText("party", id, 80, Clause.S11_5_A);
        Refusal.required("side", side, Clause.S11_5_A);
        name = Refusal.requiredText("name", name, 200, Clause.S11_5_A);
        if (kind.isBound() && submission != null) {
            throw Refusal.invalid("submission", id + " is bound without one", Clause.S11_5_A);
        }
        if (!kind.isBound()) {
            submission = Refusal.requiredText("submission", submission, 500, Clause.S11_5_A);
        }
    }

    /** Whether a claim means the same one: the Company and a Holder by the id, others by the name. */
    boolean is(String partyOfClaim) {
        return id.equals(partyOfClaim) || !kind.isBound() && name.equalsIgnoreCase(partyOfClaim);
    }
}
