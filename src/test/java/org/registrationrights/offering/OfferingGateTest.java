package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.offering.OfferingGate.NOTICE_REQUIRED;
import static org.registrationrights.offering.OfferingGate.NOT_A_PUBLIC_OFFERING;
import static org.registrationrights.offering.OfferingGate.OBLIGATION_TERMINATED;
import static org.registrationrights.offering.OfferingGate.SERIES_2A_NOT_CLOSED;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;

@Verifies({Clause.S1_5_A, Clause.S1_5_B, Clause.S2_1_A, Clause.S2_1_B})
class OfferingGateTest {

    private static final AgreementTerms TERMS = AgreementTerms.asSigned(LocalDate.of(2001, 6, 22));
    private static final Instant CLOSED = Instant.parse("2001-09-01T19:00:00Z");
    private static final Instant LAST = Instant.parse("2004-06-23T06:59:59.999Z");

    @ParameterizedTest
    @CsvSource({"false, false, false", "true, false, true", "false, true, true", "true, true, true"})
    void onlyCommonStockToThePublicForNoSoleOtherPurposeIsAPublicOffering(
            boolean combination, boolean plan, boolean toPublic) {
        PlannedOffering offering = new PlannedOffering(combination, plan, toPublic, LAST);

        assertThat(decide(offering, CLOSED)).isEqualTo(NOT_A_PUBLIC_OFFERING);
        assertThat(decide(offering, null)).isEqualTo(NOT_A_PUBLIC_OFFERING);
    }

    @Test
    void theDeterminationMustFollowTheSeries2aClosing() {
        assertThat(decide(publicOffering(LAST), null)).isEqualTo(SERIES_2A_NOT_CLOSED);
        assertThat(decide(publicOffering(CLOSED.minusMillis(1)), CLOSED)).isEqualTo(SERIES_2A_NOT_CLOSED);
        assertThat(decide(publicOffering(CLOSED), CLOSED)).isEqualTo(SERIES_2A_NOT_CLOSED);
        assertThat(decide(publicOffering(CLOSED.plusMillis(1)), CLOSED)).isEqualTo(NOTICE_REQUIRED);
    }

    @Test
    void theDeterminationMustComeBeforeTheTermEnds() {
        assertThat(decide(publicOffering(LAST), CLOSED)).isEqualTo(NOTICE_REQUIRED);
        assertThat(decide(publicOffering(LAST.plusMillis(1)), CLOSED)).isEqualTo(OBLIGATION_TERMINATED);
        // The closing is asked about first.
        assertThat(decide(publicOffering(LAST.plusMillis(1)), null)).isEqualTo(SERIES_2A_NOT_CLOSED);
    }

    @Test
    void aDeterminationHasItsInstant() {
        assertThatThrownBy(() -> publicOffering(null))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "determinedAt");
    }

    private static PlannedOffering publicOffering(Instant determinedAt) {
        return new PlannedOffering(false, false, true, determinedAt);
    }

    private static OfferingGate decide(PlannedOffering offering, Instant series2aClosedAt) {
        return OfferingGate.decide(offering, series2aClosedAt, TERMS, Policies.DEFAULTS);
    }
}
