package org.registrationrights.offering;

import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * A state, and what became of the qualification of the registered shares under its securities laws (4(b)).
 *
 * @param state by its two letters
 * @param decidedOn the day of the state's order or of the finding that none is needed; null while it is applied for,
 *     and of a refusal
 * @param evidence the paper that shows it; required with {@code QUALIFIED} and {@code EXEMPT}
 * @param ground of the Company's own refusal only, one that concerns the state and not the Holder who asks
 * @param reason the sentence that a refusal rests on
 */
@Implements(Clause.S4_B)
public record StateQualification(
        String state, Outcome outcome, LocalDate decidedOn, String evidence, PermittedRefusal ground, String reason) {

    public enum Outcome {
        APPLIED_FOR,
        QUALIFIED,
        /** The shares may be sold there without. */
        EXEMPT,
        /** The Company does not qualify them there. */
        REFUSED;

        /** Whether the shares may be sold there. */
        boolean opens() {
            return this == QUALIFIED || this == EXEMPT;
        }
    }

    private static final int LONGEST_EVIDENCE = 500;
    private static final int LONGEST_REASON = 1000;

    /** @throws Refusal for what is missing and for what does not belong to the outcome */
    public StateQualification {
        HolderRequest.checkState("state", Refusal.required("state", state, Clause.S4_B));
        Refusal.required("outcome", outcome, Clause.S4_B);
        Checks.onlyWith(outcome.opens(), "decidedOn", decidedOn, outcome, Clause.S4_B);
        evidence = Checks.optionalText("evidence", evidence, LONGEST_EVIDENCE, Clause.S4_B);
        if (outcome.opens()) {
            Refusal.required("evidence", evidence, Clause.S4_B);
        }
        Checks.onlyWith(outcome == Outcome.REFUSED, "ground", ground, outcome, Clause.S4_B);
        if (ground != null && !ground.concernsState()) {
            throw Refusal.invalid("ground", ground + " is no ground to refuse a state altogether", Clause.S4_B);
        }
        reason = Checks.optionalText("reason", reason, LONGEST_REASON, Clause.S4_B);
        Checks.onlyWith(outcome == Outcome.REFUSED, "reason", reason, outcome, Clause.S4_B);
    }
}
