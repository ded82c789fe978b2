package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
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
            }
        });
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
            assertThat(shuffled.rejectedRequests()).containsExactlyInAnyOrderElementsOf(cutback.rejectedRequests());
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
        });
    }

    private static void forAnyOffering(long seed, Consumer<Case> property) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            Case offering = Sellers.any(random);
            try {
                property.accept(offering);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", case " + i + ": " + offering, e);
            }
        }
    }
}
