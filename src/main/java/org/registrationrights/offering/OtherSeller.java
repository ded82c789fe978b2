package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.OthersBase;
import org.registrationrights.agreement.Refusal;

/**
 * One line of securities that somebody other than the Holders may sell in the offering. Somebody with securities of
 * two classes is two lines, so that an exempt class exempts no more than itself.
 *
 * @param entitledHeld all its securities entitled to registration, as converted to Common Stock (1.3)
 * @param requested the shares asked for
 * @param included the shares that go in, at most those asked for
 * @param participating whether it takes part in the offering (1.3)
 * @param hasAgreement whether its entitlement rests on an agreement with the Company (1.3)
 * @param exercisedRights whether it is in by a registration right of its own (2.3)
 */
public record OtherSeller(
        String id,
        SecurityClass securityClass,
        BigInteger entitledHeld,
        BigInteger requested,
        BigInteger included,
        boolean participating,
        boolean hasAgreement,
        boolean exercisedRights) {

    /** What a line's registration rights come from; parity (2.3) looks at {@link #PIGGYBACK} only. */
    public enum SecurityClass {
        SERIES_2A,
        DEMAND,
        PIGGYBACK;

        boolean isExempt() {
            return this != PIGGYBACK;
        }
    }

    static void check(List<OtherSeller> others) {
        Set<String> ids = new HashSet<>();
        int i = 0;
        for (OtherSeller other : others) {
            Checks.unusedId(other.id, ids, "others", i);
            if (other.securityClass == null) {
                throw Refusal.invalid("others[" + i + "].class", "is required", Clause.S2_3_E);
            }
            Checks.notNegative(other.entitledHeld, "others", i, "entitledHeld");
            Checks.notNegative(other.requested, "others", i, "requested");
            Checks.notNegative(other.included, "others", i, "included");
            if (other.included.compareTo(other.requested) > 0) {
                throw Refusal.invalid(
                        "others[" + i + "].included",
                        other.included + " is more than the " + other.requested + " requested",
                        Clause.S2_3_D);
            }
            i++;
        }
    }

    BigInteger excluded() {
        return requested.subtract(included);
    }

    /** What the line adds to the denominator of an Ownership Percentage, its class regardless (1.3). */
    BigInteger weight(Policies policies) {
        if (!participating || !hasAgreement) {
            return BigInteger.ZERO;
        }
        return policies.othersBase() == OthersBase.INCLUDED ? included : entitledHeld;
    }

    /** Whether Holders may not be cut deeper than this line (2.3). */
    @Implements(Clause.S2_3_E)
    boolean setsBenchmark(Policies policies) {
        return securityClass == SecurityClass.PIGGYBACK
                && requested.signum() > 0
                && (exercisedRights || policies.parityVoluntarySellers());
    }
}
