package org.registrationrights.indemnity;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Policies;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.indemnity.ContributionClaim.Finder;

/** Claims for contribution for tests. */
final class Claims {

    private Claims() {}

    static ContributionClaim claim(long lossCents, String claimantFault, Contributor... contributors) {
        return claim(lossCents, claimantFault, List.of(), contributors);
    }

    static ContributionClaim claim(
            long lossCents, String claimantFault, List<String> claimantGuiltyOf, Contributor... contributors) {
        return new ContributionClaim(
                cents(lossCents), Fraction.parse(claimantFault), List.of(contributors), claimantGuiltyOf, null);
    }

    static ContributionClaim heldBy(Finder finder, ContributionClaim claim) {
        return new ContributionClaim(
                claim.lossCents(), claim.claimantFault(), claim.contributors(), claim.claimantGuiltyOf(), finder);
    }

    /** One without a cap, such as the Company. */
    static Contributor other(String id, String fault, String... guiltyOf) {
        return new Contributor(id, Fraction.parse(fault), null, null, null, null, List.of(guiltyOf));
    }

    static Contributor holder(String id, String fault, long proceedsCents, String... guiltyOf) {
        return new Contributor(id, Fraction.parse(fault), true, cents(proceedsCents), null, null, List.of(guiltyOf));
    }

    static BigInteger cents(long value) {
        return BigInteger.valueOf(value);
    }

    static Policies with(String key, String value) {
        return Policies.DEFAULTS.with(Map.of(key, value));
    }
}
