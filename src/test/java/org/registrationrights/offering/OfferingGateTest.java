package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.offering.OfferingGate.Result.NOTICE_REQUIRED;
import static org.registrationrights.offering.OfferingGate.Result.NOT_A_PUBLIC_OFFERING;
import static org.registrationrights.offering.OfferingGate.Result.OBLIGATION_TERMINATED;
import static org.registrationrights.offering.OfferingGate.Result.SERIES_2A_NOT_CLOSED;
import static org.registrationrights.offering.Sellers.with;

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
import org.registrationrights.explanation.Told;
import org.registrationrights.offering.OfferingGate.Facts;

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
    void everyReadingOfTheTermCounts() {
        PlannedOffering onTheAnniversary = publicOffering(LAST);
        assertThat(gate(onTheAnniversary, with("termination", "ANNIVERSARY_EXCLUDED")))
                .isEqualTo(OBLIGATION_TERMINATED);
        assertThat(gate(onTheAnniversary, with("zone", "America/New_York"))).isEqualTo(OBLIGATION_TERMINATED);
        assertThat(gate(onTheAnniversary, with("zone", "Pacific/Honolulu"))).isEqualTo(NOTICE_REQUIRED);

        AgreementTerms leap = AgreementTerms.asSigned(LocalDate.of(2000, 2, 29));
        PlannedOffering onTheFirstOfMarch = publicOffering(Instant.parse("2003-03-01T20:00:00Z"));
        assertThat(OfferingGate.of(onTheFirstOfMarch, CLOSED, leap, Policies.DEFAULTS)
                        .result())
                .isEqualTo(OBLIGATION_TERMINATED);
        assertThat(OfferingGate.of(onTheFirstOfMarch, CLOSED, leap, with("leapAnniversary", "MAR_1"))
                        .result())
                .isEqualTo(NOTICE_REQUIRED);
    }

    @Test
    void theFactsAreDecidedInTheirOrder() {
        for (int answers = 0; answers < 32; answers++) {
            Facts facts = new Facts(
                    (answers & 16) > 0, (answers & 8) > 0, (answers & 4) > 0, (answers & 2) > 0, (answers & 1) > 0);
            OfferingGate.Result expected = switch (answers) {
                case 7 -> NOTICE_REQUIRED;
                case 6 -> OBLIGATION_TERMINATED;
                case 4, 5 -> SERIES_2A_NOT_CLOSED;
                default -> NOT_A_PUBLIC_OFFERING;
            };
            assertThat(OfferingGate.decide(facts)).as("%s", facts).isEqualTo(expected);
        }
    }

    @Test
    void tellsTheTermAndEachQuestionWithItsAnswer() {
        OfferingGate gate = OfferingGate.of(publicOffering(LAST), CLOSED, TERMS, Policies.DEFAULTS);

        assertThat(Told.steps(gate, null))
                .startsWith(Told.steps(RegistrationTerm.of(TERMS, Policies.DEFAULTS), null)
                        .toArray(String[]::new))
                .endsWith(
                        "1.5-a {commonStockToPublic=true, soleBusinessCombination=false, soleCompensatoryPlan=false}"
                                + " publicOffering=true",
                        "2.1-a {determinedAt=2004-06-22T23:59:59.999-07:00,"
                                + " series2aClosedAt=2001-09-01T12:00:00-07:00} afterSeries2aClosing=true",
                        "10-a {determinedAt=2004-06-22T23:59:59.999-07:00, terminatesAt=2004-06-23T00:00:00-07:00}"
                                + " obligationInForce=true",
                        "2.1-b {publicOffering=true, afterSeries2aClosing=true, obligationInForce=true}"
                                + " result=NOTICE_REQUIRED")
                .hasSize(6);
        assertThat(Told.steps(
                        OfferingGate.of(
                                new PlannedOffering(true, false, true, LAST.plusMillis(1)),
                                null,
                                TERMS,
                                Policies.DEFAULTS),
                        null))
                .endsWith(
                        "1.5-a {commonStockToPublic=true, soleBusinessCombination=true, soleCompensatoryPlan=false}"
                                + " publicOffering=false",
                        "2.1-a {determinedAt=2004-06-23T00:00:00-07:00, series2aClosedAt=none}"
                                + " afterSeries2aClosing=false",
                        "10-a {determinedAt=2004-06-23T00:00:00-07:00, terminatesAt=2004-06-23T00:00:00-07:00}"
                                + " obligationInForce=false",
                        "2.1-b {publicOffering=false, afterSeries2aClosing=false, obligationInForce=false}"
                                + " result=NOT_A_PUBLIC_OFFERING");
        assertThatThrownBy(() -> gate.explain("H-1"))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "for");
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

    private static OfferingGate.Result gate(PlannedOffering offering, Policies policies) {
        return OfferingGate.of(offering, CLOSED, TERMS, policies).result();
    }

    private static OfferingGate.Result decide(PlannedOffering offering, Instant series2aClosedAt) {
        return OfferingGate.of(offering, series2aClosedAt, TERMS, Policies.DEFAULTS)
                .result();
    }
}
