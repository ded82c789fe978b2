package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * What the managing underwriter, or the Company where there is none, says about the number of shares (2.3).
 *
 * @param imposedBy null where no limitation is imposed
 * @param available the Registrable Shares that remain available; null where no limitation is imposed
 * @param others who else sells, one line for each class of securities
 */
public record Limitation(LimitAuthority.Party imposedBy, BigInteger available, List<OtherSeller> others) {

    /**
     * Whether it may be imposed is {@link LimitAuthority}'s question.
     *
     * @throws Refusal for a limitation without a party or a number, for a number without a limitation, and for a line of
     *     another seller that is not in order
     */
    public static Limitation of(
            boolean imposed, LimitAuthority.Party imposedBy, BigInteger available, List<OtherSeller> others) {
        OtherSeller.check(others);
        if (!imposed) {
            if (available != null) {
                throw Refusal.invalid("availableShares", "must be absent without a limitation", Clause.S2_3_A);
            }
            return new Limitation(null, null, others);
        }
        Refusal.required("imposedBy", imposedBy, Clause.S2_3_A);
        if (available == null) {
            throw Refusal.invalid(
                    "availableShares", "is required: the Registrable Shares that remain available", Clause.S2_3_C);
        }
        Checks.notNegative(available, "availableShares");
        return new Limitation(imposedBy, available, others);
    }

    public boolean imposed() {
        return imposedBy != null;
    }
}
