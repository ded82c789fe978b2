package org.registrationrights.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

    @ParameterizedTest
    @CsvSource({
        "2001, 01-01 01-15 02-19 05-28 07-04 09-03 10-08 11-11 11-12 11-22 12-25",
        "2002, 01-01 01-21 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25",
        "2004, 01-01 01-19 02-16 05-31 07-04 07-05 09-06 10-11 11-11 11-25 12-25",
        "2022, 01-01 01-17 02-21 05-30 06-19 06-20 07-04 09-05 10-10 11-11 11-24 12-25 12-26",
        "2026, 01-01 01-19 02-16 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25"
    })
    void theFederalListOfAYear(int year, String days) {
        assertThat(daysOf(year, HOLIDAYS::isFederal)).isEqualTo(dates(year, days));
    }

    @ParameterizedTest
    @CsvSource({
        "1999, 12-24 12-31",
        "2001, ''",
        "2004, 12-24 12-31",
        "2006, 11-10",
        "2010, 12-24 12-31",
        "2021, 06-18 12-24 12-31",
        "2026, 07-03"
    })
    void federalOfficesKeepTheFridayOfASaturdayHolidayEvenInTheYearBefore(int year, String fridays) {
        Predicate<LocalDate> observedOnly =
                date -> HOLIDAYS.isFederalWithSaturdayObserved(date) && !HOLIDAYS.isFederal(date);

        assertThat(daysOf(year, observedOnly)).isEqualTo(dates(year, fridays));
    }

    @ParameterizedTest
    @CsvSource({
        "2000, 01-01 01-17 02-12 02-21 05-29 07-04 09-04 09-09 10-09 11-10 11-11 11-23 12-25",
        "2001, 01-01 01-15 02-12 02-19 03-31 05-28 07-04 09-03 09-10 10-08 11-12 11-22 12-25",
        "2002, 01-01 01-21 02-12 02-18 04-01 05-27 07-04 09-02 09-09 10-14 11-11 11-28 12-25",
        "2015, 01-01 01-19 02-12 02-16 03-31 05-25 07-04 09-07 09-09 09-25 10-12 11-11 11-26 12-25",
        "2022, 01-01 01-17 02-12 02-21 03-31 05-30 07-04 09-05 09-09 09-23 10-10 11-11 11-24 12-26",
        "2023, 01-02 01-16 02-13 02-20 03-31 04-24 05-29 06-19 07-04 09-04 09-09 09-22 10-09 11-10 11-11 11-23 12-25",
        "2026, 01-01 01-19 02-12 02-16 03-31 04-24 05-25 06-19 07-04 09-07 09-09 09-25 10-12 11-11 11-26 12-25",
        "2033, 01-01 01-17 02-12 02-21 03-31 05-30 07-04 09-05 09-09 09-23 10-10 11-11 11-24 12-26"
    })
    void theCaliforniaListOfAYearWithoutItsSundays(int year, String days) {
        Predicate<LocalDate> listed = date -> HOLIDAYS.isCalifornia(date) && date.getDayOfWeek() != DayOfWeek.SUNDAY;

        assertThat(daysOf(year, listed)).isEqualTo(dates(year, days));
    }

    @Test
    void everySundayIsOnTheCaliforniaListAndGoodFridayIsNot() {
        assertThat(Stream.iterate(LocalDate.of(1999, 1, 3), sunday -> sunday.plusWeeks(1))
                        .takeWhile(sunday -> sunday.getYear() <= 2035))
                .allMatch(HOLIDAYS::isCalifornia);
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
        assertThat(Stream.of(
                                BusinessDay.MON_FRI_FEDERAL,
                                BusinessDay.MON_FRI_FEDERAL_OBSERVED,
                                BusinessDay.CIVIL_CODE_9,
                                BusinessDay.MON_FRI_COURT)
                        .map(reading -> HOLIDAYS.isBusinessDay(day, reading)))
                .containsExactly(federal, observed, civilCode9, court);
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

        Holidays more = HOLIDAYS.with(Set.of(mourning), Set.of()).with(Set.of(), Set.of(diwali));

        assertThat(more.isFederal(mourning)).isTrue();
        assertThat(more.isFederalWithSaturdayObserved(mourning)).isTrue();
        assertThat(more.isCalifornia(mourning)).isFalse();
        assertThat(more.isCalifornia(diwali)).isTrue();
        assertThat(more.isFederal(diwali)).isFalse();
        assertThat(more.isCalifornia(LocalDate.of(2026, 2, 12))).isTrue();
        assertThat(HOLIDAYS.isFederal(mourning) || HOLIDAYS.isCalifornia(diwali))
                .isFalse();
    }

    @Test
    void theRowsGoOnBeyondTheYearsThatTheListsAreCheckedFor() {
        assertThat(HOLIDAYS.isFederal(LocalDate.of(2036, 1, 1))).isTrue();
        assertThat(HOLIDAYS.isCalifornia(LocalDate.of(2036, 2, 12))).isTrue();
        assertThat(HOLIDAYS.isFederalWithSaturdayObserved(LocalDate.of(1998, 7, 3)))
                .isTrue();
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
