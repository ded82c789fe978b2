package org.registrationrights.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies.BusinessDay;
import org.registrationrights.agreement.Verifies;

@Verifies({Clause.S11_1_A, Clause.S2_1_D})
class HolidaysTest {

    private static final Holidays HOLIDAYS = Holidays.shipped();

    /** What takes the Monday in California when it falls on a Sunday (Gov. Code 6701). */
    private static final String SHIFTING = "01-01 02-12 03-31 07-04 09-09 11-11 12-25";

    @ParameterizedTest
    @CsvSource({
        "2001, 01-01 01-15 02-19 05-28 07-04 09-03 10-08 11-11 11-12 11-22 12-25",
        "2002, 01-01 01-21 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25",
        "2004, 01-01 01-19 02-16 05-31 07-04 07-05 09-06 10-11 11-11 11-25 12-25",
        "2010, 01-01 01-18 02-15 05-31 07-04 07-05 09-06 10-11 11-11 11-25 12-25",
        "2021, 01-01 01-18 02-15 05-31 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-25",
        "2022, 01-01 01-17 02-21 05-30 06-19 06-20 07-04 09-05 10-10 11-11 11-24 12-25 12-26",
        "2026, 01-01 01-19 02-16 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25",
        "2027, 01-01 01-18 02-15 05-31 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-25"
    })
    void theFederalListOfAYear(int year, String days) {
        assertThat(daysOf(year, HolidaysTest::isFederal)).isEqualTo(dates(year, days));
    }

    @ParameterizedTest
    @CsvSource({
        "1999, 12-24 12-31",
        "2001, ''",
        "2004, 12-24 12-31",
        "2006, 11-10",
        "2010, 12-24 12-31",
        "2021, 06-18 12-24 12-31",
        "2026, 07-03",
        "2027, 06-18 12-24 12-31"
    })
    void federalOfficesKeepTheFridayOfASaturdayHolidayEvenInTheYearBefore(int year, String fridays) {
        Predicate<LocalDate> observedOnly =
                date -> HOLIDAYS.federalWithSaturdayObserved(date) != null && !isFederal(date);

        assertThat(daysOf(year, observedOnly)).isEqualTo(dates(year, fridays));
    }

    @ParameterizedTest
    @CsvSource({
        "2000, 01-01 01-17 02-12 02-21 05-29 07-04 09-04 09-09 10-09 11-10 11-11 11-23 12-25",
        "2001, 01-01 01-15 02-12 02-19 03-31 05-28 07-04 09-03 09-10 10-08 11-12 11-22 12-25",
        "2002, 01-01 01-21 02-12 02-18 04-01 05-27 07-04 09-02 09-09 10-14 11-11 11-28 12-25",
        "2004, 01-01 01-19 02-12 02-16 03-31 05-31 07-05 09-06 09-09 10-11 11-11 11-25 12-25",
        "2010, 01-01 01-18 02-12 02-15 03-31 05-31 07-05 09-06 09-09 10-11 11-11 11-25 12-25",
        "2015, 01-01 01-19 02-12 02-16 03-31 05-25 07-04 09-07 09-09 09-25 10-12 11-11 11-26 12-25",
        "2021, 01-01 01-18 02-12 02-15 03-31 05-31 07-05 09-06 09-09 09-24 10-11 11-11 11-25 12-25",
        "2022, 01-01 01-17 02-12 02-21 03-31 05-30 07-04 09-05 09-09 09-23 10-10 11-11 11-24 12-26",
        "2023, 01-02 01-16 02-13 02-20 03-31 04-24 05-29 06-19 07-04 09-04 09-09 09-22 10-09 11-10 11-11 11-23 12-25",
        "2026, 01-01 01-19 02-12 02-16 03-31 04-24 05-25 06-19 07-04 09-07 09-09 09-25 10-12 11-11 11-26 12-25",
        "2027, 01-01 01-18 02-12 02-15 03-31 04-24 05-31 06-19 07-05 09-06 09-09 09-24 10-11 11-11 11-25 12-25",
        "2033, 01-01 01-17 02-12 02-21 03-31 05-30 07-04 09-05 09-09 09-23 10-10 11-11 11-24 12-26"
    })
    void theCaliforniaListOfAYearWithoutItsSundays(int year, String days) {
        Predicate<LocalDate> listed = date -> HOLIDAYS.isCalifornia(date) && date.getDayOfWeek() != SUNDAY;

        assertThat(daysOf(year, listed)).isEqualTo(dates(year, days));
    }

    /** Each list once more, as questions to a day; some years before and after follow the same rows. */
    @Test
    void everyDayIsOnTheListsThatItsRowsPutItOn() {
        for (LocalDate day = LocalDate.of(1998, 1, 1); day.getYear() <= 2039; day = day.plusDays(1)) {
            boolean federal = isNamedFederal(day) || day.getDayOfWeek() == MONDAY && isNamedFederal(day.minusDays(1));
            boolean friday = day.getDayOfWeek() == FRIDAY && isNamedFederal(day.plusDays(1));
            boolean california = day.getDayOfWeek() == SUNDAY
                    || isNamedCalifornian(day)
                    || day.getDayOfWeek() == MONDAY
                            && isOnADate(day.minusDays(1), SHIFTING)
                            && isNamedCalifornian(day.minusDays(1))
                    || day.getDayOfWeek() == FRIDAY && isOnADate(day.plusDays(1), "11-11");
            boolean weekday = day.getDayOfWeek() != SATURDAY && day.getDayOfWeek() != SUNDAY;
            boolean dayAfterThanksgiving = isNth(day.minusDays(1), 4, THURSDAY, 11);

            assertThat(isFederal(day)).as("federal, %s", day).isEqualTo(federal);
            assertThat(HOLIDAYS.federalWithSaturdayObserved(day) != null)
                    .as("observed, %s", day)
                    .isEqualTo(federal || friday);
            assertThat(HOLIDAYS.isCalifornia(day)).as("California, %s", day).isEqualTo(california);
            assertThat(readings(day))
                    .as("business days, %s", day)
                    .containsExactly(
                            weekday && !federal,
                            weekday && !federal && !friday,
                            !california,
                            weekday && !federal && !california && !dayAfterThanksgiving);
        }
    }

    private static boolean isNamedFederal(LocalDate day) {
        return isOnADate(day, "01-01 07-04 11-11 12-25")
                || isOnADate(day, "06-19") && day.getYear() >= 2021
                || isNth(day, 3, MONDAY, 1)
                || isNth(day, 3, MONDAY, 2)
                || day.getMonthValue() == 5 && day.getDayOfWeek() == MONDAY && day.getDayOfMonth() > 31 - 7
                || isNth(day, 1, MONDAY, 9)
                || isNth(day, 2, MONDAY, 10)
                || isNth(day, 4, THURSDAY, 11);
    }

    private static boolean isNamedCalifornian(LocalDate day) {
        return isNamedFederal(day) && !isOnADate(day, "06-19")
                || isOnADate(day, "02-12 09-09")
                || isOnADate(day, "03-31") && day.getYear() >= 2001
                || isOnADate(day, "04-24 06-19") && day.getYear() >= 2023
                || isNth(day, 4, FRIDAY, 9) && day.getYear() >= 2015;
    }

    private static boolean isOnADate(LocalDate day, String dates) {
        return dates.contains(day.toString().substring("yyyy-".length()));
    }

    private static boolean isNth(LocalDate day, int ordinal, DayOfWeek weekday, int month) {
        return day.getMonthValue() == month
                && day.getDayOfWeek() == weekday
                && (day.getDayOfMonth() + 6) / 7 == ordinal;
    }

    @Test
    void goodFridayIsNoFullHoliday() {
        assertThat(HOLIDAYS.isCalifornia(LocalDate.of(2002, 3, 29))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // an ordinary Saturday; Lincoln Day; the earliest and the latest day after Thanksgiving, and the Fridays beside
        "2001-10-20, false, false, true, false",
        "2002-02-12, true, true, false, false",
        "2001-11-23, true, true, true, false",
        "2002-11-29, true, true, true, false",
        "2001-11-16, true, true, true, true",
        "2001-11-30, true, true, true, true",
        // Christmas on a Saturday, Veterans Day on a Saturday, Juneteenth on a Sunday before California kept it
        "2004-12-24, true, false, true, true",
        "2004-12-25, false, false, false, false",
        "2023-11-10, true, false, false, false",
        "2022-06-20, false, false, true, false",
        "2001-10-21, false, false, false, false"
    })
    void aDayIsABusinessDayByEachReading(
            LocalDate day, boolean federal, boolean observed, boolean civilCode9, boolean court) {
        assertThat(readings(day)).containsExactly(federal, observed, civilCode9, court);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2002-02-12 | MON_FRI_COURT            | Lincoln Day (Gov. Code 6700)",
                "2002-02-12 | CIVIL_CODE_9             | Lincoln Day (Gov. Code 6700)",
                "2002-04-01 | CIVIL_CODE_9             | Monday for Cesar Chavez Day (Gov. Code 6701)",
                "2023-11-10 | CIVIL_CODE_9             | Friday for Veterans Day (Gov. Code 6701)",
                "2023-11-11 | CIVIL_CODE_9             | Veterans Day (Gov. Code 6700)",
                "2015-09-25 | CIVIL_CODE_9             | Native American Day (Gov. Code 6700, AB 1973 of 2014)",
                "2023-04-24 | CIVIL_CODE_9             | Genocide Remembrance Day (Gov. Code 6700, AB 1801 of 2022)",
                "2023-06-19 | CIVIL_CODE_9             | Juneteenth (Gov. Code 6700, AB 1655 of 2022)",
                "2001-10-21 | CIVIL_CODE_9             | Sunday (Gov. Code 6700)",
                "2001-09-09 | CIVIL_CODE_9             | Admission Day (Gov. Code 6700)",
                "2001-10-20 | MON_FRI_FEDERAL          | Saturday",
                "2004-07-04 | MON_FRI_FEDERAL          | Sunday",
                "2001-11-22 | MON_FRI_FEDERAL          | Thanksgiving Day (5 U.S.C. 6103(a))",
                "2000-01-17 | MON_FRI_FEDERAL          | Birthday of Martin Luther King, Jr. (5 U.S.C. 6103(a), Pub."
                        + " L. 98-144)",
                "2026-06-19 | MON_FRI_FEDERAL          | Juneteenth (5 U.S.C. 6103(a), Pub. L. 117-17)",
                "2022-06-20 | MON_FRI_FEDERAL          | Monday for Juneteenth (Executive Order 11582)",
                "2004-12-31 | MON_FRI_FEDERAL_OBSERVED | Friday for New Year's Day (5 U.S.C. 6103(b))",
                "2001-11-23 | MON_FRI_COURT            | Day after Thanksgiving Day (Code Civ. Proc. 135)",
                "2001-12-25 | MON_FRI_COURT            | Christmas Day (5 U.S.C. 6103(a))"
            })
    void whatKeepsADayFreeOfBusinessIsNamed(LocalDate day, BusinessDay reading, String why) {
        assertThat(HOLIDAYS.whyNoBusinessDay(day, reading))
                .map(Holiday::toString)
                .hasValue(why);
        assertThat(HOLIDAYS.whyNoBusinessDay(LocalDate.of(2001, 10, 15), reading))
                .isEmpty();
    }

    @Test
    void whatPutsADayOnTheCaliforniaListIsNamed() {
        assertThat(HOLIDAYS.californiaHoliday(LocalDate.of(2002, 2, 12)))
                .contains(new Holiday("Lincoln Day", "Gov. Code 6700"));
        assertThat(HOLIDAYS.californiaHoliday(LocalDate.of(2002, 2, 11))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BusinessDay.class)
    void exactlyThreeBusinessDaysLieAfterTheStartAndTheLastOfThemIsTheResult(BusinessDay reading) {
        for (LocalDate start = LocalDate.of(1999, 1, 1); start.getYear() <= 2035; start = start.plusDays(1)) {
            LocalDate third = HOLIDAYS.plusBusinessDays(start, 3, reading);

            assertThat(start.plusDays(1)
                            .datesUntil(third.plusDays(1))
                            .filter(day -> HOLIDAYS.isBusinessDay(day, reading)))
                    .as("%s after %s", reading, start)
                    .hasSize(3)
                    .endsWith(third);
        }
    }

    @Test
    void proclaimedDaysAreAddedToEitherListAndLeaveTheShippedOnesAlone() {
        LocalDate mourning = LocalDate.of(2004, 6, 11);
        LocalDate diwali = LocalDate.of(2026, 11, 9);
        Holiday proclaimed = new Holiday("Day of mourning", null);

        Holidays more = HOLIDAYS.with(Map.of(mourning, proclaimed), Map.of())
                .with(Map.of(), Map.of(diwali, new Holiday("Diwali", "Gov. Code 6700")));

        assertThat(more.federal(mourning)).isEqualTo(proclaimed).hasToString("Day of mourning");
        assertThat(more.federalWithSaturdayObserved(mourning)).isEqualTo(proclaimed);
        assertThat(more.isCalifornia(mourning)).isFalse();
        assertThat(more.californiaHoliday(diwali)).map(Holiday::toString).hasValue("Diwali (Gov. Code 6700)");
        assertThat(more.federal(diwali)).isNull();
        assertThat(more.isCalifornia(LocalDate.of(2026, 2, 12))).isTrue();
        assertThat(isFederal(mourning) || HOLIDAYS.isCalifornia(diwali)).isFalse();
    }

    @Test
    void aRowBeginsWithItsFirstYear() {
        assertThat(isFederal(LocalDate.of(1985, 1, 21))).isFalse();
        assertThat(isFederal(LocalDate.of(1986, 1, 20))).isTrue();
    }

    private static boolean isFederal(LocalDate date) {
        return HOLIDAYS.federal(date) != null;
    }

    /** Whether the day counts, in the order federal, observed, Civil Code 9, courts. */
    private static Stream<Boolean> readings(LocalDate day) {
        return Stream.of(
                        BusinessDay.MON_FRI_FEDERAL,
                        BusinessDay.MON_FRI_FEDERAL_OBSERVED,
                        BusinessDay.CIVIL_CODE_9,
                        BusinessDay.MON_FRI_COURT)
                .map(reading -> HOLIDAYS.isBusinessDay(day, reading));
    }

    private static List<LocalDate> daysOf(int year, Predicate<LocalDate> listed) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(listed)
                .toList();
    }

    private static List<LocalDate> dates(int year, String days) {
        return Arrays.stream(days.split(" "))
                .filter(day -> !day.isEmpty())
                .map(day -> MonthDay.parse("--" + day).atYear(year))
                .toList();
    }
}
