package org.registrationrights.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.Month.APRIL;
import static java.time.Month.DECEMBER;
import static java.time.Month.FEBRUARY;
import static java.time.Month.JANUARY;
import static java.time.Month.JULY;
import static java.time.Month.JUNE;
import static java.time.Month.MARCH;
import static java.time.Month.MAY;
import static java.time.Month.NOVEMBER;
import static java.time.Month.OCTOBER;
import static java.time.Month.SEPTEMBER;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * One row of a statute's list of holidays.
 *
 * @param day its date in a given year
 * @param firstYear the first year it is kept, or {@link #BEFORE_1999} where the lists do not reach back so far
 * @param weekend which other day it takes when it falls on a weekend
 */
record Holiday(String name, IntFunction<LocalDate> day, int firstYear, Weekend weekend, String statute) {

    enum Weekend {
        TAKES_NO_OTHER_DAY,
        SUNDAY_TAKES_MONDAY,
        SUNDAY_TAKES_MONDAY_SATURDAY_FRIDAY
    }

    static final int BEFORE_1999 = 0;

    static final List<Holiday> FEDERAL = List.of(
            federal("New Year's Day", on(JANUARY, 1), BEFORE_1999, "5 U.S.C. 6103"),
            federal("Martin Luther King, Jr.", nth(3, MONDAY, JANUARY), 1986, "5 U.S.C. 6103, Pub. L. 98-144"),
            federal("Washington's Birthday", nth(3, MONDAY, FEBRUARY), BEFORE_1999, "5 U.S.C. 6103"),
            federal("Memorial Day", last(MONDAY, MAY), BEFORE_1999, "5 U.S.C. 6103"),
            federal("Juneteenth", on(JUNE, 19), 2021, "5 U.S.C. 6103, Pub. L. 117-17"),
            federal("Independence Day", on(JULY, 4), BEFORE_1999, "5 U.S.C. 6103"),
            federal("Labor Day", nth(1, MONDAY, SEPTEMBER), BEFORE_1999, "5 U.S.C. 6103"),
            federal("Columbus Day", nth(2, MONDAY, OCTOBER), BEFORE_1999, "5 U.S.C. 6103"),
            federal("Veterans Day", on(NOVEMBER, 11), BEFORE_1999, "5 U.S.C. 6103"),
            federal("Thanksgiving Day", nth(4, THURSDAY, NOVEMBER), BEFORE_1999, "5 U.S.C. 6103"),
            federal("Christmas Day", on(DECEMBER, 25), BEFORE_1999, "5 U.S.C. 6103"));

    /** Full days only, and without the Sundays. */
    static final List<Holiday> CALIFORNIA = List.of(
            shifting("New Year's Day", on(JANUARY, 1), BEFORE_1999),
            unmoved("Martin Luther King, Jr.", nth(3, MONDAY, JANUARY), BEFORE_1999),
            shifting("Lincoln Day", on(FEBRUARY, 12), BEFORE_1999),
            unmoved("Presidents' Day", nth(3, MONDAY, FEBRUARY), BEFORE_1999),
            shifting("Cesar Chavez Day", on(MARCH, 31), 2001),
            unmoved("Genocide Remembrance Day", on(APRIL, 24), 2023),
            unmoved("Memorial Day", last(MONDAY, MAY), BEFORE_1999),
            unmoved("Juneteenth", on(JUNE, 19), 2023),
            shifting("Independence Day", on(JULY, 4), BEFORE_1999),
            unmoved("Labor Day", nth(1, MONDAY, SEPTEMBER), BEFORE_1999),
            shifting("Admission Day", on(SEPTEMBER, 9), BEFORE_1999),
            unmoved("Native American Day", nth(4, FRIDAY, SEPTEMBER), 2015),
            unmoved("Columbus Day", nth(2, MONDAY, OCTOBER), BEFORE_1999),
            new Holiday(
                    "Veterans Day",
                    on(NOVEMBER, 11),
                    BEFORE_1999,
                    Weekend.SUNDAY_TAKES_MONDAY_SATURDAY_FRIDAY,
                    "Gov. Code 6700, 6701"),
            unmoved("Thanksgiving Day", nth(4, THURSDAY, NOVEMBER), BEFORE_1999),
            shifting("Christmas Day", on(DECEMBER, 25), BEFORE_1999));

    /** The day itself and the Monday that it takes. */
    Stream<LocalDate> days(int year) {
        return inForce(year)
                .flatMap(date -> weekend != Weekend.TAKES_NO_OTHER_DAY && date.getDayOfWeek() == SUNDAY
                        ? Stream.of(date, date.plusDays(1))
                        : Stream.of(date));
    }

    /** The Friday that it takes, which for 1 January lies in the year before. */
    Stream<LocalDate> fridays(int year) {
        return inForce(year)
                .filter(date -> date.getDayOfWeek() == SATURDAY)
                .filter(saturday -> weekend == Weekend.SUNDAY_TAKES_MONDAY_SATURDAY_FRIDAY)
                .map(date -> date.minusDays(1));
    }

    private Stream<LocalDate> inForce(int year) {
        return year < firstYear ? Stream.empty() : Stream.of(day.apply(year));
    }

    private static Holiday federal(String name, IntFunction<LocalDate> day, int firstYear, String statute) {
        return new Holiday(name, day, firstYear, Weekend.SUNDAY_TAKES_MONDAY_SATURDAY_FRIDAY, statute);
    }

    private static Holiday shifting(String name, IntFunction<LocalDate> day, int firstYear) {
        return new Holiday(name, day, firstYear, Weekend.SUNDAY_TAKES_MONDAY, "Gov. Code 6700, 6701");
    }

    private static Holiday unmoved(String name, IntFunction<LocalDate> day, int firstYear) {
        return new Holiday(name, day, firstYear, Weekend.TAKES_NO_OTHER_DAY, "Gov. Code 6700");
    }

    private static IntFunction<LocalDate> on(Month month, int day) {
        return year -> LocalDate.of(year, month, day);
    }

    private static IntFunction<LocalDate> nth(int ordinal, DayOfWeek weekday, Month month) {
        return year -> LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
    }

    private static IntFunction<LocalDate> last(DayOfWeek weekday, Month month) {
        return nth(-1, weekday, month);
    }
}
