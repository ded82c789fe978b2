package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.Offering.Kind;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.Offering.Registration;

class OfferingTest {

    private static final Instant DETERMINED = Instant.parse("2002-01-10T17:00:00Z");

    private static Offering offering(
            boolean underwritten, String underwriter, long ownShares, OfferingGate.Result gate) {
        return Offering.determined(
                "OFF-2002-1",
                "Offering",
                Kind.PUBLIC_OFFERING,
                underwritten,
                underwriter,
                BigInteger.valueOf(ownShares),
                DETERMINED,
                gate);
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC_OFFERING, false, false, true",
        "BUSINESS_COMBINATION, true, false, false",
        "COMPENSATORY_PLAN, false, true, false",
        "OTHER, false, false, false"
    })
    @Verifies({Clause.S1_5_A, Clause.S1_5_B})
    void isPlannedAsItsKindSays(Kind kind, boolean combination, boolean plan, boolean toPublic) {
        assertThat(Offering.planned(kind, DETERMINED))
                .isEqualTo(new PlannedOffering(combination, plan, toPublic, DETERMINED));
    }

    @Test
    void beginsWithTheElectionsWhereNoticeIsRequired() {
        assertThat(offering(false, null, 0, OfferingGate.Result.NOTICE_REQUIRED).phase())
                .isEqualTo(Phase.ELECTION);
        assertThat(offering(false, null, 0, OfferingGate.Result.SERIES_2A_NOT_CLOSED)
                        .phase())
                .isEqualTo(Phase.NO_NOTICE_REQUIRED);
    }

    @Test
    @Verifies(Clause.S4_F)
    void hasAManagingUnderwriterIfAndOnlyIfItIsUnderwritten() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> offering(true, null, 0, OfferingGate.Result.NOTICE_REQUIRED))
                .withMessageStartingWith("managingUnderwriter: is required");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> offering(false, "Bank", 0, OfferingGate.Result.NOTICE_REQUIRED))
                .withMessageStartingWith("managingUnderwriter: must be absent");
    }

    @ParameterizedTest
    @CsvSource({"true, Bank, 1, true", "true, Bank, 0, false", "false, , 1, false"})
    @Verifies(Clause.S2_2_A)
    void holdersSignWhereTheCompanysOwnSharesAreUnderwritten(
            boolean underwritten, String underwriter, long ownShares, boolean mustSign) {
        assertThat(offering(underwritten, underwriter, ownShares, OfferingGate.Result.NOTICE_REQUIRED)
                        .holdersMustSign())
                .isEqualTo(mustSign);
    }

    @ParameterizedTest
    @CsvSource({
        "Agent, Registrar, 037833100, true",
        ", Registrar, 037833100, false",
        "Agent, , 037833100, false",
        "Agent, Registrar, , false"
    })
    @Verifies(Clause.S4_E)
    void allThreeAppointmentsAreNeeded(String agent, String registrar, String cusip, boolean complete) {
        assertThat(new Registration(null, null, null, null, agent, registrar, cusip, null, null, null, null)
                        .appointmentsComplete())
                .isEqualTo(complete);
    }
}
