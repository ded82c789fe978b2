package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.offering.Sellers.count;
import static org.registrationrights.offering.Sellers.holder;
import static org.registrationrights.offering.Sellers.other;
import static org.registrationrights.offering.Sellers.piggyback;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
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

@Verifies({Clause.S2_3_D, Clause.S2_3_E})
class ParityTest {

    private static final List<SellingHolder> SIX_AND_FOUR = List.of(holder("A", 600, 600), holder("B", 400, 400));

    @Test
    void theBestTreatedOtherIsTheMeasureNotTheirAverage() {
        Parity parity = judge(SIX_AND_FOUR, List.of(piggyback("M", 100, 100, 10), piggyback("N", 10, 10, 9)), 500);

        assertThat(parity.benchmark()).isEqualTo(Fraction.of(count(9), count(10)));
        assertThat(parity.floor()).isEqualTo(Map.of("A", count(540), "B", count(360)));
        assertThat(parity.compliant()).isFalse();
    }

    @Test
    void holdersCanBeExcludedEntirelyButNotWhileAManagerKeepsAShare() {
        assertThat(judge(SIX_AND_FOUR, List.of(piggyback("M", 100, 100, 0)), 0).compliant())
                .isTrue();

        Cutback cutback = Cutback.allocate(
                SIX_AND_FOUR, List.of(piggyback("M", 100, 100, 1)), BigInteger.ZERO, Policies.DEFAULTS);
        assertThat(cutback.rule()).isEqualTo(Rule.ENTIRE_EXCLUSION);
        assertThat(cutback.parityHolds()).isFalse();
        assertThat(cutback.parity().deficit()).isEqualTo(Map.of("A", count(6), "B", count(4)));
        assertThat(cutback.parityProposal())
                .isEqualTo(new ParityProposal(
                        Map.of("A", count(0), "B", count(0)), Map.of("M", count(0)), count(1), count(1)));
    }

    @Test
    void parityHoldsWhereItIsKeptAndWhereThereIsNobodyToCompareWith() {
        assertThat(Cutback.allocate(SIX_AND_FOUR, List.of(), count(1), Policies.DEFAULTS)
                        .parityHolds())
                .isTrue();
        assertThat(Cutback.allocate(SIX_AND_FOUR, List.of(piggyback("M", 9, 9, 0)), count(1), Policies.DEFAULTS)
                        .parityHolds())
                .isTrue();
    }

    @Test
    void anExemptClassExemptsItsOwnLineOnly() {
        List<OtherSeller> oneManagersLines =
                List.of(other("M-2A", SecurityClass.SERIES_2A, 100, 100, 100), piggyback("M", 100, 100, 20));

        assertThat(judge(SIX_AND_FOUR, oneManagersLines, 500).benchmark()).isEqualTo(Fraction.of(count(1), count(5)));
    }

    @Test
    void thereIsNothingToCompareWith() {
        assertThat(judge(SIX_AND_FOUR, List.of(), 500)).isNull();
        assertThat(judge(SIX_AND_FOUR, List.of(other("S", SecurityClass.SERIES_2A, 9, 9, 9)), 500))
                .isNull();
        assertThat(judge(SIX_AND_FOUR, List.of(other("D", SecurityClass.DEMAND, 9, 9, 9)), 500))
                .isNull();
        assertThat(judge(SIX_AND_FOUR, List.of(piggyback("M", 9, 0, 0)), 500)).isNull();
        assertThat(judge(List.of(holder("A", 9, 0)), List.of(piggyback("M", 9, 9, 9)), 500))
                .isNull();
    }

    @Test
    void aSellerWithoutRightsCountsOnlyWhereThePolicySaysSo() {
        BigInteger hundred = count(100);
        List<OtherSeller> insider =
                List.of(new OtherSeller("I", SecurityClass.PIGGYBACK, hundred, hundred, hundred, true, false, false));

        assertThat(judge(SIX_AND_FOUR, insider, 500)).isNull();
        assertThat(judge(SIX_AND_FOUR, insider, 500, Map.of("parityVoluntarySellers", "true"))
                        .benchmark())
                .isEqualTo(Fraction.ONE);
    }

    @Test
    void aFloorIsRoundedUpAndOneShareDecides() {
        // The best other keeps one of three; a Holder that asked for ten needs four.
        List<OtherSeller> others = List.of(piggyback("M", 0, 3, 1));

        assertThat(judge(List.of(holder("A", 10, 10)), others, 4).compliant()).isTrue();
        assertThat(judge(List.of(holder("A", 10, 10)), others, 3).deficit()).isEqualTo(Map.of("A", count(1)));
    }

    @Test
    void theRatioCanBeOfWhatIsHeld() {
        // 40 of 400 held is a tenth, though two fifths of what was asked for.
        List<OtherSeller> others = List.of(piggyback("M", 400, 100, 40));
        List<SellingHolder> holders = List.of(holder("A", 150, 100), holder("B", 1900, 100));

        Parity parity = judge(holders, others, 20, Map.of("parityMeasure", "RATIO_OF_HELD"));
        assertThat(parity.benchmark()).isEqualTo(Fraction.of(count(1), count(10)));
        assertThat(parity.floor()).isEqualTo(Map.of("A", count(15), "B", count(100)));

        assertThatThrownBy(() -> judge(
                        holders,
                        List.of(other("S", SecurityClass.SERIES_2A, 0, 1, 1), piggyback("M", 0, 1, 1)),
                        20,
                        Map.of("parityMeasure", "RATIO_OF_HELD")))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "others[1].entitledHeld");
    }

    @Test
    void byCountNobodyLosesMoreSharesThanTheOtherThatLostFewest() {
        List<OtherSeller> others = List.of(piggyback("M", 100, 100, 40), piggyback("N", 10, 10, 0));
        List<SellingHolder> holders = List.of(holder("A", 100, 100), holder("B", 900, 8));

        Parity parity = judge(holders, others, 100, Map.of("parityMeasure", "ABSOLUTE_COUNT"));
        assertThat(parity.benchmark()).isNull();
        assertThat(parity.floor()).isEqualTo(Map.of("A", count(90), "B", count(0)));
        assertThat(parity.compliant()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "RATIO_OF_REQUESTED, 40, 2/5, 80, 0, true",
        "RATIO_OF_REQUESTED, 51, 51/100, 102, 2, false",
        "RATIO_OF_HELD,      40, 1/5, 40, 0, true",
        "ABSOLUTE_COUNT,     40, , 140, 40, false"
    })
    void inAggregateAllHoldersAreOne(
            String measure, long included, String benchmark, long floor, long deficit, boolean compliant) {
        // A and B get 10 and 90 of the 100 that each asked for.
        Parity parity = judge(
                List.of(holder("A", 100, 100), holder("B", 900, 100)),
                List.of(piggyback("M", 200, 100, included)),
                120,
                Map.of("parityUnit", "AGGREGATE", "parityMeasure", measure));

        assertThat(parity.benchmark() == null ? null : parity.benchmark().toString())
                .isEqualTo(benchmark);
        assertThat(parity.aggregateFloor()).isEqualTo(floor);
        assertThat(parity.aggregateDeficit()).isEqualTo(deficit);
        assertThat(parity.compliant()).isEqualTo(compliant);
        assertThat(parity.floor()).isNull();
        assertThat(parity.deficit()).isNull();
    }

    private static Parity judge(List<SellingHolder> holders, List<OtherSeller> others, long available) {
        return judge(holders, others, available, Map.of());
    }

    private static Parity judge(
            List<SellingHolder> holders, List<OtherSeller> others, long available, Map<String, String> policies) {
        return Cutback.allocate(holders, others, count(available), Policies.DEFAULTS.with(policies))
                .parity();
    }
}
