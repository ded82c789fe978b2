package org.registrationrights.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Deadlines;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.calendar.Holiday;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.calendar.WrittenTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AgreementProperties.class)
class AgreementConfiguration {

    @Bean
    Agreement agreement(AgreementProperties properties) {
        AgreementProperties.Series2aClosing closing = properties.series2aClosing();
        return new Agreement(
                properties.company(),
                properties.companyCounsel(),
                date("agreement.date", properties.date()),
                closing == null || closing.closedAt() == null
                        ? null
                        : new Agreement.Series2aClosing(closing.closedAt().toInstant(), closing.evidence()),
                policies(properties));
    }

    @Bean
    Deadlines deadlines(AgreementProperties properties) {
        AgreementProperties.OwnDeadlines own = properties.deadlines();
        return new Deadlines(
                own.information(),
                own.signature(),
                own.assessment(),
                own.stopNotice(),
                own.correctedProspectus(),
                own.lockup(),
                own.arbitrationFiling(),
                own.disputeCosts(),
                own.claimAnswer(),
                own.claimPayment());
    }

    @Bean
    Holidays holidays(AgreementProperties properties) {
        AgreementProperties.AddedHolidays added = properties.holidays();
        return Holidays.shipped()
                .with(
                        named("agreement.holidays.federal", added.federal()),
                        named("agreement.holidays.california", added.california()));
    }

    private static Map<LocalDate, Holiday> named(String property, List<AgreementProperties.AddedHoliday> added) {
        Map<LocalDate, Holiday> named = new TreeMap<>();
        for (int i = 0; i < added.size(); i++) {
            AgreementProperties.AddedHoliday day = added.get(i);
            String entry = property + "[" + i + "].";
            if (day.name() == null || day.name().isBlank()) {
                throw Refusal.invalid(entry + "name", "is required");
            }
            LocalDate date = date(entry + "date", day.date());
            if (named.put(date, new Holiday(day.name(), day.statute())) != null) {
                throw Refusal.invalid(entry + "date", date + " is there twice");
            }
        }
        return named;
    }

    private static LocalDate date(String property, String text) {
        try {
            return WrittenTime.date(text == null ? "" : text);
        } catch (DateTimeException fault) {
            throw Refusal.invalid(property, "is no date such as 2027-02-06: " + fault.getMessage());
        }
    }

    private static Map<LocalDate, Policies> policies(AgreementProperties properties) {
        Map<LocalDate, Policies> byFirstDay =
                new TreeMap<>(Map.of(date("agreement.date", properties.date()), Policies.DEFAULTS));
        for (int i = 0; i < properties.policies().size(); i++) {
            AgreementProperties.PolicySet set = properties.policies().get(i);
            LocalDate from = date("agreement.policies[" + i + "].from", set.from());
            Policies policies = Policies.DEFAULTS.with(keys(set.values()));
            if (policies.dayCount() == Policies.DayCount.ROLLING_24H) {
                throw Refusal.invalid(
                        "agreement.policies.dayCount",
                        "ROLLING_24H counts from an instant, and mail is deemed received on a day: no window can run by it");
            }
            byFirstDay.put(from, policies);
        }
        if (byFirstDay.values().stream().map(Policies::zone).distinct().count() > 1) {
            throw Refusal.invalid(
                    "agreement.policies.zone", "must be the same in every set: which set holds on a day depends on it");
        }
        return byFirstDay;
    }

    /** The policies' own keys: a variable of the environment has lost its capitals. */
    private static Map<String, String> keys(Map<String, String> given) {
        Map<String, String> ownKeys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Policies.DEFAULTS.values().keySet().forEach(key -> ownKeys.put(key, key));
        return given.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> ownKeys.getOrDefault(entry.getKey(), entry.getKey()), Map.Entry::getValue));
    }
}
