package org.registrationrights.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
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
import org.registrationrights.explanation.Told;

@Verifies(Clause.S1_7_X2)
class Rule144Test {

    /** Outstanding 10,099, so that one per cent is 100, and a volume of 90 a week: the limit is 100. */
    @ParameterizedTest
    @CsvSource({
        // policy, holding period met, limit applies, own, aggregate, ceased
        "HOLDER_ALL,        true,  true,  100, 100, 100",
        "HOLDER_ALL,        true,  true,  101, 101,   0",
        "HOLDER_ALL,        true,  true,   60, 101,   0",
        "HOLDER_ALL,        true,  false, 500, 900, 500",
        "HOLDER_ALL,        false, true,   10,  10,   0",
        "HOLDER_ALL,        false, false,  10,  10,   0",
        "PER_SHARE_PARTIAL, true,  true,  101, 101, 100",
        "PER_SHARE_PARTIAL, true,  true,   60, 500,  60",
        "PER_SHARE_PARTIAL, false, true,   60,  60,   0",
        "ANY_SHARE,         true,  true,  500, 900, 500",
        "ANY_SHARE,         false, true,  500, 900,   0",
        "HOLDER_ALL,        true,  true,    0, 500,   0"
    })
    void whatCeases(
            String policy,
            boolean holdingPeriodMet,
            boolean limitApplies,
            BigInteger own,
            BigInteger aggregate,
            BigInteger ceased) {
        Rule144.Cessation cessation = new Rule144(
                        holdingPeriodMet,
                        limitApplies,
                        BigInteger.valueOf(10_099),
                        BigInteger.valueOf(90),
                        own,
                        aggregate)
                .cessation(test(policy));
        assertThat(cessation.ceased()).isEqualTo(ceased);
        assertThat(cessation.remaining()).isEqualTo(own.subtract(ceased));
        assertThat(cessation.volumeLimit()).isEqualTo(limitApplies ? BigInteger.valueOf(100) : null);
    }

    @Test
    void noShareCanGoWhereTheLimitRoundsToNone() {
        Rule144 test = new Rule144(
                true, true, BigInteger.valueOf(99), BigInteger.ZERO, BigInteger.valueOf(7), BigInteger.valueOf(7));
        assertThat(test.cessation(test("ANY_SHARE")).ceased()).isZero();
    }

    @Test
    void refusesWhatIsMissingNegativeOrContradictory() {
        BigInteger one = BigInteger.ONE;
        assertRefused("outstanding", () -> new Rule144(true, true, null, one, one, one));
        assertRefused("outstanding", () -> new Rule144(true, true, one.negate(), one, one, one));
        assertRefused("avgWeeklyVolume4w", () -> new Rule144(true, true, one, one.negate(), one, one));
        assertRefused("avgWeeklyVolume4w", () -> new Rule144(true, true, one, null, one, one));
        assertRefused("holderRegistrable", () -> new Rule144(true, true, one, one, one.negate(), one));
        assertRefused("holderRegistrable", () -> new Rule144(true, true, one, one, null, null));
        assertRefused("aggregatedHoldings", () -> new Rule144(true, true, one, one, one, BigInteger.ZERO));
        assertRefused("aggregatedHoldings", () -> new Rule144(true, true, one, one, one, null));
    }

    @ParameterizedTest
    @CsvSource({
        "HOLDER_ALL, 0, 300, all if what is aggregated fits into the limit",
        "PER_SHARE_PARTIAL, 200, 100, as many of the Holder's own as fit",
        "ANY_SHARE, 300, 0, all if the limit lets a single share go"
    })
    void tellsTheLimitAndWhatItLetsGo(String policy, String ceased, String remaining, String words) {
        Rule144.Cessation cessation = facts(true, true).cessation(test(policy));

        assertThat(Told.steps(cessation, null))
                .containsExactly(
                        "1.7-x2 {outstanding=18000, avgWeeklyVolume4w=200} volumeLimit=200",
                        "1.7-x2 {holdingPeriodMet=true, volumeLimit=200, holderRegistrable=300,"
                                + " aggregatedHoldings=400} ceased=" + ceased + " {rule144Test=" + policy + "}",
                        "1.7-x2 {holderRegistrable=300, ceased=" + ceased + "} remaining=" + remaining);
        assertThat(cessation.explain(null).get(1).formula()).startsWith(words);
    }

    @Test
    void tellsNoPolicyWhereNoneDecides() {
        Rule144.Cessation early = facts(false, true).cessation(Policies.DEFAULTS);
        assertThat(Told.steps(early, null))
                .containsExactly(
                        "1.7-x2 {outstanding=18000, avgWeeklyVolume4w=200} volumeLimit=200",
                        "1.7-x2 {holdingPeriodMet=false, volumeLimit=200, holderRegistrable=300,"
                                + " aggregatedHoldings=400} ceased=0",
                        "1.7-x2 {holderRegistrable=300, ceased=0} remaining=300");
        assertThat(early.explain(null).get(1).formula()).contains("before the holding period");

        Rule144.Cessation unlimited = facts(true, false).cessation(Policies.DEFAULTS);
        assertThat(Told.steps(unlimited, null))
                .containsExactly(
                        "1.7-x2 {holdingPeriodMet=true, volumeLimit=none, holderRegistrable=300,"
                                + " aggregatedHoldings=400} ceased=300",
                        "1.7-x2 {holderRegistrable=300, ceased=300} remaining=0");
        assertThat(unlimited.explain(null).get(0).formula()).contains("no volume limit");
    }

    @Test
    void nobodyHasAFigureOfItsOwn() {
        assertRefused(
                "for", () -> facts(true, true).cessation(Policies.DEFAULTS).explain("H-1"));
    }

    @Test
    void whatCeasesAndWhatRemainsAddUpAndTheReadingsAreOrdered() {
        long seed = 144;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            BigInteger own = BigInteger.valueOf(random.nextInt(50));
            Rule144 facts = new Rule144(
                    random.nextInt(4) > 0,
                    random.nextInt(4) > 0,
                    BigInteger.valueOf(random.nextInt(5_000)),
                    BigInteger.valueOf(random.nextInt(50)),
                    own,
                    own.add(BigInteger.valueOf(random.nextInt(20))));
            Rule144.Cessation whole = facts.cessation(test("HOLDER_ALL"));
            Rule144.Cessation partial = facts.cessation(test("PER_SHARE_PARTIAL"));
            Rule144.Cessation any = facts.cessation(test("ANY_SHARE"));
            String which = "seed " + seed + ", case " + i + ": " + facts;
            for (Rule144.Cessation cessation : List.of(whole, partial, any)) {
                assertThat(cessation.ceased().add(cessation.remaining()))
                        .as(which)
                        .isEqualTo(own);
                assertThat(cessation.remaining()).as(which).isNotNegative();
            }
            assertThat(whole.ceased()).as(which).isLessThanOrEqualTo(partial.ceased());
            assertThat(partial.ceased()).as(which).isLessThanOrEqualTo(any.ceased());
        }
    }

    private static Rule144 facts(boolean holdingPeriodMet, boolean volumeLimitApplies) {
        return new Rule144(
                holdingPeriodMet,
                volumeLimitApplies,
                BigInteger.valueOf(18_000),
                BigInteger.valueOf(200),
                BigInteger.valueOf(300),
                BigInteger.valueOf(400));
    }

    private static Policies test(String rule144Test) {
        return Policies.DEFAULTS.with(Map.of("rule144Test", rule144Test));
    }

    private static void assertRefused(String field, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
