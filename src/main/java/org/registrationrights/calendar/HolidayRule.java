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
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * One row of a list of holidays.
 *
 * @param day its date in a given year
 * @param firstYear the first year it is kept, or {@link #BEFORE_1999} where the lists do not reach back so far
 * @param weekend which other day it takes when it falls on a weekend
 */
record HolidayRule(String name, IntFunction<LocalDate> day, int firstYear, Weekend weekend, String statute) {

    enum Weekend {
        TAKES_NO_OTHER_DAY(null, null),
        FEDERAL("Executive Order 11582", "5 U.S.C. 6103(b)"),
        CALIFORNIA("Gov. Code 6701", null),
        CALIFORNIA_VETERANS_DAY("Gov. Code 6701", "Gov. Code 6701");

        /** By what a holiday on a Sunday also takes the Monday; null where it does not. */
        private final String mondayStatute;

        /** By what a holiday on a Saturday also takes the Friday; null where it does not. */
        private final String fridayStatute;

        Weekend(String mondayStatute, String fridayStatute) {
            this.mondayStatute = mondayStatute;
            this.fridayStatute = fridayStatute;
        }
    }

    static final int BEFORE_1999 = 0;

    static final List<HolidayRule> FEDERAL = List.of(
            federal("New Year's Day", on(JANUARY, 1)),
            federal("Birthday of Martin Luther King, Jr.", nth(3, MONDAY, JANUARY), 1986, "Pub. L. 98-144"),
            federal("Washington's Birthday", nth(3, MONDAY, FEBRUARY)),
            federal("Memorial Day", last(MONDAY, MAY)),
            federal("Juneteenth", on(JUNE, 19), 2021, "Pub. L. 117-17"),
            federal("Independence Day", on(JULY, 4)),
            federal("Labor Day", nth(1, MONDAY, SEPTEMBER)),
            federal("Columbus Day", nth(2, MONDAY, OCTOBER)),
            federal("Veterans Day", on(NOVEMBER, 11)),
            federal("Thanksgiving Day", nth(4, THURSDAY, NOVEMBER)),
            federal("Christmas Day", on(DECEMBER, 25)));

    /** Full days only, and without the Sundays. */
    static final List<HolidayRule> CALIFORNIA = List.of(
            shifting("New Year's Day", on(JANUARY, 1), BEFORE_1999),
            unmoved("Dr. Martin Luther King, Jr. Day", nth(3, MONDAY, JANUARY)),
            shifting("Lincoln Day", on(FEBRUARY, 12), BEFORE_1999),
            unmoved("Presidents' Day", nth(3, MONDAY, FEBRUARY)),
            shifting("Cesar Chavez Day", on(MARCH, 31), 2001),
            unmoved("Genocide Remembrance Day", on(APRIL, 24), 2023, "AB 1801 of 2022"),
            unmoved("Memorial Day", last(MONDAY, MAY)),
            unmoved("Juneteenth", on(JUNE, 19), 2023, "AB 1655 of 2022"),
            shifting("Independence Day", on(JULY, 4), BEFORE_1999),
            unmoved("Labor Day", nth(1, MONDAY, SEPTEMBER)),
            shifting("Admission Day", on(SEPTEMBER, 9), BEFORE_1999),
            unmoved("Native American Day", nth(4, FRIDAY, SEPTEMBER), 2015, "AB 1973 of 2014"),
            unmoved("Columbus Day", nth(2, MONDAY, OCTOBER)),
            new HolidayRule(
                    "Veterans Day", on(NOVEMBER, 11), BEFORE_1999, Weekend.CALIFORNIA_VETERANS_DAY, "Gov. Code 6700"),
            unmoved("Thanksgiving Day", nth(4, THURSDAY, NOVEMBER)),
            shifting("Christmas Day", on(DECEMBER, 25), BEFORE_1999));

    /** The day itself and the Monday that it takes. */
    Stream<Map.Entry<LocalDate, Holiday>> days(int year) {
        return inForce(year).flatMap(date -> {
            Map.Entry<LocalDate, Holiday> itself = Map.entry(date, new Holiday(name, statute));
            return weekend.mondayStatute != null && date.getDayOfWeek() == SUNDAY
                    ? Stream.of(itself, instead(date.plusDays(1), "Monday", weekend.mondayStatute))
                    : Stream.of(itself);
        });
    }

    /** The Friday that it takes, which for 1 January lies in the year before. */
    Stream<Map.Entry<LocalDate, Holiday>> fridays(int year) {
        return inForce(year)
                .filter(date -> weekend.fridayStatute != null && date.getDayOfWeek() == SATURDAY)
                .map(date -> instead(date.minusDays(1), "Friday", weekend.fridayStatute));
    }

    private Stream<LocalDate> inForce(int year) {
        return year < firstYear ? Stream.empty() : Stream.of(day.apply(year));
    }

    private Map.Entry<LocalDate, Holiday> instead(LocalDate date, String weekday, String by) {
        return Map.entry(date, new Holiday(weekday + " for " + name, by));
    }

    private static HolidayRule federal(String name, IntFunction<LocalDate> day) {
        return new HolidayRule(name, day, BEFORE_1999, Weekend.FEDERAL, "5 U.S.C. 6103(a)");
    }

    private static HolidayRule federal(String name, IntFunction<LocalDate> day, int firstYear, String act) {
        return new HolidayRule(name, day, firstYear, Weekend.FEDERAL, "5 U.S.C. 6103(a), " + act);
    }

    private static HolidayRule shifting(String name, IntFunction<LocalDate> day, int firstYear) {
        return new HolidayRule(name, day, firstYear, Weekend.CALIFORNIA, "Gov. Code 6700");
    }

    private static HolidayRule unmoved(String name, IntFunction<LocalDate> day) {
        return new HolidayRule(name, day, BEFORE_1999, Weekend.TAKES_NO_OTHER_DAY, "Gov. Code 6700");
    }

    private static HolidayRule unmoved(String name, IntFunction<LocalDate> day, int firstYear, String act) {
        return new HolidayRule(name, day, firstYear, Weekend.TAKES_NO_OTHER_DAY, "Gov. Code 6700, " + act);
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
