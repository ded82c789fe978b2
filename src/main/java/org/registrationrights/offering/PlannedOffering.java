package org.registrationrights.offering;

import java.time.Instant;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * An offering that the Company has determined to make, as far as Section 1.5 asks about it.
 *
 * @param soleBusinessCombination whether it is made for a business combination and nothing else
 * @param soleCompensatoryPlan whether it is made under a compensatory plan and for nothing else
 * @param commonStockToPublic whether Common Stock goes to the general public under an effective statement
 * @param determinedAt when the Company determined to make it
 */
public record PlannedOffering(
        boolean soleBusinessCombination,
        boolean soleCompensatoryPlan,
        boolean commonStockToPublic,
        Instant determinedAt) {

    public PlannedOffering {
        if (determinedAt == null) {
            throw Refusal.invalid("determinedAt", "is required", Clause.S2_1_B);
        }
    }
}
