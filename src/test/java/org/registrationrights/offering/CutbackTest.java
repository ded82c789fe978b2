package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.offering.Sellers.count;
import static org.registrationrights.offering.Sellers.holder;
import static org.registrationrights.offering.Sellers.piggyback;
import static org.registrationrights.offering.Sellers.with;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.offering.Cutback.Rule;
import org.registrationrights.offering.OtherSeller.SecurityClass;

@Verifies({Clause.S2_3_B, Clause.S2_3_C})
class CutbackTest {

    private static final List<SellingHolder> SIX_AND_FOUR = List.of(holder("A", 600, 600), holder("B", 400, 400));
    private static final OtherSeller EXEMPT_HALF = Sellers.other("S", SecurityClass.SERIES_2A, 1000, 1000, 1000);

    @Test
    void thePercentageIsOfWhatIsHeldNotOfWhatIsRequested() {
        List<SellingHolder> holders = List.of(holder("A", 900, 300), holder("B", 300, 300));

        assertThat(allocated(holders, List.of(), 500, Policies.DEFAULTS)).isEqualTo(shares(300, 125));
        assertThat(allocated(holders, List.of(), 500, with("numeratorBase", "REQUESTED")))
                .isEqualTo(shares(250, 250));
    }

    @Test
    void theProductNeverExceedsTheRequestAndLeavesTheRestUndealt() {
        List<SellingHolder> holders = List.of(holder("A", 5000, 100), holder("B", 3000, 3000), holder("C", 2000, 2000));

        Cutback literal = Cutback.allocate(holders, List.of(), count(1000), Policies.DEFAULTS);
        assertThat(literal.allocated()).containsValues(count(100), count(300), count(200));
        assertThat(literal.unallocated()).isEqualTo(400);

        Cutback dealt = Cutback.allocate(holders, List.of(), count(1000), with("redistribution", "WATERFILL"));
        assertThat(dealt.allocated()).containsValues(count(100), count(540), count(360));
        assertThat(dealt.unallocated()).isZero();
    }

    @Test
    void aLimitThatLeavesRoomForAllRequestsExcludesNobody() {
        List<SellingHolder> holders = List.of(holder("A", 1000, 900), holder("B", 9000, 50));

        Cutback all = Cutback.allocate(holders, List.of(), count(1000), Policies.DEFAULTS);
        assertThat(all.limitationImposed()).isTrue();
        assertThat(all.rule()).isEqualTo(Rule.FULL_INCLUSION);
        assertThat(all.allocated()).isEqualTo(shares(900, 50));
        assertThat(all.unallocated()).isZero();

        Cutback product =
                Cutback.allocate(holders, List.of(), count(1000), with("fullInclusionWhenNoExclusion", "false"));
        assertThat(product.rule()).isEqualTo(Rule.PRODUCT);
        assertThat(product.allocated()).isEqualTo(shares(100, 50));
        assertThat(product.unallocated()).isEqualTo(850);
    }

    @ParameterizedTest
    @CsvSource({"1001, NONE, 600, 400", "1000, NONE, 600, 400", "999, NONE, 299, 200", "999, WATERFILL, 599, 400"})
    void oneShareLessThanAllRequestsJumpsToTheProduct(int available, String redistribution, int a, int b) {
        assertThat(allocated(SIX_AND_FOUR, List.of(EXEMPT_HALF), available, with("redistribution", redistribution)))
                .isEqualTo(shares(a, b));
    }

    @Test
    void othersCountWithAllTheyHoldOrWithWhatTheyInclude() {
        List<SellingHolder> holders = List.of(holder("A", 3000, 3000));
        List<OtherSeller> others = List.of(Sellers.other("S", SecurityClass.SERIES_2A, 6000, 600, 600));

        assertThat(allocated(holders, others, 1000, Policies.DEFAULTS)).isEqualTo(Map.of("A", count(333)));
        assertThat(allocated(holders, others, 1000, with("othersBase", "INCLUDED")))
                .isEqualTo(Map.of("A", count(833)));
    }

    @Test
    void exactProductsStayWholeWhereFloatingPointLosesAShare() {
        List<SellingHolder> holders = List.of(holder("A", 29, 29), holder("B", 71, 71));

        assertThat(allocated(holders, List.of(), 100, with("fullInclusionWhenNoExclusion", "false")))
                .isEqualTo(shares(29, 71));
    }

    @Test
    void countsAndTheirProductsPassTheRangeOfLong() {
        BigInteger max = count(Long.MAX_VALUE);
        List<SellingHolder> holders =
                List.of(new SellingHolder("A", max, max), new SellingHolder("B", max, max), holder("C", 2, 2));

        Cutback cutback = Cutback.allocate(holders, List.of(), max, Policies.DEFAULTS);

        // The three hold 2^64 together, so each gets half of its holding but for 1/2^64 of it.
        assertThat(cutback.rate()).isEqualTo(Fraction.of(max, BigInteger.TWO.pow(64)));
        assertThat(cutback.allocated())
                .isEqualTo(Map.of(
                        "A",
                        count(1L << 62).subtract(BigInteger.ONE),
                        "B",
                        count(1L << 62).subtract(BigInteger.ONE),
                        "C",
                        BigInteger.ONE));
        assertThat(cutback.totalAllocated()).isEqualTo(max);
    }

    @Test
    void oddSharesGoToTheLargestFractionThenTheLargerHoldingThenTheFirstId() {
        List<SellingHolder> equals = List.of(holder("C", 50, 50), holder("B", 50, 50), holder("A", 50, 50));
        assertThat(allocated(equals, List.of(), 100, Policies.DEFAULTS))
                .isEqualTo(Map.of("A", count(34), "B", count(33), "C", count(33)));
        assertThat(allocated(equals, List.of(), 101, Policies.DEFAULTS))
                .isEqualTo(Map.of("A", count(34), "B", count(34), "C", count(33)));

        // 5 × 1/10 and 5 × 9/10: both end in one half.
        assertThat(allocated(List.of(holder("A", 1, 1), holder("B", 9, 9)), List.of(), 5, Policies.DEFAULTS))
                .isEqualTo(shares(0, 5));
        // 3 × 1/4 and 3 × 3/4: the smaller holding has the larger fraction.
        assertThat(allocated(List.of(holder("A", 1, 1), holder("B", 3, 3)), List.of(), 3, Policies.DEFAULTS))
                .isEqualTo(shares(1, 2));
    }

    @Test
    void tiesGoByTheHoldingEvenWhereTheRequestIsTheBase() {
        List<SellingHolder> holders = List.of(holder("A", 5, 5), holder("B", 9, 5));

        assertThat(allocated(holders, List.of(), 5, with("numeratorBase", "REQUESTED")))
                .isEqualTo(shares(2, 3));
    }

    @ParameterizedTest
    @CsvSource({"LARGEST_REMAINDER, 300, 199, 499", "FLOOR, 299, 199, 498", "CEIL_WITHIN_AVAILABLE, 300, 200, 500"})
    void roundingSaysHowManyOfTheFractionsBecomeShares(String rounding, int a, int b, int total) {
        List<SellingHolder> holders = List.of(holder("A", 601, 601), holder("B", 399, 399));
        Cutback cutback = Cutback.allocate(holders, List.of(EXEMPT_HALF), count(998), with("rounding", rounding));

        assertThat(cutback.exact()).isEqualTo(Map.of("A", fraction(299_899, 1000), "B", fraction(199_101, 1000)));
        assertThat(cutback.allocated()).isEqualTo(shares(a, b));
        assertThat(cutback.totalAllocated()).isEqualTo(total);
        assertThat(cutback.unallocated()).isEqualTo(998 - total);
    }

    @Test
    void roundingUpLeavesWholeSharesAndStopsAtWhatIsAvailable() {
        assertThat(allocated(SIX_AND_FOUR, List.of(EXEMPT_HALF), 500, with("rounding", "CEIL_WITHIN_AVAILABLE")))
                .isEqualTo(shares(150, 100));

        List<SellingHolder> holders = List.of(holder("A", 50, 50), holder("B", 50, 50), holder("C", 50, 50));

        assertThat(Cutback.allocate(holders, List.of(), count(100), with("rounding", "CEIL_WITHIN_AVAILABLE"))
                        .totalAllocated())
                .isEqualTo(100);
    }

    @Test
    void noLimitationMeansAllRequestsAndNothingToLeaveOver() {
        Cutback cutback = Cutback.allocate(
                SIX_AND_FOUR, List.of(EXEMPT_HALF), null, with("fullInclusionWhenNoExclusion", "false"));

        assertThat(cutback.limitationImposed()).isFalse();
        assertThat(cutback.rule()).isEqualTo(Rule.FULL_INCLUSION);
        assertThat(cutback.exact()).isEqualTo(Map.of("A", fraction(600, 1), "B", fraction(400, 1)));
        assertThat(cutback.unallocated()).isNull();
    }

    @Test
    void nothingAvailableExcludesAll() {
        Cutback cutback = Cutback.allocate(SIX_AND_FOUR, List.of(), BigInteger.ZERO, Policies.DEFAULTS);

        assertThat(cutback.rule()).isEqualTo(Rule.ENTIRE_EXCLUSION);
        assertThat(cutback.exact()).isEqualTo(Map.of("A", Fraction.ZERO, "B", Fraction.ZERO));
        assertThat(cutback.excluded()).isEqualTo(shares(600, 400));
        assertThat(cutback.unallocated()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"true, NONE, FULL_INCLUSION, 0", "false, NONE, PRODUCT, 100", "false, WATERFILL, PRODUCT, 100"})
    void nobodyRequests(String fullInclusion, String redistribution, Rule rule, int unallocated) {
        Cutback cutback = Cutback.allocate(
                List.of(holder("A", 600, 0), holder("B", 0, 400)),
                List.of(),
                count(100),
                Policies.DEFAULTS.with(
                        Map.of("fullInclusionWhenNoExclusion", fullInclusion, "redistribution", redistribution)));

        assertThat(cutback.rule()).isEqualTo(rule);
        assertThat(cutback.shares()).isEmpty();
        assertThat(cutback.totalAllocated()).isZero();
        assertThat(cutback.unallocated()).isEqualTo(unallocated);
        assertThat(cutback.parity()).isNull();
    }

    @Test
    void aRequestAboveTheHoldingCountsAsTheHoldingOrNotAtAll() {
        List<SellingHolder> holders = List.of(holder("A", 600, 700), holder("B", 400, 400), holder("C", 0, 1));

        Cutback clamped = Cutback.allocate(holders, List.of(), count(500), Policies.DEFAULTS);
        assertThat(clamped.allocated()).isEqualTo(shares(300, 200));
        assertThat(clamped.excluded()).isEqualTo(shares(300, 200));
        assertThat(clamped.ownership().rejectedRequests()).isEmpty();

        Cutback rejected = Cutback.allocate(holders, List.of(), count(300), with("requestOverHolding", "REJECT"));
        assertThat(rejected.allocated()).isEqualTo(Map.of("B", count(300)));
        assertThat(rejected.ownership().rejectedRequests()).containsExactly("A", "C");
    }

    @Test
    void resultsAreListedInTheHoldersOrder() {
        List<SellingHolder> holders =
                List.of(holder("Z", 3, 3), holder("A", 5, 0), holder("M", 4, 4), holder("B", 2, 2));
        Cutback cutback = Cutback.allocate(holders, List.of(), count(5), Policies.DEFAULTS);

        assertThat(cutback.exact().keySet()).containsExactly("Z", "M", "B");
        assertThat(cutback.allocated().keySet()).containsExactly("Z", "M", "B");
        assertThat(cutback.excluded().keySet()).containsExactly("Z", "M", "B");
    }

    @Test
    void manyHoldersGetTheirShareWhateverTheirOrder() {
        long seed = 20010622;
        Random random = new Random(seed);
        List<SellingHolder> holders = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            long held = 1 + random.nextInt(1000);
            holders.add(holder("H" + i, held, 1 + random.nextInt((int) held)));
        }
        for (Policies policies : List.of(Policies.DEFAULTS, with("redistribution", "WATERFILL"))) {
            Cutback cutback = Cutback.allocate(holders, List.of(), count(5_000_001), policies);
            List<SellingHolder> shuffled = new ArrayList<>(holders);
            Collections.shuffle(shuffled, random);

            assertThat(Cutback.allocate(shuffled, List.of(), count(5_000_001), policies)
                            .allocated())
                    .as("seed %d", seed)
                    .isEqualTo(cutback.allocated());
        }
    }

    @Test
    void thousandsOfEqualFractionsAreServedByIdAsFarAsTheyGo() {
        // Each of 6,000 gets a third of its two shares, and so 4,000 of them get one.
        List<SellingHolder> holders = new ArrayList<>();
        for (int i = 5999; i >= 0; i--) {
            holders.add(holder(String.format("H%04d", i), 2, 2));
        }
        Map<String, BigInteger> allocated = allocated(holders, List.of(), 4000, Policies.DEFAULTS);

        assertThat(allocated.get("H0000")).isEqualTo(1);
        assertThat(allocated.get("H3999")).isEqualTo(1);
        assertThat(allocated.get("H4000")).isEqualTo(0);
        assertThat(allocated.values().stream().reduce(BigInteger.ZERO, BigInteger::add))
                .isEqualTo(4000);
    }

    @Test
    void inputThatCannotBeIsRefusedByItsPath() {
        refused("available", SIX_AND_FOUR, List.of(), -1);
        refused("holders[1].held", List.of(holder("A", 1, 1), holder("B", -1, 1)), List.of(), 1);
        refused("holders[0].held", List.of(new SellingHolder("A", null, BigInteger.ONE)), List.of(), 1);
        refused("holders[0].requested", List.of(holder("A", 1, -1)), List.of(), 1);
        refused("holders[1].id", List.of(holder("A", 1, 1), holder("A", 2, 2)), List.of(), 1);
        refused("holders[0].id", List.of(holder(" ", 1, 1)), List.of(), 1);
        refused("others[0].entitledHeld", SIX_AND_FOUR, List.of(piggyback("M", -1, 1, 1)), 1);
        refused("others[0].requested", SIX_AND_FOUR, List.of(piggyback("M", 1, -1, 0)), 1);
        refused("others[0].included", SIX_AND_FOUR, List.of(piggyback("M", 1, 1, -1)), 1);
        refused("others[0].included", SIX_AND_FOUR, List.of(piggyback("M", 2, 1, 2)), 1);
        refused("others[1].id", SIX_AND_FOUR, List.of(piggyback("M", 1, 1, 1), piggyback("M", 1, 1, 1)), 1);
        refused("others[0].class", SIX_AND_FOUR, List.of(Sellers.other("M", null, 1, 1, 1)), 1);
    }

    private static void refused(String field, List<SellingHolder> holders, List<OtherSeller> others, long available) {
        assertThatThrownBy(() -> Cutback.allocate(holders, others, count(available), Policies.DEFAULTS))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", field);
    }

    private static Map<String, BigInteger> allocated(
            List<SellingHolder> holders, List<OtherSeller> others, long available, Policies policies) {
        return Cutback.allocate(holders, others, count(available), policies).allocated();
    }

    private static Map<String, BigInteger> shares(long a, long b) {
        return Map.of("A", count(a), "B", count(b));
    }

    private static Fraction fraction(long numerator, long denominator) {
        return Fraction.of(count(numerator), count(denominator));
    }
}
