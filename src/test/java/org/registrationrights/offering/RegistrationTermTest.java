package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.offering.Sellers.with;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Verifies;

@Verifies(Clause.S10_A)
class RegistrationTermTest {

    @ParameterizedTest
    @CsvSource({
        "2001-06-22, ANNIVERSARY_INCLUDED, 2004-06-22, 2004-06-23T00:00-07:00",
        "2001-06-22, ANNIVERSARY_EXCLUDED, 2004-06-22, 2004-06-22T00:00-07:00",
        // Standard time begins on that day at two in the morning: its start and its end have different offsets.
        "2000-10-26, ANNIVERSARY_EXCLUDED, 2003-10-26, 2003-10-26T00:00-07:00",
        "2000-10-26, ANNIVERSARY_INCLUDED, 2003-10-26, 2003-10-27T00:00-08:00",
        // The leap day of 2004 makes the three years 1,096 days; the anniversary is a Sunday and stays one.
        "2001-06-20, ANNIVERSARY_INCLUDED, 2004-06-20, 2004-06-21T00:00-07:00"
    })
    void theTermEndsWithTheAnniversary(LocalDate made, String termination, LocalDate anniversary, String end) {
        RegistrationTerm term = RegistrationTerm.of(AgreementTerms.asSigned(made), with("termination", termination));
        OffsetDateTime terminatesAt = OffsetDateTime.parse(end);

        assertThat(term.anniversary()).isEqualTo(anniversary);
        assertThat(term.terminatesAt().toOffsetDateTime()).isEqualTo(terminatesAt);
        assertThat(term.obligationInForce(terminatesAt.toInstant().minusNanos(1)))
                .isTrue();
        assertThat(term.obligationInForce(terminatesAt.toInstant())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2004-02-29, 3, FEB_28, 2007-02-28",
        "2004-02-29, 3, MAR_1, 2007-03-01",
        "2004-02-29, 4, MAR_1, 2008-02-29",
        "2004-02-28, 3, MAR_1, 2007-02-28",
        "2005-02-28, 3, MAR_1, 2008-02-28"
    })
    void aLeapDayHasItsAnniversaryOnTheDayThePolicyNames(
            LocalDate made, int years, String leapAnniversary, LocalDate anniversary) {
        AgreementTerms terms = new AgreementTerms(made, 10, 3, 180, years, 51);

        assertThat(RegistrationTerm.of(terms, with("leapAnniversary", leapAnniversary))
                        .anniversary())
                .isEqualTo(anniversary);
    }

    @Test
    void theDayIsThatOfTheZone() {
        RegistrationTerm term = RegistrationTerm.of(
                AgreementTerms.asSigned(LocalDate.of(2001, 6, 22)), with("zone", "America/New_York"));

        assertThat(term.terminatesAt().toInstant()).isEqualTo("2004-06-23T04:00:00Z");
        assertThat(Policies.DEFAULTS.zone().getId()).isEqualTo("America/Los_Angeles");
    }
}
