package org.registrationrights.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.registrationrights.RegistrationRightsApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Without what nobody may guess there is no start, and one message says all that is missing. */
@ExtendWith(OutputCaptureExtension.class)
// an application that ends takes the webapps' static parts with it: last, before the check of coverage
@Order(Integer.MAX_VALUE - 1)
class StartRefusalTest {

    private static final Map<String, String> COMPLETE = Map.of(
            "SPRING_PROFILES_ACTIVE", "production",
            "AGREEMENT_DATE", "2001-06-22",
            "ADMIN_PASSWORD", "Correct-horse-7",
            "DATABASE_URL", "jdbc:postgresql://localhost:1/none");

    @Test
    void allThatIsMissingIsNamedAtOnce(CapturedOutput output) {
        start(Map.of("SPRING_PROFILES_ACTIVE", "production"));

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("AGREEMENT_DATE", "ADMIN_PASSWORD", "DATABASE_URL")
                .doesNotContain("\tat ");
    }

    @Test
    void eachIsNamedAlone(CapturedOutput output) {
        for (String variable : new String[] {"AGREEMENT_DATE", "ADMIN_PASSWORD", "DATABASE_URL"}) {
            Map<String, String> environment = new HashMap<>(COMPLETE);
            environment.put(variable, "");
            int before = output.length();

            start(environment);

            String said = output.toString().substring(before);
            assertThat(said.substring(said.indexOf("Description:")))
                    .containsOnlyOnce("is missing")
                    .contains("(" + variable + ") is missing");
        }
    }

    @Test
    void singleNeedsNoDatabaseUrl(CapturedOutput output) {
        start(Map.of("SPRING_PROFILES_ACTIVE", "single"));

        assertThat(output).contains("AGREEMENT_DATE", "ADMIN_PASSWORD").doesNotContain("DATABASE_URL");
    }

    @Test
    void theDemonstrationCanBeToldADateButNotWithoutOne(CapturedOutput output) {
        start(Map.of("AGREEMENT_DATE", ""));

        assertThat(output).contains("(AGREEMENT_DATE) is missing");
    }

    @Test
    void aClosingWithoutEvidenceIsNoFinding(CapturedOutput output) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put("AGREEMENT_SERIES2ACLOSING_CLOSEDAT", "2001-09-01T12:00:00-07:00");
        start(environment);

        assertThat(output).contains("agreement.series2a-closing.evidence").contains("is missing");
    }

    @Test
    void aProfileThatIsNoneOfOursIsRefused(CapturedOutput output) {
        for (String profiles : new String[] {"prod", "production,demo"}) {
            int before = output.length();

            start(Map.of("SPRING_PROFILES_ACTIVE", profiles));

            assertThat(output.toString().substring(before)).contains("one of demo, single and production");
        }
    }

    private static void start(Map<String, String> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables)));
        assertThat(catchThrowable(() -> new SpringApplicationBuilder(RegistrationRightsApplication.class)
                        .environment(environment)
                        .run()
                        .close()))
                .isNotNull();
    }
}
