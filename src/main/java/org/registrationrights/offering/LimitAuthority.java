package org.registrationrights.offering;

import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * Whether a limitation on the number of shares is one that 2.3 allows.
 *
 * @param reason why it is not, or null where it is
 * @param expectedParty the only party that may impose one in this offering
 */
public record LimitAuthority(Reason reason, Party expectedParty) {

    /** Who imposes a limitation. */
    public enum Party {
        MANAGING_UNDERWRITER,
        COMPANY
    }

    /** Why a limitation does not count; where both apply, the first. */
    public enum Reason {
        WRONG_PARTY,
        NOT_MARKET_CONDITIONS
    }

    /** @param marketConditionsJudgment whether that party judged the limitation necessary for market conditions */
    @Implements(Clause.S2_3_A)
    public static LimitAuthority judge(
            Party imposedBy, boolean hasManagingUnderwriter, boolean marketConditionsJudgment) {
        if (imposedBy == null) {
            throw Refusal.invalid("imposedBy", "is required", Clause.S2_3_A);
        }
        Party expected = hasManagingUnderwriter ? Party.MANAGING_UNDERWRITER : Party.COMPANY;
        if (imposedBy != expected) {
            return new LimitAuthority(Reason.WRONG_PARTY, expected);
        }
        return new LimitAuthority(marketConditionsJudgment ? null : Reason.NOT_MARKET_CONDITIONS, expected);
    }

    public boolean valid() {
        return reason == null;
    }
}
