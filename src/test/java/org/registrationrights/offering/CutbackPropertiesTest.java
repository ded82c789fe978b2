package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.Redistribution;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.offering.Cutback.Rule;
import org.registrationrights.offering.Cutback.Share;
import org.registrationrights.offering.Sellers.Case;

/** What holds in every offering, under all policies. */
@Verifies({Clause.S2_3_B, Clause.S2_3_C})
class CutbackPropertiesTest {

    private static final int CASES = 1500;

    @Test
    void nobodyGetsMoreThanItAskedForNorAllMoreThanThereIs() {
        forAnyOffering(1, offering -> {
            Cutback cutback = offering.allocate();
            BigInteger total = BigInteger.ZERO;
            for (Share share : cutback.shares()) {
                assertThat(share.allocated())
                        .isBetween(BigInteger.ZERO, share.request().shares());
                assertThat(share.request().shares())
                        .isLessThanOrEqualTo(share.request().held());
                assertThat(share.allocated().add(share.excluded()))
                        .isEqualTo(share.request().shares());
                total = total.add(share.allocated());
            }
            assertThat(cutback.totalAllocated()).isEqualTo(total);
            if (offering.available() != null) {
                assertThat(total).isLessThanOrEqualTo(offering.available());
                assertThat(cutback.unallocated())
                        .isBetween(BigInteger.ZERO, offering.available().subtract(total));
            }
        });
    }

    @Test
    void aProposalDealsNoMoreThanThereIsNorMoreThanAnybodyAskedFor() {
        int[] proposals = new int[1];
        forAnyOffering(6, any -> {
            Case offering = any.under("parityUnit", "PER_HOLDER").under("parityMeasure", "RATIO_OF_REQUESTED");
            Cutback cutback = offering.allocate();
            ParityProposal proposal = cutback.parityProposal();
            if (proposal == null) {
                return;
            }
            proposals[0]++;
            BigInteger dealt = BigInteger.ZERO;
            for (Share share : cutback.shares()) {
                BigInteger ofHolder = proposal.holders().get(share.request().holder());
                assertThat(ofHolder)
                        .isBetween(share.allocated(), share.request().shares());
                dealt = dealt.add(ofHolder);
            }
            BigInteger capacity = offering.available();
            if (capacity == null) {
                capacity = cutback.totalAllocated();
            }
            for (OtherSeller other : offering.others()) {
                BigInteger kept = proposal.others().get(other.id());
                assertThat(kept != null).isEqualTo(other.setsBenchmark(offering.policies()));
                if (kept != null) {
                    assertThat(kept).isBetween(BigInteger.ZERO, other.included());
                    capacity = capacity.add(other.included());
                    dealt = dealt.add(kept);
                }
            }
            assertThat(proposal.capacity()).isEqualTo(capacity);
            assertThat(proposal.unused()).isNotNegative().isEqualTo(capacity.subtract(dealt));
        });
        assertThat(proposals[0]).isGreaterThan(100);
    }

    @Test
    void moreAvailableIsNoHoldersLoss() {
        Random random = new Random(7);
        forAnyOffering(7, offering -> {
            BigInteger some = new BigInteger(random.nextInt(80), random);
            BigInteger more = some.add(new BigInteger(random.nextInt(80), random));
            Map<String, Fraction> before =
                    offering.withAvailable(some).allocate().exact();
            Map<String, Fraction> after =
                    offering.withAvailable(more).allocate().exact();
            Map<String, Fraction> unlimited =
                    offering.withAvailable(null).allocate().exact();
            before.forEach((holder, exact) -> {
                assertThat(after.get(holder)).isGreaterThanOrEqualTo(exact);
                assertThat(unlimited.get(holder)).isGreaterThanOrEqualTo(after.get(holder));
            });
        });
    }

    /** Every value of a policy that is named decides somewhere, and none of any other policy does anywhere. */
    @Test
    void thePoliciesThatDecideAreThoseThatAreNamed() {
        assertThat(deciding(8, CutbackPropertiesTest::figures)).isEqualTo(rivals(Cutback.POLICIES));
        assertThat(deciding(9, cutback -> figures(cutback.ownership())))
                .isEqualTo(rivals(OwnershipPercentage.POLICIES));
    }

    @Test
    void wholeSharesStayWithinOneOfTheExactOnesAndAddUpAsTheRoundingSays() {
        forAnyOffering(2, offering -> {
            Cutback cutback = offering.allocate();
            Map<String, Fraction> exact = cutback.exact();
            BigInteger down = BigInteger.ZERO;
            BigInteger up = BigInteger.ZERO;
            Fraction sum = Fraction.ZERO;
            for (Share share : cutback.shares()) {
                Fraction due = exact.get(share.request().holder());
                assertThat(share.allocated()).isBetween(due.floor(), due.ceil());
                down = down.add(due.floor());
                up = up.add(due.ceil());
                sum = sum.plus(due);
            }
            BigInteger total = switch (offering.policies().rounding()) {
                case LARGEST_REMAINDER -> sum.floor();
                case FLOOR -> down;
                case CEIL_WITHIN_AVAILABLE -> offering.available() == null ? up : up.min(offering.available());
            };
            assertThat(cutback.totalAllocated()).isEqualTo(total);
        });
    }

    @Test
    void dealingOutLeavesNothingThatSomebodyAskedForAndTreatsAllUnfilledAlike() {
        forAnyOffering(3, offering -> {
            Cutback cutback = offering.allocate();
            if (cutback.rule() != Rule.PRODUCT
                    || offering.policies().redistribution() != Redistribution.WATERFILL
                    || cutback.shares().isEmpty()) {
                return;
            }
            Fraction sum = Fraction.ZERO;
            BigInteger requested = BigInteger.ZERO;
            for (Share share : cutback.shares()) {
                Fraction due = cutback.exact().get(share.request().holder());
                sum = sum.plus(due);
                requested = requested.add(share.request().shares());
                Fraction level = cutback.rate().times(share.request().base());
                assertThat(due).isEqualTo(level.min(Fraction.of(share.request().shares())));
            }
            assertThat(sum).isEqualTo(Fraction.of(requested.min(offering.available())));
        });
    }

    @Test
    void theOrderOfTheInputChangesNothing() {
        Random order = new Random(4);
        forAnyOffering(4, offering -> {
            Cutback cutback = offering.allocate();
            Cutback shuffled = offering.shuffled(order).allocate();
            assertThat(shuffled.allocated()).isEqualTo(cutback.allocated());
            assertThat(shuffled.exact()).isEqualTo(cutback.exact());
            assertThat(shuffled.parity()).isEqualTo(cutback.parity());
            assertThat(shuffled.parityProposal()).isEqualTo(cutback.parityProposal());
            assertThat(shuffled.ownership().ownership())
                    .isEqualTo(cutback.ownership().ownership());
            assertThat(shuffled.ownership().notRequesting())
                    .isEqualTo(cutback.ownership().notRequesting());
            assertThat(shuffled.ownership().rejectedRequests())
                    .isEqualTo(cutback.ownership().rejectedRequests());
        });
    }

    @Test
    void asManyTimesTheSharesAreAsManyTimesTheExactResult() {
        Random factors = new Random(5);
        forAnyOffering(5, offering -> {
            BigInteger k = new BigInteger(66, factors).add(BigInteger.ONE);
            Cutback cutback = offering.allocate();
            Cutback scaled = offering.times(k).allocate();
            assertThat(scaled.rule()).isEqualTo(cutback.rule());
            assertThat(scaled.exact().keySet()).isEqualTo(cutback.exact().keySet());
            cutback.exact()
                    .forEach((holder, exact) ->
                            assertThat(scaled.exact().get(holder)).isEqualTo(exact.times(k)));
            assertThat(scaled.ownership().ownership())
                    .isEqualTo(cutback.ownership().ownership());
        });
    }

    private static Set<String> deciding(long seed, Function<Cutback, Map<String, Object>> figures) {
        Set<String> deciding = new TreeSet<>();
        forAnyOffering(seed, CASES / 4, offering -> {
            for (String policy : Policies.DEFAULTS.values().keySet()) {
                Map<String, Object> byDefault = null;
                for (String value : Policies.choices(policy)) {
                    Map<String, Object> here =
                            figures.apply(offering.under(policy, value).allocate());
                    if (byDefault == null) {
                        byDefault = here;
                    } else if (!here.equals(byDefault)) {
                        deciding.add(policy + "=" + value);
                    }
                }
            }
        });
        return deciding;
    }

    private static Set<String> rivals(Set<String> policies) {
        Set<String> rivals = new TreeSet<>();
        policies.forEach(policy -> Policies.DEFAULTS.rivals(policy).forEach(value -> rivals.add(policy + "=" + value)));
        return rivals;
    }

    private static Map<String, Object> figures(Cutback cutback) {
        Map<String, Object> figures = new HashMap<>();
        figures.put("rule", cutback.rule());
        figures.put("exact", cutback.exact());
        figures.put("allocated", cutback.allocated());
        figures.put("excluded", cutback.excluded());
        figures.put("unallocated", cutback.unallocated());
        figures.put("rejected", cutback.ownership().rejectedRequests());
        figures.put("parity", cutback.parity());
        figures.put("proposal", cutback.parityProposal());
        return figures;
    }

    private static Map<String, Object> figures(OwnershipPercentage percentage) {
        return Map.of(
                "denominator", percentage.denominator(),
                "ownership", percentage.ownership(),
                "notRequesting", percentage.notRequesting());
    }

    private static void forAnyOffering(long seed, Consumer<Case> property) {
        forAnyOffering(seed, CASES, property);
    }

    private static void forAnyOffering(long seed, int cases, Consumer<Case> property) {
        Random random = new Random(seed);
        for (int i = 0; i < cases; i++) {
            Case offering = Sellers.any(random);
            try {
                property.accept(offering);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", case " + i + ": " + offering, e);
            }
        }
    }
}
