package org.registrationrights.notice;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.DayCount;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.calendar.Holidays;

/**
 * The time in which one Holder may ask for inclusion (2.1), in the policies' zone.
 *
 * @param dayZero the day the notice was received
 * @param tenthDay the last of the days as they are counted
 * @param lastDay the last day on which a request is in time
 * @param rolled whether the last day is another than the tenth, which was a Sunday or a holiday
 * @param deadlineExclusive the first instant that is too late
 */
@Implements(Clause.S2_1_D)
public record ElectionWindow(
        LocalDate dayZero, LocalDate tenthDay, LocalDate lastDay, boolean rolled, ZonedDateTime deadlineExclusive) {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = Set.of("zone", "businessDay", "lastDayRoll", "dayCount");

    /**
     * The window of a notice of which the day of receipt is known or deemed.
     *
     * @throws Refusal where hours are counted: a day has none to count from
     */
    public static ElectionWindow ofReceiptDate(
            LocalDate receiptDate, Holidays holidays, AgreementTerms terms, Policies policies) {
        int added = switch (policies.dayCount()) {
            case CALENDAR_DAYS -> terms.electionDays();
            case INCLUDE_FIRST_DAY -> terms.electionDays() - 1;
            case ROLLING_24H ->
                throw Refusal.invalid("receivedAt", "is required where dayCount is ROLLING_24H", Clause.S2_1_D);
        };
        LocalDate tenth = receiptDate.plusDays(added);
        LocalDate last = roll(tenth, holidays, policies);
        // Midnight is skipped where the clock is put forward at it.
        ZonedDateTime deadline = last.plusDays(1).atStartOfDay(policies.zone());
        return new ElectionWindow(receiptDate, tenth, last, !last.equals(tenth), deadline);
    }

    /** The window of a notice of which the instant of receipt is known. */
    public static ElectionWindow ofReceiptInstant(
            Instant receivedAt, Holidays holidays, AgreementTerms terms, Policies policies) {
        ZonedDateTime received = receivedAt.atZone(policies.zone());
        if (policies.dayCount() != DayCount.ROLLING_24H) {
            return ofReceiptDate(received.toLocalDate(), holidays, terms, policies);
        }
        LocalDate tenth = received.toLocalDate().plusDays(terms.electionDays());
        return new ElectionWindow(
                received.toLocalDate(), tenth, tenth, false, received.plus(Duration.ofDays(terms.electionDays())));
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
