package org.registrationrights.dispute;

import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.indemnity.CostSheet;

/**
 * A bill of a dispute as it is entered.
 *
 * @param reasonableGround why no more of it than the item says is reasonable: a person's finding; null where all is
 * @param replaces the number of the bill that it corrects; null for a new one
 */
public record DisputeBill(CostSheet.Item item, String reasonableGround, String evidence, Integer replaces) {

    /** @throws Refusal for what is missing, and for a finding without its ground */
    public DisputeBill {
        evidence = Refusal.requiredText("evidence", evidence, 500, Clause.S11_6_A);
        if (item.reasonableCents() == null && reasonableGround != null) {
            throw Refusal.invalid("reasonableGround", "belongs to reasonableCents", Clause.S11_6_A);
        }
        if (item.reasonableCents() != null) {
            reasonableGround = Refusal.requiredText("reasonableGround", reasonableGround, 1000, Clause.S11_6_A);
        }
    }
}
