package org.registrationrights.config;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Agreement.Party;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the agreement's text leaves to be filled in, and who its parties are. Dates are ISO text, since a date as such would
 * be read by the machine's own customs.
 *
 * @param date the agreement's date; there is no default
 * @param series2aClosing counsel's finding, not given until it is made
 * @param holidays days that the shipped lists do not hold
 * @param deadlines times that the agreement does not state
 * @param joinderForm Exhibit A as a template, a file outside the project; without it a sample stands in that is not for use
 * @param courtesyCopiesFrom the sender of courtesy copies by e-mail; required where {@code spring.mail.host} is set
 * @param policies readings that differ from the defaults, each set from a first day on
 */
@ConfigurationProperties(prefix = "agreement", ignoreUnknownFields = false)
record AgreementProperties(
        String date,
        Party company,
        Party companyCounsel,
        Series2aClosing series2aClosing,
        @DefaultValue AddedHolidays holidays,
        @DefaultValue OwnDeadlines deadlines,
        Path joinderForm,
        String courtesyCopiesFrom,
        @DefaultValue List<PolicySet> policies) {

    record Series2aClosing(OffsetDateTime closedAt, String evidence) {}

    record AddedHolidays(
            @DefaultValue List<AddedHoliday> federal,
            @DefaultValue List<AddedHoliday> california) {}

    /** @param statute not given where no law names the day */
    record AddedHoliday(String date, String name, String statute) {}

    /** A week is what a questionnaire is commonly given, and a signature page; who may be selling on a bad prospectus is seen to at once. */
    record OwnDeadlines(
            @DefaultValue("P7D") Period information,
            @DefaultValue("P7D") Period signature,
            @DefaultValue("P1D") Period assessment,
            @DefaultValue("P2D") Period stopNotice,
            @DefaultValue("P5D") Period correctedProspectus,
            @DefaultValue("P10D") Period lockup,
            @DefaultValue("P30D") Period arbitrationFiling,
            @DefaultValue("P30D") Period disputeCosts,
            @DefaultValue("P10D") Period claimAnswer,
            @DefaultValue("P30D") Period claimPayment) {}

    record PolicySet(String from, @DefaultValue Map<String, String> values) {}
}
