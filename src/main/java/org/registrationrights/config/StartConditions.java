package org.registrationrights.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.registrationrights.agreement.Refusal;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Before anything is built: is all there that nobody may guess? What is missing is named at once, not one by one. */
@Component
class StartConditions implements BeanFactoryPostProcessor, EnvironmentAware {

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        List<String> faults = new ArrayList<>();
        if (Stream.of("demo", "single", "production").filter(this::active).count() != 1) {
            faults.add("the profile is one of demo, single and production (SPRING_PROFILES_ACTIVE)");
        }
        require(faults, "agreement.date", "AGREEMENT_DATE", "the agreement's text leaves its date blank");
        require(faults, "admin.password", "ADMIN_PASSWORD", "the first administrator is created with it");
        require(faults, "spring.datasource.url", "DATABASE_URL", "everything is stored there");
        if (given("agreement.series2a-closing.closed-at") || given("agreement.series2a-closing.evidence")) {
            require(
                    faults,
                    "agreement.series2a-closing.closed-at",
                    "AGREEMENT_SERIES2ACLOSING_CLOSEDAT",
                    "the right to notice begins with it (2.1)");
            require(
                    faults,
                    "agreement.series2a-closing.evidence",
                    "AGREEMENT_SERIES2ACLOSING_EVIDENCE",
                    "the closing is counsel's finding and rests on a paper (2.1)");
        }
        if (given("spring.mail.host")) {
            require(
                    faults,
                    "agreement.courtesy-copies-from",
                    "AGREEMENT_COURTESYCOPIESFROM",
                    "courtesy copies by e-mail are sent from it");
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid("configuration", String.join("; ", faults));
        }
    }

    private void require(List<String> faults, String property, String variable, String why) {
        if (!given(property)) {
            faults.add("%s (%s) is missing: %s".formatted(property, variable, why));
        }
    }

    private boolean given(String property) {
        return !environment.getProperty(property, "").isBlank();
    }

    private boolean active(String profile) {
        return environment.acceptsProfiles(Profiles.of(profile));
    }
}
