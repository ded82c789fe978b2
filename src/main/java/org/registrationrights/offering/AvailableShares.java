package org.registrationrights.offering;

import java.math.BigInteger;
import org.registrationrights.arithmetic.Fraction;

/**
 * A help for an underwriter that states an overall limit only: the Registrable Shares that would remain available
 * (2.3) if Holders and the others who are not exempt shared what is left by what they request. The agreement's text
 * does not say this.
 *
 * @param pool what the limit leaves to Holders and those others
 * @param available the Holders' part
 * @param nonExempt the others' part
 */
public record AvailableShares(BigInteger pool, BigInteger available, BigInteger nonExempt) {

    /**
     * @param companyPrimary shares that the Company sells for its own account
     * @param exemptIncluded shares of the classes that 2.3 exempts from parity
     */
    public static AvailableShares of(
            BigInteger overallLimit,
            BigInteger companyPrimary,
            BigInteger exemptIncluded,
            BigInteger holdersRequested,
            BigInteger nonExemptRequested) {
        Checks.notNegative(overallLimit, "overallLimit");
        Checks.notNegative(companyPrimary, "companyPrimary");
        Checks.notNegative(exemptIncluded, "exemptIncluded");
        Checks.notNegative(holdersRequested, "holdersRequested");
        Checks.notNegative(nonExemptRequested, "nonExemptRequested");
        BigInteger pool =
                overallLimit.subtract(companyPrimary).subtract(exemptIncluded).max(BigInteger.ZERO);
        BigInteger requested = holdersRequested.add(nonExemptRequested);
        if (pool.compareTo(requested) >= 0) {
            return new AvailableShares(pool, holdersRequested, nonExemptRequested);
        }
        BigInteger nonExempt = Fraction.of(nonExemptRequested, requested).floorOf(pool);
        return new AvailableShares(pool, pool.subtract(nonExempt), nonExempt);
    }
}
