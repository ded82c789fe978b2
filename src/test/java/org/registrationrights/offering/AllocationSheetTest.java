package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.registrationrights.offering.Sellers.count;
import static org.registrationrights.offering.Sellers.holder;
import static org.registrationrights.offering.Sellers.other;
import static org.registrationrights.offering.Sellers.piggyback;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.OtherSeller.SecurityClass;

@Verifies({Clause.S1_3_A, Clause.S2_3_C, Clause.S2_3_D})
class AllocationSheetTest {

    private static final List<SellingHolder> HOLDERS = List.of(holder("H-1", 600, 600), holder("H-2", 400, 400));
    private static final List<OtherSeller> FUND = List.of(other("F", SecurityClass.SERIES_2A, 1000, 500, 500));

    @Test
    void showsTheJumpWhereTheLimitCeasesToTouchTheHolders() {
        AllocationSheet all = sheet(HOLDERS, FUND, 1000);
        AllocationSheet oneLess = sheet(HOLDERS, FUND, 999);

        assertThat(all.rule()).isEqualTo(Cutback.Rule.FULL_INCLUSION);
        assertThat(all.fullInclusionAt()).isEqualTo(1000);
        assertThat(all.totalBelowFullInclusion()).isEqualTo(499);
        assertThat(all.holders())
                .extracting("holderId", "allocated", "belowFullInclusion")
                .containsExactly(tuple("H-1", count(600), count(299)), tuple("H-2", count(400), count(200)));
        assertThat(oneLess.holders())
                .extracting("percentage", "exact", "allocated", "excluded", "dealtOut")
                .containsExactly(
                        tuple("600/2000", "2997/10", count(299), count(301), count(599)),
                        tuple("400/2000", "999/5", count(200), count(200), count(400)));
        assertThat(oneLess.unallocated()).isEqualTo(500);
        assertThat(oneLess.proposal()).isNull();
    }

    @Test
    void flagsARequestAboveTheHolding() {
        AllocationSheet sheet = sheet(List.of(holder("H-1", 600, 700), holder("H-2", 400, 0)), FUND, 1000);

        assertThat(sheet.holders())
                .extracting("holderId", "asked", "counted", "aboveHolding")
                .containsExactly(tuple("H-1", count(700), count(600), true));
    }

    @Test
    void whereParityFailsItShowsAWayToReachIt() {
        AllocationSheet sheet = sheet(HOLDERS, List.of(piggyback("M", 100, 100, 100)), 500);

        // all of M's request against 272 of 600 and 182 of 400; 600 shares in all would do for six elevenths of each
        assertThat(sheet.holders()).extracting("allocated").containsExactly(count(272), count(182));
        assertThat(sheet.proposal())
                .extracting("seller", "now", "proposed")
                .containsExactly(
                        tuple("H-1", count(272), count(324)),
                        tuple("H-2", count(182), count(216)),
                        tuple("M", count(100), count(54)));
    }

    @Test
    void withoutARequestThereIsNothingToShow() {
        AllocationSheet sheet = sheet(List.of(), FUND, 10);

        assertThat(sheet.holders()).isEmpty();
        assertThat(sheet.fullInclusionAt()).isZero();
    }

    private static AllocationSheet sheet(List<SellingHolder> holders, List<OtherSeller> others, long available) {
        return AllocationSheet.of(Cutback.allocate(holders, others, BigInteger.valueOf(available), Policies.DEFAULTS));
    }
}
