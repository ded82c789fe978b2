package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.offering.Sellers.count;
import static org.registrationrights.offering.Sellers.holder;
import static org.registrationrights.offering.Sellers.piggyback;
import static org.registrationrights.offering.Sellers.with;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Verifies;

@Verifies({Clause.S2_3_C, Clause.S2_3_D})
class DealtOutTest {

    private static final List<SellingHolder> ONE_ASKS_LITTLE =
            List.of(holder("H-1", 5000, 100), holder("H-2", 3000, 3000), holder("H-3", 2000, 2000));

    @Test
    void theRestGoesToUnfilledRequestsByWhatTheirHoldersHave() {
        DealtOut dealtOut = DealtOut.of(Cutback.allocate(ONE_ASKS_LITTLE, List.of(), count(1000), Policies.DEFAULTS));

        assertThat(dealtOut.cutback().allocated())
                .isEqualTo(Map.of("H-1", count(100), "H-2", count(300), "H-3", count(200)));
        // 400 are left over: 3 : 2 between the two that are not filled
        assertThat(dealtOut.allocated()).isEqualTo(Map.of("H-1", count(100), "H-2", count(540), "H-3", count(360)));
        assertThat(dealtOut.totalAllocated()).isEqualTo(1000);
        assertThat(dealtOut.unallocated()).isZero();
        assertThat(dealtOut.explain("H-2"))
                .last()
                .satisfies(step -> assertThat(step.inputs())
                        .containsEntry("left over", "400")
                        .containsEntry("H-2", "300 + 240"));
    }

    @Test
    void aRequestThatIsFilledLeavesItsExcessToTheOthers() {
        DealtOut dealtOut = DealtOut.of(Cutback.allocate(
                List.of(holder("H-1", 5000, 100), holder("H-2", 3000, 310), holder("H-3", 2000, 2000)),
                List.of(),
                count(1000),
                Policies.DEFAULTS));

        assertThat(dealtOut.allocated()).isEqualTo(Map.of("H-1", count(100), "H-2", count(310), "H-3", count(590)));
    }

    @Test
    void nobodyLosesAShareOfTheProductByIt() {
        // rounded once over all shares, the first Holder would have none
        List<SellingHolder> holders =
                List.of(holder("H-1", 3, 1), holder("H-2", 14, 3), holder("H-3", 8, 5), holder("H-4", 25, 4));
        Cutback product = Cutback.allocate(holders, List.of(), count(9), Policies.DEFAULTS);
        Cutback filled = Cutback.allocate(holders, List.of(), count(9), with("redistribution", "WATERFILL"));

        assertThat(product.allocated().get("H-1")).isEqualTo(1);
        assertThat(filled.allocated().get("H-1")).isZero();
        assertThat(DealtOut.of(product).allocated())
                .isEqualTo(Map.of("H-1", count(1), "H-2", count(3), "H-3", count(1), "H-4", count(4)));
    }

    @Test
    void withoutALimitationNothingIsLeftOver() {
        Cutback cutback = Cutback.allocate(ONE_ASKS_LITTLE, List.of(), null, Policies.DEFAULTS);

        assertThat(DealtOut.of(cutback).shares()).isEqualTo(cutback.shares());
        assertThat(DealtOut.of(cutback).unallocated()).isNull();
    }

    @Test
    void holdsInAnyOffering() {
        Random random = new Random(20020114);
        for (int i = 0; i < 2000; i++) {
            Sellers.Case offering = Sellers.any(random);
            Cutback product = offering.allocate();
            DealtOut dealtOut = DealtOut.of(product);
            BigInteger total = BigInteger.ZERO;
            for (int k = 0; k < dealtOut.shares().size(); k++) {
                Cutback.Share share = dealtOut.shares().get(k);
                assertThat(share.allocated())
                        .as("case %d", i)
                        .isBetween(
                                product.shares().get(k).allocated(),
                                share.request().shares());
                total = total.add(share.allocated());
            }
            if (product.rule() == Cutback.Rule.PRODUCT) {
                assertThat(total).isEqualTo(product.available().min(product.requested()));
                assertThat(dealtOut.unallocated()).isEqualTo(product.available().subtract(total));
            }
            assertThat(dealtOut.parityHolds() || !product.parityHolds())
                    .as("parity, case %d", i)
                    .isTrue();
        }
    }

    @Test
    void parityThatTheProductMissesMayBeReachedByIt() {
        Cutback product = Cutback.allocate(
                List.of(holder("H-1", 1000, 100), holder("H-2", 1000, 1000)),
                List.of(piggyback("M", 10, 10, 5)),
                count(600),
                with("denominator", "HOLDERS_ONLY"));

        assertThat(product.parityHolds()).isFalse();
        assertThat(DealtOut.of(product).parityHolds()).isTrue();
    }
}
