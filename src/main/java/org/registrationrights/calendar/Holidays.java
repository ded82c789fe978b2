package org.registrationrights.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.registrationrights.agreement.Policies.BusinessDay;

/**
 * The federal and the California list of holidays, and the business days they leave (11.1, 2.1). The shipped lists are
 * right for 1999 to 2035; other years follow the same rows. They hold neither Lunar New Year (California, from 2023)
 * and Diwali (from 2026), which follow other calendars, nor days that are proclaimed: {@link #with} adds such days.
 */
public final class Holidays {

    private static final int FIRST_YEAR = 1999;
    private static final int LAST_YEAR = 2035;
    private static final List<Year> YEARS =
            IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR).mapToObj(Year::of).toList();
    private static final Holidays SHIPPED = new Holidays(Map.of(), Map.of());

    private static final Holiday SATURDAY = new Holiday("Saturday", null);
    private static final Holiday SUNDAY = new Holiday("Sunday", null);
    private static final Holiday CALIFORNIA_SUNDAY = new Holiday("Sunday", "Gov. Code 6700");
    private static final Holiday DAY_AFTER_THANKSGIVING =
            new Holiday("Day after Thanksgiving Day", "Code Civ. Proc. 135");

    private final Map<LocalDate, Holiday> addedFederal;
    private final Map<LocalDate, Holiday> addedCalifornia;

    private Holidays(Map<LocalDate, Holiday> addedFederal, Map<LocalDate, Holiday> addedCalifornia) {
        this.addedFederal = Map.copyOf(addedFederal);
        this.addedCalifornia = Map.copyOf(addedCalifornia);
    }

    public static Holidays shipped() {
        return SHIPPED;
    }

    /** These lists and the given days, which take no Monday or Friday. */
    public Holidays with(Map<LocalDate, Holiday> federal, Map<LocalDate, Holiday> california) {
        return new Holidays(union(addedFederal, federal), union(addedCalifornia, california));
    }

    /** On the California list, Sundays included (Gov. Code 6700, 6701). */
    public boolean isCalifornia(LocalDate date) {
        return california(date) != null;
    }

    /** What puts the day on the California list. */
    public Optional<Holiday> californiaHoliday(LocalDate date) {
        return Optional.ofNullable(california(date));
    }

    /** Whether the day counts towards a number of business days. */
    public boolean isBusinessDay(LocalDate date, BusinessDay reading) {
        return closed(date, reading) == null;
    }

    /** Why the day does not count towards a number of business days, where it does not. */
    public Optional<Holiday> whyNoBusinessDay(LocalDate date, BusinessDay reading) {
        return Optional.ofNullable(closed(date, reading));
    }

    /** The {@code count}-th business day after the date, which is not counted itself. */
    public LocalDate plusBusinessDays(LocalDate date, int count, BusinessDay reading) {
        LocalDate day = date;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (isBusinessDay(day, reading)) {
                left--;
            }
        }
        return day;
    }

    /** What puts the day on the federal list, where a holiday on a Sunday also takes the Monday; or null. */
    Holiday federal(LocalDate date) {
        return first(Year.of(date).federal.get(date), addedFederal.get(date));
    }

    /** As {@link #federal}, or the Friday that federal offices keep for a holiday on a Saturday. */
    Holiday federalWithSaturdayObserved(LocalDate date) {
        return first(federal(date), Year.of(date).federalFridays.get(date));
    }

    private Holiday california(LocalDate date) {
        Holiday listed = first(Year.of(date).california.get(date), addedCalifornia.get(date));
        return first(listed, date.getDayOfWeek() == DayOfWeek.SUNDAY ? CALIFORNIA_SUNDAY : null);
    }

    private Holiday closed(LocalDate date, BusinessDay reading) {
        return switch (reading) {
            case MON_FRI_FEDERAL -> first(weekend(date), federal(date));
            case MON_FRI_FEDERAL_OBSERVED -> first(weekend(date), federalWithSaturdayObserved(date));
            case CIVIL_CODE_9 -> california(date);
            case MON_FRI_COURT ->
                first(first(weekend(date), federal(date)), first(california(date), dayAfterThanksgiving(date)));
        };
    }

    private static Holiday weekend(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> SATURDAY;
            case SUNDAY -> SUNDAY;
            default -> null;
        };
    }

    private static Holiday dayAfterThanksgiving(LocalDate date) {
        boolean fourthThursdayBefore =
                date.getDayOfWeek() == DayOfWeek.FRIDAY && date.getDayOfMonth() >= 23 && date.getDayOfMonth() <= 29;
        return date.getMonth() == Month.NOVEMBER && fourthThursdayBefore ? DAY_AFTER_THANKSGIVING : null;
    }

    private static Holiday first(Holiday one, Holiday other) {
        return one == null ? other : one;
    }

    private static Map<LocalDate, Holiday> union(Map<LocalDate, Holiday> some, Map<LocalDate, Holiday> more) {
        Map<LocalDate, Holiday> union = new HashMap<>(some);
        union.putAll(more);
        return union;
    }

    /** The shipped lists of one year. */
    private record Year(
            Map<LocalDate, Holiday> federal,
            Map<LocalDate, Holiday> federalFridays,
            Map<LocalDate, Holiday> california) {

        static Year of(LocalDate date) {
            int year = date.getYear();
            return year < FIRST_YEAR || year > LAST_YEAR ? of(year) : YEARS.get(year - FIRST_YEAR);
        }

        static Year of(int year) {
            return new Year(
                    byDay(HolidayRule.FEDERAL.stream().flatMap(row -> row.days(year))),
                    byDay(HolidayRule.FEDERAL.stream()
                            .flatMap(row -> Stream.concat(row.fridays(year), row.fridays(year + 1)))),
                    byDay(HolidayRule.CALIFORNIA.stream()
                            .flatMap(row -> Stream.concat(row.days(year), row.fridays(year)))));
        }

        private static Map<LocalDate, Holiday> byDay(Stream<Map.Entry<LocalDate, Holiday>> days) {
            return days.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }
}
