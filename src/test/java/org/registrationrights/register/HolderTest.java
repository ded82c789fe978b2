package org.registrationrights.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.register.Holder.NoticeMethod;
import org.registrationrights.register.Holder.PersonType;
import org.registrationrights.register.Holder.Role;

@Verifies({Clause.S1_2_A, Clause.S1_2_B, Clause.S1_4_A, Clause.P_A})
class HolderTest {

    private static final LocalDate DAY = LocalDate.parse("2001-10-05");

    @ParameterizedTest
    @EnumSource(PersonType.class)
    void aSignatoryOfAnyKindIsAHolderFromItsFirstRegistrableShare(PersonType type) {
        for (Role role : new Role[] {Role.OTT_SHAREHOLDER, Role.OTT_WARRANT_HOLDER}) {
            Holder signatory = new Holder("H-1", "A", type, role, null, NoticeMethod.MAIL);
            assertThat(signatory.isHolder(BigInteger.ONE, DAY)).isTrue();
            assertThat(signatory.isHolder(BigInteger.ZERO, DAY)).isFalse();
        }
    }

    @Test
    void aTransfereeIsAHolderOnlyFromTheDeliveryOfItsJoinder() {
        Holder transferee = new Holder("H-9", "B", PersonType.CORPORATION, Role.TRANSFEREE, DAY, NoticeMethod.FAX);
        assertThat(transferee.isHolder(BigInteger.ONE, DAY.minusDays(1))).isFalse();
        assertThat(transferee.isHolder(BigInteger.ONE, DAY)).isTrue();
        assertThat(transferee.isHolder(BigInteger.ZERO, DAY)).isFalse();
        Holder donee = new Holder("H-10", "C", PersonType.INDIVIDUAL, Role.TRANSFEREE, null, NoticeMethod.MAIL);
        assertThat(donee.isHolder(BigInteger.ONE, DAY)).isFalse();
    }
}
