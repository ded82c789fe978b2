package org.registrationrights.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Deadlines;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.calendar.Holiday;
import org.registrationrights.calendar.Holidays;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class AgreementConfigurationTest {

    private static final LocalDate LUNAR_NEW_YEAR = LocalDate.of(2027, 2, 6);

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(AgreementConfiguration.class)
            .withPropertyValues("agreement.date=2001-06-22");

    @Test
    void theDefaultsHoldWhereNothingIsSaid() {
        application.run(context -> {
            Agreement agreement = context.getBean(Agreement.class);
            assertThat(agreement.policiesAsOf(LocalDate.of(2002, 1, 1))).isEqualTo(Policies.DEFAULTS);
            assertThat(agreement.termsAsOf(LocalDate.of(2002, 1, 1)).agreementDate())
                    .isEqualTo("2001-06-22");
            assertThat(agreement.series2aClosing()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({"2/28/01", "2001-02-29", "0001-06-22"})
    void aDateThatIsNoneStopsTheStart(String date) {
        application
                .withPropertyValues("agreement.date=" + date)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("agreement.date"));
    }

    @Test
    void aPolicyIsReadFromItsFirstDay() {
        application
                .withPropertyValues(
                        "agreement.policies[0].from=2002-01-01",
                        "agreement.policies[0].values.parityUnit=AGGREGATE",
                        "agreement.series2a-closing.closed-at=2001-09-01T12:00:00-07:00",
                        "agreement.series2a-closing.evidence=Memorandum")
                .run(context -> {
                    Agreement agreement = context.getBean(Agreement.class);
                    assertThat(agreement.policiesAsOf(LocalDate.of(2001, 12, 31)))
                            .isEqualTo(Policies.DEFAULTS);
                    assertThat(agreement.policiesAsOf(LocalDate.of(2002, 1, 1)).parityUnit())
                            .isEqualTo(Policies.ParityUnit.AGGREGATE);
                    assertThat(agreement.series2aClosing())
                            .isEqualTo(
                                    new Agreement.Series2aClosing(Instant.parse("2001-09-01T19:00:00Z"), "Memorandum"));
                });
    }

    @Test
    void aPolicyIsReadFromTheEnvironment() {
        application
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "test-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of(
                                        "AGREEMENT_POLICIES_0_FROM", "2002-01-01",
                                        "AGREEMENT_POLICIES_0_VALUES_PARITYUNIT", "AGGREGATE"))))
                .run(context -> assertThat(context.getBean(Agreement.class)
                                .policiesAsOf(LocalDate.of(2002, 1, 1))
                                .parityUnit())
                        .isEqualTo(Policies.ParityUnit.AGGREGATE));
    }

    @ParameterizedTest
    @CsvSource({
        "agreement.policies[0].values.parityUnits=AGGREGATE, policies.parityUnits",
        "agreement.policies[0].values.parityUnit=BOTH,       policies.parityUnit",
        "agreement.policies[0].values.zone=Los_Angeles,      policies.zone",
        "agreement.policies[0].values.zone=America/New_York, agreement.policies.zone",
        "agreement.policies[0].values.dayCount=ROLLING_24H,  agreement.policies.dayCount"
    })
    void aPolicyThatIsUnknownOrCannotRunIsNamed(String property, String field) {
        application
                .withPropertyValues("agreement.policies[0].from=2002-01-01", property)
                .run(context -> assertRefused(context, field));
    }

    @Test
    void aSetOfPoliciesHasAFirstDay() {
        application
                .withPropertyValues("agreement.policies[0].values.parityUnit=AGGREGATE")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("agreement.policies[0].from"));
    }

    @Test
    void theShippedHolidaysHoldWhereNoneAreAdded() {
        application.run(context -> assertThat(context.getBean(Holidays.class).isCalifornia(LUNAR_NEW_YEAR))
                .isFalse());
    }

    @Test
    void aDayIsAddedToEitherListOfHolidays() {
        application
                .withPropertyValues(
                        "agreement.holidays.california[0].date=2027-02-06",
                        "agreement.holidays.california[0].name=Lunar New Year",
                        "agreement.holidays.california[0].statute=Gov. Code 6700",
                        "agreement.holidays.california[1].date=2027-03-19",
                        "agreement.holidays.california[1].name=Day of mourning",
                        "agreement.holidays.federal[0].date=2027-03-18",
                        "agreement.holidays.federal[0].name=Day of mourning")
                .run(context -> {
                    Holidays holidays = context.getBean(Holidays.class);
                    assertThat(holidays.californiaHoliday(LUNAR_NEW_YEAR))
                            .contains(new Holiday("Lunar New Year", "Gov. Code 6700"));
                    assertThat(holidays.californiaHoliday(LocalDate.of(2027, 3, 19)))
                            .contains(new Holiday("Day of mourning", null));
                    assertThat(holidays.isCalifornia(LocalDate.of(2027, 3, 18))).isFalse();
                    assertThat(holidays.isBusinessDay(LocalDate.of(2027, 3, 18), Policies.BusinessDay.MON_FRI_FEDERAL))
                            .isFalse();
                    assertThat(holidays.isBusinessDay(LocalDate.of(2027, 3, 19), Policies.BusinessDay.MON_FRI_FEDERAL))
                            .isTrue();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "federal[0].date=2027-02-30,   federal[0].date",
        "federal[0].date=2/6/27,       federal[0].date",
        "federal[0].date=0027-02-06,   federal[0].date",
        "federal[0].date=,             federal[0].date",
        "federal[0].name=,             federal[0].name",
        "california[0].name=Diwali,    california[0].date",
        "california[0].date=2026-11-08, california[0].name"
    })
    void aHolidayThatIsNoDayOrHasNoNameIsNamedByItsProperty(String property, String field) {
        application
                .withPropertyValues("agreement.holidays.federal[0].date=2027-02-06")
                .withPropertyValues("agreement.holidays.federal[0].name=Day of mourning")
                .withPropertyValues("agreement.holidays." + property)
                .run(context -> assertRefused(context, "agreement.holidays." + field));
    }

    @Test
    void aHolidayIsAddedOnce() {
        application
                .withPropertyValues(
                        "agreement.holidays.california[0].date=2027-02-06",
                        "agreement.holidays.california[0].name=Lunar New Year",
                        "agreement.holidays.california[1].date=2027-02-06",
                        "agreement.holidays.california[1].name=Day of mourning")
                .run(context -> assertRefused(context, "agreement.holidays.california[1].date"));
    }

    @Test
    void aHolderHasAWeekForItsInformationUnlessAnotherTimeIsSet() {
        application.run(context ->
                assertThat(context.getBean(Deadlines.class).information()).isEqualTo(Period.ofDays(7)));
        application
                .withPropertyValues("agreement.deadlines.information=P2W")
                .run(context -> assertThat(context.getBean(Deadlines.class).information())
                        .isEqualTo(Period.ofDays(14)));
        application
                .withPropertyValues("agreement.deadlines.information=P0D")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("agreement.deadlines.information: P0D is not a day or more (Section 2.4)"));
    }

    @Test
    void aDayEndsInLosAngelesWhateverItsLength() {
        application.run(context -> {
            Agreement agreement = context.getBean(Agreement.class);
            // the clocks go forward on Sunday 7 April 2002
            assertThat(agreement.endOf(LocalDate.of(2002, 4, 6))).isEqualTo("2002-04-07T08:00:00Z");
            assertThat(agreement.endOf(LocalDate.of(2002, 4, 7))).isEqualTo("2002-04-08T07:00:00Z");
        });
    }

    @Test
    void aSlipOfThePenIsNotPassedOver() {
        application
                .withPropertyValues("agreement.series2a-closed=2001-09-01")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(UnboundConfigurationPropertiesException.class));
    }

    private static void assertRefused(AssertableApplicationContext context, String field) {
        assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
