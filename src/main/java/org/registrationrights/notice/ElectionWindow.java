package org.registrationrights.notice;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.DayCount;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.calendar.Holiday;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Explanation.Telling;
import org.registrationrights.explanation.Step;

/**
 * The time in which one Holder may ask for inclusion (2.1), in the policies' zone.
 *
 * @param receivedAt null where only the day of receipt is known or deemed
 * @param holidays with {@code terms} and {@code policies} what it rests on
 * @param dayZero the day the notice was received
 * @param tenthDay the last of the days as they are counted
 * @param lastDay the last day on which a request is in time
 * @param rolled whether the last day is another than the tenth, which was a Sunday or a holiday
 * @param deadlineExclusive the first instant that is too late
 */
@Implements(Clause.S2_1_D)
public record ElectionWindow(
        Instant receivedAt,
        Holidays holidays,
        AgreementTerms terms,
        Policies policies,
        LocalDate dayZero,
        LocalDate tenthDay,
        LocalDate lastDay,
        boolean rolled,
        ZonedDateTime deadlineExclusive)
        implements Explained {

    private static final int REMINDER_DAYS = 3;

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = Set.of("zone", "businessDay", "lastDayRoll", "dayCount");

    /**
     * The window of a notice of which the day of receipt is known or deemed.
     *
     * @throws Refusal where hours are counted: a day has none to count from
     */
    public static ElectionWindow ofReceiptDate(
            LocalDate receiptDate, Holidays holidays, AgreementTerms terms, Policies policies) {
        return of(null, receiptDate, holidays, terms, policies);
    }

    /** The window of a notice of which the instant of receipt is known. */
    public static ElectionWindow ofReceiptInstant(
            Instant receivedAt, Holidays holidays, AgreementTerms terms, Policies policies) {
        return of(receivedAt, LocalDate.ofInstant(receivedAt, policies.zone()), holidays, terms, policies);
    }

    private static ElectionWindow of(
            Instant receivedAt, LocalDate dayZero, Holidays holidays, AgreementTerms terms, Policies policies) {
        boolean hours = policies.dayCount() == DayCount.ROLLING_24H;
        if (hours && receivedAt == null) {
            throw Refusal.invalid("receivedAt", "is required where dayCount is ROLLING_24H", Clause.S2_1_D);
        }
        boolean firstDayCounts = policies.dayCount() == DayCount.INCLUDE_FIRST_DAY;
        LocalDate tenth = dayZero.plusDays(firstDayCounts ? terms.electionDays() - 1 : terms.electionDays());
        LocalDate last = hours ? tenth : roll(tenth, holidays, policies);
        // A day begins later than midnight where the clock is put forward at it.
        ZonedDateTime deadline = hours
                ? receivedAt.atZone(policies.zone()).plus(Duration.ofDays(terms.electionDays()))
                : last.plusDays(1).atStartOfDay(policies.zone());
        return new ElectionWindow(
                receivedAt, holidays, terms, policies, dayZero, tenth, last, !last.equals(tenth), deadline);
    }

    /** When the Holder is reminded, which the agreement does not ask for. */
    public ZonedDateTime reminderAt() {
        return deadlineExclusive.minusDays(REMINDER_DAYS);
    }

    /** What people are told: the last second that is still in time. */
    public ZonedDateTime lastSecond() {
        return deadlineExclusive.minusSeconds(1);
    }

    /** Whether a request given on that day is in time; one that comes before the notice is. */
    @Implements({Clause.S2_1_C, Clause.S2_1_F})
    public boolean isTimely(LocalDate given) {
        return !given.isAfter(lastDay);
    }

    @Override
    public List<Step> explain(String subject) {
        if (subject != null) {
            throw Explained.stranger(subject);
        }
        Explanation told = Explanation.under(policies);
        tell(told, "");
        return told.steps();
    }

    /** @param of what goes before the names of its figures, such as {@code window.} */
    void tell(Explanation told, String of) {
        if (receivedAt != null) {
            told.step(Clause.S2_1_D, "the day on which the notice was received")
                    .with("receivedAt", text(receivedAt.atZone(policies.zone())))
                    .reading("zone")
                    .gives(of + "dayZero", dayZero);
        }
        boolean firstDayCounts = policies.dayCount() == DayCount.INCLUDE_FIRST_DAY;
        told.step(
                        Clause.S2_1_D,
                        firstDayCounts
                                ? "the last of so many days, the day of receipt being the first"
                                : "so many days after the day of receipt")
                .with("dayZero", dayZero)
                .with("days", terms.electionDays())
                .reading("dayCount")
                .gives(of + "tenthDay", tenthDay);
        if (policies.dayCount() == DayCount.ROLLING_24H) {
            tellHours(told, of);
        } else {
            tellDays(told, of);
        }
    }

    private void tellHours(Explanation told, String of) {
        told.step(Clause.S2_1_D, "where hours are counted, no Sunday or holiday moves the last day")
                .with("tenthDay", tenthDay)
                .reading("dayCount")
                .gives(of + "lastDay", lastDay)
                .step(Clause.S2_1_D, "so many times 24 hours after receipt")
                .with("receivedAt", text(receivedAt.atZone(policies.zone())))
                .with("days", terms.electionDays())
                .reading("dayCount", "zone")
                .gives(of + "deadlineExclusive", text(deadlineExclusive));
    }

    private void tellDays(Explanation told, String of) {
        String formula = switch (policies.lastDayRoll()) {
            case CIVIL_CODE_11 -> "the tenth day; if a Sunday or holiday in California, the next business day";
            case WEEKEND_AND_HOLIDAY -> "the tenth day; if a weekend or holiday in California, the next business day";
            case NONE -> "the tenth day, whatever day it is";
        };
        Telling roll = told.step(Clause.S2_1_D, formula);
        tenthDay.datesUntil(lastDay).forEach(day -> roll.with(day.toString(), holiday(day)));
        roll.with(lastDay.toString(), weekday(lastDay))
                .reading("lastDayRoll", "businessDay")
                .gives(of + "lastDay", lastDay)
                .step(Clause.S2_1_D, "the start of the day after the last day: the first instant that is too late")
                .with("lastDay", lastDay)
                .reading("zone")
                .gives(of + "deadlineExclusive", text(deadlineExclusive));
    }

    /** Why the window does not end on that day. */
    private String holiday(LocalDate day) {
        return holidays.californiaHoliday(day)
                .or(() -> holidays.whyNoBusinessDay(day, policies.businessDay()))
                .map(Holiday::toString)
                .orElseGet(() -> weekday(day));
    }

    private static String text(ZonedDateTime instant) {
        return ISO_OFFSET_DATE_TIME.format(instant);
    }

    private static String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static LocalDate roll(LocalDate tenth, Holidays holidays, Policies policies) {
        boolean moves = switch (policies.lastDayRoll()) {
            case CIVIL_CODE_11 -> holidays.isCalifornia(tenth);
            case WEEKEND_AND_HOLIDAY -> holidays.isCalifornia(tenth) || tenth.getDayOfWeek() == DayOfWeek.SATURDAY;
            case NONE -> false;
        };
        LocalDate last = tenth;
        while (moves) {
            last = last.plusDays(1);
            moves = holidays.isCalifornia(last) || !holidays.isBusinessDay(last, policies.businessDay());
        }
        return last;
    }
}
