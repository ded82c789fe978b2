package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.offering.Sellers.count;
import static org.registrationrights.offering.Sellers.holder;
import static org.registrationrights.offering.Sellers.other;
import static org.registrationrights.offering.Sellers.piggyback;
import static org.registrationrights.offering.Sellers.with;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.offering.OtherSeller.SecurityClass;

@Verifies(Clause.S1_3_A)
class OwnershipPercentageTest {

    @Test
    void everyClassOfParticipatingSecuritiesIsInTheDenominator() {
        List<OtherSeller> others = List.of(
                other("S", SecurityClass.SERIES_2A, 100, 10, 1),
                other("D", SecurityClass.DEMAND, 200, 20, 2),
                piggyback("P", 300, 30, 3));

        assertThat(denominator(others, Policies.DEFAULTS)).isEqualTo(1600);
        assertThat(denominator(others, with("othersBase", "INCLUDED"))).isEqualTo(1006);
        assertThat(denominator(others, with("denominator", "HOLDERS_ONLY"))).isEqualTo(1000);
    }

    @Test
    void othersOutsideTheOfferingOrWithoutAnAgreementAreNot() {
        BigInteger ten = BigInteger.TEN;
        List<OtherSeller> others = List.of(
                new OtherSeller("N", SecurityClass.PIGGYBACK, ten, ten, ten, false, true, true),
                new OtherSeller("V", SecurityClass.PIGGYBACK, ten, ten, ten, true, false, true),
                new OtherSeller("W", SecurityClass.PIGGYBACK, ten, ten, ten, true, true, false));

        assertThat(denominator(others, Policies.DEFAULTS)).isEqualTo(1010);
    }

    @Test
    void holdersThatDoNotRequestAreNeitherAboveNorBelowTheLine() {
        List<SellingHolder> holders =
                List.of(holder("Z", 400, 0), holder("B", 600, 1), holder("A", 0, 9), holder("C", 200, 201));

        OwnershipPercentage clamped = OwnershipPercentage.of(holders, List.of(), Policies.DEFAULTS);
        assertThat(clamped.denominator()).isEqualTo(800);
        assertThat(clamped.ownership())
                .containsExactly(
                        Map.entry("B", Fraction.of(count(3), count(4))),
                        Map.entry("C", Fraction.of(count(1), count(4))));
        assertThat(clamped.notRequesting()).containsExactly("A", "Z");

        OwnershipPercentage rejected = OwnershipPercentage.of(holders, List.of(), with("requestOverHolding", "REJECT"));
        assertThat(rejected.ownership()).isEqualTo(Map.of("B", Fraction.ONE));
        assertThat(rejected.notRequesting()).containsExactly("A", "C", "Z");
    }

    @Test
    void requestsTakeThePlaceOfHoldingsAsFarAsTheyAreHeld() {
        OwnershipPercentage requested = OwnershipPercentage.of(
                List.of(holder("A", 100, 900), holder("B", 900, 300)), List.of(), with("numeratorBase", "REQUESTED"));

        assertThat(requested.denominator()).isEqualTo(400);
        assertThat(requested.ownership().get("A")).isEqualTo(Fraction.of(count(1), count(4)));
    }

    @Test
    void nobodyRequestsAndNobodyElseSells() {
        OwnershipPercentage nobody = OwnershipPercentage.of(List.of(holder("A", 5, 0)), List.of(), Policies.DEFAULTS);

        assertThat(nobody.denominator()).isZero();
        assertThat(nobody.ownership()).isEmpty();
        assertThat(nobody.notRequesting()).containsExactly("A");
    }

    @Test
    void inputThatCannotBeIsRefusedByItsPath() {
        assertThatThrownBy(() -> OwnershipPercentage.of(
                        List.of(holder("A", 1, 1), holder("A", 1, 1)), List.of(), Policies.DEFAULTS))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "holders[1].id");
        assertThatThrownBy(() -> denominator(List.of(piggyback("M", 1, 1, 2)), Policies.DEFAULTS))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "others[0].included");
    }

    private static BigInteger denominator(List<OtherSeller> others, Policies policies) {
        return OwnershipPercentage.of(List.of(holder("A", 1000, 5)), others, policies)
                .denominator();
    }
}
