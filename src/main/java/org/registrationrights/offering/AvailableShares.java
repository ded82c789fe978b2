package org.registrationrights.offering;

import static org.registrationrights.offering.OwnershipPercentage.sum;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;

/**
 * A help for an underwriter that states an overall limit only: the Registrable Shares that would remain available
 * (2.3) if Holders and the others who are not exempt shared what is left by what they request. The agreement's text
 * does not say this.
 *
 * @param pool what the limit leaves to Holders and those others
 * @param available the Holders' part
 * @param nonExempt the others' part
 */
public record AvailableShares(Limit limit, BigInteger pool, BigInteger available, BigInteger nonExempt)
        implements Explained {

    /** No policy decides. */
    public static final Set<String> POLICIES = Set.of();

    private static final String OUTSIDE_THE_TEXT = "a help that the agreement's text does not contain: ";

    /**
     * The overall limit and who wants how much of it, in shares.
     *
     * @param companyPrimary shares that the Company sells for its own account
     * @param exemptIncluded shares of the classes that 2.3 exempts from parity
     */
    public record Limit(
            BigInteger overallLimit,
            BigInteger companyPrimary,
            BigInteger exemptIncluded,
            BigInteger holdersRequested,
            BigInteger nonExemptRequested) {

        private BigInteger requested() {
            return holdersRequested.add(nonExemptRequested);
        }
    }

    /**
     * The same from who wants to sell.
     *
     * @param holders their requests count as far as they hold the shares
     */
    public static AvailableShares of(
            BigInteger overallLimit, BigInteger companyPrimary, List<SellingHolder> holders, List<OtherSeller> others) {
        OtherSeller.check(others);
        Map<Boolean, List<OtherSeller>> byExemption = others.stream()
                .collect(
                        Collectors.partitioningBy(other -> other.securityClass().isExempt()));
        return of(new Limit(
                overallLimit,
                companyPrimary,
                sum(byExemption.get(true), OtherSeller::included),
                sum(holders, holder -> holder.requested().min(holder.held())),
                sum(byExemption.get(false), OtherSeller::requested)));
    }

    /** @throws Refusal for a number that is missing or negative */
    public static AvailableShares of(Limit limit) {
        Checks.notNegative(limit.overallLimit, "overallLimit");
        Checks.notNegative(limit.companyPrimary, "companyPrimary");
        Checks.notNegative(limit.exemptIncluded, "exemptIncluded");
        Checks.notNegative(limit.holdersRequested, "holdersRequested");
        Checks.notNegative(limit.nonExemptRequested, "nonExemptRequested");
        BigInteger pool = limit.overallLimit
                .subtract(limit.companyPrimary)
                .subtract(limit.exemptIncluded)
                .max(BigInteger.ZERO);
        if (pool.compareTo(limit.requested()) >= 0) {
            return new AvailableShares(limit, pool, limit.holdersRequested, limit.nonExemptRequested);
        }
        BigInteger nonExempt =
                Fraction.of(limit.nonExemptRequested, limit.requested()).floorOf(pool);
        return new AvailableShares(limit, pool, pool.subtract(nonExempt), nonExempt);
    }

    @Override
    public List<Step> explain(String subject) {
        if (subject != null) {
            throw Explained.stranger(subject);
        }
        Explanation explanation = Explanation.withoutPolicies()
                .step(
                        Clause.S2_3_C,
                        OUTSIDE_THE_TEXT + "the limit less the Company's and the exempt shares, at least nothing")
                .with("overallLimit", limit.overallLimit)
                .with("companyPrimary", limit.companyPrimary)
                .with("exemptIncluded", limit.exemptIncluded)
                .gives("pool", pool);
        if (pool.compareTo(limit.requested()) >= 0) {
            return explanation
                    .step(Clause.S2_3_C, OUTSIDE_THE_TEXT + "the pool covers both requests, so the others get theirs")
                    .with("pool", pool)
                    .with("nonExemptRequested", limit.nonExemptRequested)
                    .gives("nonExempt", nonExempt)
                    .step(Clause.S2_3_C, OUTSIDE_THE_TEXT + "the pool covers both requests, so the Holders get theirs")
                    .with("pool", pool)
                    .with("holdersRequested", limit.holdersRequested)
                    .gives("available", available)
                    .steps();
        }
        return explanation
                .step(Clause.S2_3_C, OUTSIDE_THE_TEXT + "the others' part of the pool by requests, rounded down")
                .with("pool", pool)
                .with("nonExemptRequested", limit.nonExemptRequested)
                .with("holdersRequested", limit.holdersRequested)
                .gives("nonExempt", nonExempt)
                .step(Clause.S2_3_C, OUTSIDE_THE_TEXT + "the rest of the pool is the Holders'")
                .with("pool", pool)
                .with("nonExempt", nonExempt)
                .gives("available", available)
                .steps();
    }
}
