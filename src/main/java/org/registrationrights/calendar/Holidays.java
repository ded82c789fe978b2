package org.registrationrights.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.Month.NOVEMBER;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
    private static final Holidays SHIPPED = new Holidays(Set.of(), Set.of());

    private final Set<LocalDate> addedFederal;
    private final Set<LocalDate> addedCalifornia;

    private Holidays(Set<LocalDate> addedFederal, Set<LocalDate> addedCalifornia) {
        this.addedFederal = addedFederal;
        this.addedCalifornia = addedCalifornia;
    }

    public static Holidays shipped() {
        return SHIPPED;
    }

    /** These lists and the given days, which take no Monday or Friday. */
    public Holidays with(Set<LocalDate> federal, Set<LocalDate> california) {
        return new Holidays(union(addedFederal, federal), union(addedCalifornia, california));
    }

    /** On the federal list, where a holiday on a Sunday also takes the Monday (5 U.S.C. 6103). */
    public boolean isFederal(LocalDate date) {
        return Year.of(date).federal.contains(date) || addedFederal.contains(date);
    }

    /** As {@link #isFederal}, or the Friday that federal offices keep for a holiday on a Saturday. */
    public boolean isFederalWithSaturdayObserved(LocalDate date) {
        return isFederal(date) || Year.of(date).federalFridays.contains(date);
    }

    /** On the California list, Sundays included (Gov. Code 6700, 6701). */
    public boolean isCalifornia(LocalDate date) {
        return date.getDayOfWeek() == SUNDAY
                || Year.of(date).california.contains(date)
                || addedCalifornia.contains(date);
    }

    /** Whether the day counts towards a number of business days. */
    public boolean isBusinessDay(LocalDate date, BusinessDay reading) {
        boolean weekday = date.getDayOfWeek().compareTo(SATURDAY) < 0;
        return switch (reading) {
            case MON_FRI_FEDERAL -> weekday && !isFederal(date);
            case MON_FRI_FEDERAL_OBSERVED -> weekday && !isFederalWithSaturdayObserved(date);
            case CIVIL_CODE_9 -> !isCalifornia(date);
            case MON_FRI_COURT -> weekday && !isFederal(date) && !isCalifornia(date) && !isDayAfterThanksgiving(date);
        };
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

    private static boolean isDayAfterThanksgiving(LocalDate date) {
        return date.getMonth() == NOVEMBER
                && date.getDayOfWeek() == FRIDAY
                && date.getDayOfMonth() >= 23
                && date.getDayOfMonth() <= 29;
    }

    private static Set<LocalDate> union(Set<LocalDate> some, Set<LocalDate> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The shipped lists of one year. */
    private record Year(Set<LocalDate> federal, Set<LocalDate> federalFridays, Set<LocalDate> california) {

        static Year of(LocalDate date) {
            int year = date.getYear();
            return year < FIRST_YEAR || year > LAST_YEAR ? of(year) : YEARS.get(year - FIRST_YEAR);
        }

        static Year of(int year) {
            return new Year(
                    days(Holiday.FEDERAL.stream().flatMap(row -> row.days(year))),
                    days(Holiday.FEDERAL.stream()
                            .flatMap(row -> Stream.concat(row.fridays(year), row.fridays(year + 1)))),
                    days(Holiday.CALIFORNIA.stream().flatMap(row -> Stream.concat(row.days(year), row.fridays(year)))));
        }

        private static Set<LocalDate> days(Stream<LocalDate> days) {
            return days.collect(Collectors.toUnmodifiableSet());
        }
    }
}
