package org.registrationrights.dispute;

import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * How a dispute ended.
 *
 * @param arbitrator who rendered the award; null where there is none
 * @param terms what was awarded or agreed, in short
 * @param awardFinding what the award holds about the indemnity of the claim that it is about; else null
 */
public record DisputeOutcome(
        Kind kind, LocalDate endedOn, String arbitrator, String terms, String paper, AwardFinding awardFinding) {

    public enum Kind {
        /** Final and binding. */
        AWARD,
        SETTLED,
        /** The claimant has dropped it. */
        WITHDRAWN
    }

    /** @throws Refusal for what is missing, and for what belongs to an award only */
    public DisputeOutcome {
        Refusal.required("outcome", kind, Clause.S11_5_A);
        Refusal.required("endedOn", endedOn, Clause.S11_5_A);
        terms = Refusal.requiredText("terms", terms, 1000, Clause.S11_5_A);
        paper = Refusal.requiredText("paper", paper, 500, Clause.S11_5_A);
        if (kind == Kind.AWARD) {
            arbitrator = Refusal.requiredText("arbitrator", arbitrator, 200, Clause.S11_5_A);
        } else {
            absent("arbitrator", arbitrator);
            absent("awardFinding", awardFinding);
        }
    }

    private static void absent(String field, Object value) {
        if (value != null) {
            throw Refusal.invalid(field, "belongs to an award only", Clause.S11_5_A);
        }
    }
}
