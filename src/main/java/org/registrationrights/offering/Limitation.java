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
 * @param overallLimit the limit of the whole offering that they were worked out from; null where they were stated
 * @param others who else sells, one line for each class of securities
 */
public record Limitation(
        LimitAuthority.Party imposedBy, BigInteger available, BigInteger overallLimit, List<OtherSeller> others) {

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
            return new Limitation(null, null, null, others);
        }
        Refusal.required("imposedBy", imposedBy, Clause.S2_3_A);
        if (available == null) {
            throw Refusal.invalid(
                    "availableShares", "is required: the Registrable Shares that remain available", Clause.S2_3_C);
        }
        Checks.notNegative(available, "availableShares");
        return new Limitation(imposedBy, available, null, others);
    }

    /** The same, where only a limit of the whole offering was stated and the available shares are worked out from it. */
    public static Limitation ofOverallLimit(
            LimitAuthority.Party imposedBy, AvailableShares worked, List<OtherSeller> others) {
        Limitation limitation = of(true, imposedBy, worked.available(), others);
        return new Limitation(
                limitation.imposedBy, limitation.available, worked.limit().overallLimit(), limitation.others);
    }

    public boolean imposed() {
        return imposedBy != null;
    }
}
