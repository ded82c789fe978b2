package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.LimitAuthority.Party;

@Verifies(Clause.S2_3_A)
class LimitationTest {

    private static final List<OtherSeller> OTHERS = List.of(Sellers.piggyback("M", 10, 5, 5));

    @Test
    void aLimitationHasAPartyAndANumber() {
        Limitation limitation = Limitation.of(true, Party.COMPANY, BigInteger.ZERO, OTHERS);
        assertThat(limitation.imposed()).isTrue();
        assertThat(limitation.available()).isZero();
        assertThat(limitation.others()).isEqualTo(OTHERS);
        assertRefused("imposedBy", true, null, BigInteger.ONE, OTHERS);
        assertRefused("availableShares", true, Party.COMPANY, null, OTHERS);
        assertRefused("availableShares", true, Party.COMPANY, BigInteger.ONE.negate(), OTHERS);
    }

    @Test
    void withoutOneThereIsNoNumber() {
        Limitation none = Limitation.of(false, null, null, OTHERS);
        assertThat(none.imposed()).isFalse();
        assertThat(none.available()).isNull();
        assertRefused("availableShares", false, null, BigInteger.ONE, OTHERS);
    }

    @Test
    void theOtherSellersAreInOrder() {
        assertRefused("others[0].included", false, null, null, List.of(Sellers.piggyback("M", 10, 5, 6)));
    }

    private static void assertRefused(
            String field, boolean imposed, Party party, BigInteger available, List<OtherSeller> others) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Limitation.of(imposed, party, available, others))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
