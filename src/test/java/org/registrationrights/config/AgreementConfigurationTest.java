package org.registrationrights.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class AgreementConfigurationTest {

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
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.field()).isEqualTo(field)));
    }

    @Test
    void aSetOfPoliciesHasAFirstDay() {
        application
                .withPropertyValues("agreement.policies[0].values.parityUnit=AGGREGATE")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("agreement.policies.from"));
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
}
