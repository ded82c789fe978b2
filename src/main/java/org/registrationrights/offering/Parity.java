package org.registrationrights.offering;

import static org.registrationrights.offering.OwnershipPercentage.sum;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.ParityMeasure;
import org.registrationrights.agreement.Policies.ParityUnit;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.offering.Cutback.Share;

/**
 * Whether Holders are cut no deeper than the best treated of the other sellers who exercised registration rights
 * (2.3). Either the floors per Holder or the aggregate ones are there, as the unit of the comparison wants it.
 *
 * @param benchmark the best treated other's ratio; null where shares left out are counted instead
 * @param floor by Holder: the shares that it must have at least; null in aggregate
 * @param deficit by Holder: the shares that it lacks; null in aggregate
 * @param aggregateFloor the shares that all Holders must have at least; null per Holder
 * @param aggregateDeficit the shares that they lack; null per Holder
 * @param compliant whether nothing lacks; otherwise filing is barred
 */
@Implements(Clause.S2_3_D)
public record Parity(
        Fraction benchmark,
        Map<String, BigInteger> floor,
        Map<String, BigInteger> deficit,
        BigInteger aggregateFloor,
        BigInteger aggregateDeficit,
        boolean compliant) {

    /** The best treatment of any other seller, in what the measure asks for; the rest is null. */
    record Benchmark(ParityMeasure measure, Fraction ratio, BigInteger leastExcluded) {

        static Benchmark of(List<OtherSeller> compared, ParityMeasure measure) {
            return switch (measure) {
                case RATIO_OF_REQUESTED -> new Benchmark(measure, best(compared, OtherSeller::requested), null);
                case RATIO_OF_HELD -> new Benchmark(measure, best(compared, OtherSeller::entitledHeld), null);
                case ABSOLUTE_COUNT ->
                    new Benchmark(
                            measure,
                            null,
                            compared.stream()
                                    .map(OtherSeller::excluded)
                                    .reduce(BigInteger::min)
                                    .orElseThrow());
            };
        }

        BigInteger floor(BigInteger held, BigInteger requested) {
            return switch (measure) {
                case RATIO_OF_REQUESTED -> ratio.ceilOf(requested);
                case RATIO_OF_HELD -> ratio.ceilOf(held).min(requested);
                case ABSOLUTE_COUNT -> requested.subtract(leastExcluded).max(BigInteger.ZERO);
            };
        }

        private static Fraction best(List<OtherSeller> compared, Function<OtherSeller, BigInteger> whole) {
            return compared.stream()
                    .map(other -> Fraction.of(other.included(), whole.apply(other)))
                    .reduce(Fraction::max)
                    .orElseThrow();
        }
    }

    /** @return null where nobody requests or no other seller is one to compare with */
    static Parity of(List<Share> shares, List<OtherSeller> others, Policies policies) {
        List<OtherSeller> compared = compared(others, policies);
        if (shares.isEmpty() || compared.isEmpty()) {
            return null;
        }
        if (policies.parityMeasure() == ParityMeasure.RATIO_OF_HELD) {
            checkHoldings(compared, others);
        }
        Benchmark benchmark = Benchmark.of(compared, policies.parityMeasure());
        return policies.parityUnit() == ParityUnit.AGGREGATE
                ? inAggregate(shares, benchmark)
                : perHolder(shares, benchmark);
    }

    /** Those among the others that Holders may not be cut deeper than. */
    static List<OtherSeller> compared(List<OtherSeller> others, Policies policies) {
        return others.stream().filter(other -> other.setsBenchmark(policies)).toList();
    }

    private static Parity perHolder(List<Share> shares, Benchmark benchmark) {
        Map<String, BigInteger> floors = new LinkedHashMap<>(2 * shares.size());
        Map<String, BigInteger> deficits = new LinkedHashMap<>(2 * shares.size());
        boolean compliant = true;
        for (Share share : shares) {
            BigInteger floor =
                    benchmark.floor(share.request().held(), share.request().shares());
            BigInteger deficit = floor.subtract(share.allocated()).max(BigInteger.ZERO);
            floors.put(share.request().holder(), floor);
            deficits.put(share.request().holder(), deficit);
            compliant &= deficit.signum() == 0;
        }
        return new Parity(benchmark.ratio, floors, deficits, null, null, compliant);
    }

    /** All Holders as if they were one whose holding is what it asks for. */
    private static Parity inAggregate(List<Share> shares, Benchmark benchmark) {
        BigInteger requested = sum(shares, share -> share.request().shares());
        BigInteger floor =
                benchmark.ratio == null ? benchmark.floor(requested, requested) : benchmark.ratio.ceilOf(requested);
        BigInteger deficit = floor.subtract(sum(shares, Share::allocated)).max(BigInteger.ZERO);
        return new Parity(benchmark.ratio, null, null, floor, deficit, deficit.signum() == 0);
    }

    private static void checkHoldings(List<OtherSeller> compared, List<OtherSeller> others) {
        for (OtherSeller other : compared) {
            if (other.entitledHeld().signum() == 0) {
                throw Refusal.invalid(
                        "others[" + others.indexOf(other) + "].entitledHeld",
                        "is 0, so that no ratio of it can be taken",
                        Clause.S2_3_D);
            }
        }
    }
}
