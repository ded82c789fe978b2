package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.BusinessDay;
import org.registrationrights.agreement.Policies.LastDayRoll;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.calendar.Holiday;
import org.registrationrights.calendar.Holidays;

@Verifies(Clause.S2_1_D)
class ElectionWindowTest {

    private static final Holidays HOLIDAYS = Holidays.shipped();
    private static final AgreementTerms TERMS = AgreementTerms.asSigned(LocalDate.of(2001, 6, 22));
    private static final LocalDate FIRST = LocalDate.of(1999, 1, 1);
    private static final LocalDate END = LocalDate.of(2036, 1, 1);

    @ParameterizedTest
    @CsvSource({
        // a Sunday; two Sundays whose Monday is a holiday too; a Saturday; Good Friday
        "2001-10-25, CIVIL_CODE_11, 2001-11-04, 2001-11-05",
        "2002-03-21, CIVIL_CODE_11, 2002-03-31, 2002-04-02",
        "2001-08-30, CIVIL_CODE_11, 2001-09-09, 2001-09-11",
        "2001-10-24, CIVIL_CODE_11, 2001-11-03, 2001-11-03",
        "2002-03-19, CIVIL_CODE_11, 2002-03-29, 2002-03-29",
        // a Sunday whose Monday is a federal holiday only; that Monday itself
        "2022-06-09, CIVIL_CODE_11, 2022-06-19, 2022-06-21",
        "2022-06-10, CIVIL_CODE_11, 2022-06-20, 2022-06-20",
        "2001-10-25, NONE, 2001-11-04, 2001-11-04",
        "2001-10-24, WEEKEND_AND_HOLIDAY, 2001-11-03, 2001-11-05",
        "2002-03-20, WEEKEND_AND_HOLIDAY, 2002-03-30, 2002-04-02",
        "2002-02-02, WEEKEND_AND_HOLIDAY, 2002-02-12, 2002-02-13"
    })
    void theLastDayRollsAsThePolicySays(LocalDate received, String roll, LocalDate tenth, LocalDate last) {
        ElectionWindow window = of(received, with("lastDayRoll", roll));

        assertThat(window.tenthDay()).isEqualTo(tenth);
        assertThat(window.lastDay()).isEqualTo(last);
        assertThat(window.rolled()).isEqualTo(!tenth.equals(last));
    }

    @Test
    void noWindowEndsOnASundayOrACaliforniaHolidayAndNoneIsShorterThanTenDays() {
        FIRST.datesUntil(END).forEach(received -> {
            ElectionWindow window = of(received, Policies.DEFAULTS);

            assertThat(window.tenthDay()).isEqualTo(received.plusDays(10));
            assertThat(HOLIDAYS.isCalifornia(window.lastDay())).as("%s", window).isFalse();
            assertThat(window.rolled()).isEqualTo(HOLIDAYS.isCalifornia(window.tenthDay()));
            assertThat(window.lastDay())
                    .isBetween(window.tenthDay(), window.tenthDay().plusDays(4));
            assertThat(window.deadlineExclusive())
                    .isEqualTo(window.lastDay().plusDays(1).atStartOfDay(Policies.DEFAULTS.zone()));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, MON_FRI_FEDERAL",
        "NONE, CIVIL_CODE_9",
        "CIVIL_CODE_11, CIVIL_CODE_9",
        "WEEKEND_AND_HOLIDAY, CIVIL_CODE_9"
    })
    void aLaterReceiptNeverClosesEarlier(String roll, String businessDay) {
        assertThat(outlasted(roll, businessDay)).isEmpty();
    }

    /**
     * A Friday holiday moves past the Saturday, which as a tenth day stays where it is (D7, D9). So does a Sunday whose
     * Monday is a federal holiday and none of California, which Juneteenth made twice.
     */
    @Test
    void underTheDefaultsAWindowOutlastsTheNextOnlyPastASaturdayOrAFederalMonday() {
        assertThat(outlasted("CIVIL_CODE_11", "MON_FRI_FEDERAL")).hasToString("""
            [1999-02-02, 2003-06-24, 2005-08-30, 2005-11-01, 2006-03-21, 2008-06-24, 2009-12-15, 2009-12-22, \
            2010-02-02, 2011-08-30, 2011-11-01, 2014-06-24, 2015-09-15, 2015-12-15, 2015-12-22, 2016-02-02, \
            2016-08-30, 2016-09-13, 2016-11-01, 2017-03-21, 2017-09-12, 2018-09-18, 2019-09-17, 2020-09-15, \
            2020-12-15, 2020-12-22, 2021-02-02, 2021-09-14, 2022-06-09, 2022-08-30, 2022-09-13, 2022-11-01, \
            2023-03-21, 2023-09-12, 2024-09-17, 2025-06-24, 2025-09-16, 2026-04-14, 2026-06-09, 2026-09-15, \
            2026-12-15, 2026-12-22, 2027-02-02, 2027-09-14, 2028-03-21, 2028-09-12, 2029-09-18, 2030-09-17, \
            2031-06-24, 2031-09-16, 2032-09-14, 2033-06-09, 2033-08-30, 2033-09-13, 2033-11-01, 2034-03-21, \
            2034-09-12, 2035-09-18]\
            """);
        for (LocalDate received = FIRST; received.isBefore(END); received = received.plusDays(1)) {
            LocalDate tenth = received.plusDays(10);
            LocalDate next = tenth.plusDays(1);
            boolean pastASaturday = tenth.getDayOfWeek() == DayOfWeek.FRIDAY
                    && HOLIDAYS.isCalifornia(tenth)
                    && !HOLIDAYS.isCalifornia(next);
            boolean pastAFederalMonday = tenth.getDayOfWeek() == DayOfWeek.SUNDAY
                    && !HOLIDAYS.isCalifornia(next)
                    && !HOLIDAYS.isBusinessDay(next, BusinessDay.MON_FRI_FEDERAL);

            assertThat(outlasts(received, Policies.DEFAULTS))
                    .as("received on %s", received)
                    .isEqualTo(pastASaturday || pastAFederalMonday);
        }
        assertThat(of(LocalDate.of(2026, 12, 15), Policies.DEFAULTS).lastDay()).isEqualTo("2026-12-28");
        assertThat(of(LocalDate.of(2026, 12, 16), Policies.DEFAULTS).lastDay()).isEqualTo("2026-12-26");
    }

    @Test
    void whereSaturdaysMoveTooOnlyTheFederalMondaysAreLeft() {
        assertThat(outlasted("WEEKEND_AND_HOLIDAY", "MON_FRI_FEDERAL"))
                .containsExactly(LocalDate.of(2022, 6, 9), LocalDate.of(2033, 6, 9));
    }

    @Test
    void weekendsMoveToMondayUnderWeekendAndHoliday() {
        FIRST.datesUntil(END)
                .forEach(received -> assertThat(of(received, with("lastDayRoll", "WEEKEND_AND_HOLIDAY"))
                                .lastDay()
                                .getDayOfWeek())
                        .as("received on %s", received)
                        .isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    @Test
    void theFirstDayMayCountAndThenTheNinthDayAfterIsTheLast() {
        ElectionWindow window = of(LocalDate.of(2001, 10, 26), with("dayCount", "INCLUDE_FIRST_DAY"));

        assertThat(window.tenthDay()).isEqualTo("2001-11-04");
        assertThat(window.lastDay()).isEqualTo("2001-11-05");
    }

    @Test
    void whereTheFirstDayCountsAWindowIsThatOfANoticeReceivedADayBefore() {
        Policies included = with("dayCount", "INCLUDE_FIRST_DAY");
        FIRST.datesUntil(END).forEach(received -> {
            ElectionWindow window = of(received.plusDays(1), included);
            ElectionWindow before = of(received, Policies.DEFAULTS);

            assertThat(window.dayZero()).isEqualTo(received.plusDays(1));
            assertThat(window.tenthDay()).isEqualTo(before.tenthDay());
            assertThat(window.lastDay()).isEqualTo(before.lastDay());
            assertThat(window.deadlineExclusive()).isEqualTo(before.deadlineExclusive());
        });
    }

    @Test
    void theHourOfReceiptMovesNothingWithinItsDayInAnyZone() {
        long seed = 20011107L;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            Instant received = instant(random);
            for (String zone : List.of("America/Los_Angeles", "America/New_York", "Asia/Tokyo", "UTC")) {
                Policies there = with("zone", zone);
                LocalDate day = received.atZone(there.zone()).toLocalDate();
                ElectionWindow window = ElectionWindow.ofReceiptInstant(received, HOLIDAYS, TERMS, there);
                ElectionWindow ofDay = of(day, there);

                assertThat(window.dayZero())
                        .as("seed %d, %s in %s", seed, received, zone)
                        .isEqualTo(day);
                assertThat(window.lastDay()).isEqualTo(ofDay.lastDay());
                assertThat(window.deadlineExclusive())
                        .isEqualTo(ofDay.deadlineExclusive())
                        .isEqualTo(window.lastDay().plusDays(1).atStartOfDay(there.zone()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // the tenth day has 23 hours, then 25, by the rule until 2006 and by the rule since 2007
        "2001-03-22, 2001-04-01, 2001-04-01T23:59:59-07:00",
        "2001-10-18, 2001-10-28, 2001-10-28T23:59:59-08:00",
        "2007-03-01, 2007-03-11, 2007-03-11T23:59:59-07:00",
        "2007-10-25, 2007-11-04, 2007-11-04T23:59:59-08:00"
    })
    void aDayOnWhichTheClocksChangeIsOneDay(LocalDate received, LocalDate tenth, ZonedDateTime lastSecond) {
        ElectionWindow window = of(received, with("lastDayRoll", "NONE"));

        assertThat(window.tenthDay()).isEqualTo(tenth);
        assertThat(window.lastSecond()).isEqualTo(lastSecond);
    }

    @Test
    void aDayThatAZoneSkippedWhenItChangedSidesEndsWithTheOneBefore() {
        ElectionWindow window = of(LocalDate.of(2011, 12, 19), with("zone", "Pacific/Apia"));

        assertThat(window.lastDay()).isEqualTo("2011-12-29");
        assertThat(window.deadlineExclusive()).isEqualTo(ZonedDateTime.parse("2011-12-31T00:00:00+14:00"));
    }

    @Test
    void hoursCountFromTheInstantAndRollNowhere() {
        long seed = 20011008L;
        Random random = new Random(seed);
        Policies rolling = with("dayCount", "ROLLING_24H");
        for (int i = 0; i < 2000; i++) {
            Instant received = instant(random);
            ElectionWindow window = ElectionWindow.ofReceiptInstant(received, HOLIDAYS, TERMS, rolling);

            assertThat(window.deadlineExclusive().toInstant())
                    .as("seed %d, received %s", seed, received)
                    .isEqualTo(received.plusSeconds(240 * 3600));
            assertThat(window.lastDay()).isEqualTo(window.dayZero().plusDays(10));
            assertThat(window.rolled()).isFalse();
        }
    }

    @Test
    void aDayHasNoHoursToCountFrom() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> of(LocalDate.of(2001, 10, 8), with("dayCount", "ROLLING_24H")))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("receivedAt"));
    }

    @Test
    void theLastSecondShownIsTheOneBeforeTheDeadline() {
        // the clocks go back on the tenth day, a Sunday
        ElectionWindow window = of(LocalDate.of(2001, 10, 18), with("lastDayRoll", "NONE"));

        assertThat(window.lastSecond()).isEqualTo(ZonedDateTime.parse("2001-10-28T23:59:59-08:00"));
        assertThat(window.deadlineExclusive()).isEqualTo(ZonedDateTime.parse("2001-10-29T00:00:00-08:00"));
    }

    @Test
    void theDeadlineIsTheFirstInstantOfADayWithoutMidnight() {
        ElectionWindow window = of(LocalDate.of(2018, 10, 24), with("zone", "America/Sao_Paulo"));

        assertThat(window.lastDay()).isEqualTo("2018-11-03");
        assertThat(window.deadlineExclusive().toInstant()).isEqualTo("2018-11-04T03:00:00Z");
        assertThat(window.lastSecond().toLocalDateTime()).isEqualTo("2018-11-03T23:59:59");
    }

    @Test
    @Verifies({Clause.S2_1_C, Clause.S2_1_F})
    void aRequestIsInTimeThroughTheLastDayAndEvenBeforeTheNotice() {
        ElectionWindow window = of(LocalDate.of(2001, 10, 25), Policies.DEFAULTS);

        assertThat(window.isTimely(LocalDate.of(2001, 10, 1))).isTrue();
        assertThat(window.isTimely(LocalDate.of(2001, 11, 5))).isTrue();
        assertThat(window.isTimely(LocalDate.of(2001, 11, 6))).isFalse();
    }

    @Test
    void theNumberOfDaysIsTheAgreementsAndAddedHolidaysCount() {
        AgreementTerms amended = new AgreementTerms(LocalDate.of(2001, 6, 22), 20, 3, 180, 3, 51);
        LocalDate proclaimed = LocalDate.of(2001, 10, 29);
        Holidays more = HOLIDAYS.with(Map.of(), Map.of(proclaimed, new Holiday("Day of mourning", null)));

        ElectionWindow window =
                ElectionWindow.ofReceiptDate(LocalDate.of(2001, 10, 9), more, amended, Policies.DEFAULTS);

        assertThat(window.tenthDay()).isEqualTo(proclaimed);
        assertThat(window.lastDay()).isEqualTo("2001-10-30");
    }

    @Test
    void aPlainWindowIsExplainedFromReceiptToDeadline() {
        ElectionWindow window = ElectionWindow.ofReceiptInstant(
                Instant.parse("2001-11-07T05:30:00Z"), HOLIDAYS, TERMS, Policies.DEFAULTS);

        assertThat(Told.of(window))
                .containsExactly(
                        "[2.1-d] the day on which the notice was received {receivedAt=2001-11-06T21:30:00-08:00} "
                                + "= dayZero 2001-11-06, by zone",
                        "[2.1-d] so many days after the day of receipt {dayZero=2001-11-06, days=10} "
                                + "= tenthDay 2001-11-16, by dayCount",
                        "[2.1-d] the tenth day; if a Sunday or holiday in California, the next business day "
                                + "{2001-11-16=Friday} = lastDay 2001-11-16, by businessDay lastDayRoll",
                        "[2.1-d] the start of the day after the last day: the first instant that is too late "
                                + "{lastDay=2001-11-16} = deadlineExclusive 2001-11-17T00:00:00-08:00, by zone");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        2002-03-21 | CIVIL_CODE_11       | MON_FRI_FEDERAL | 2002-03-31=Cesar Chavez Day (Gov. Code 6700), \
                                                             2002-04-01=Monday for Cesar Chavez Day (Gov. Code 6701), \
                                                             2002-04-02=Tuesday
        2022-06-09 | CIVIL_CODE_11       | MON_FRI_FEDERAL | 2022-06-19=Sunday (Gov. Code 6700), \
                                                             2022-06-20=Monday for Juneteenth (Executive Order 11582), \
                                                             2022-06-21=Tuesday
        2026-12-15 | CIVIL_CODE_11       | MON_FRI_FEDERAL | 2026-12-25=Christmas Day (Gov. Code 6700), \
                                                             2026-12-26=Saturday, \
                                                             2026-12-27=Sunday (Gov. Code 6700), \
                                                             2026-12-28=Monday
        2026-12-16 | CIVIL_CODE_11       | MON_FRI_FEDERAL | 2026-12-26=Saturday
        2026-12-16 | WEEKEND_AND_HOLIDAY | CIVIL_CODE_9    | 2026-12-26=Saturday, \
                                                             2026-12-27=Sunday (Gov. Code 6700), \
                                                             2026-12-28=Monday
        2026-12-15 | NONE                | MON_FRI_FEDERAL | 2026-12-25=Friday
        """)
    void whyTheLastDayMovesIsExplainedDayByDay(
            LocalDate received, LastDayRoll roll, BusinessDay business, String days) {
        Policies policies = Policies.DEFAULTS.with(Map.of("lastDayRoll", roll.name(), "businessDay", business.name()));
        ElectionWindow window = of(received, policies);
        String formula = switch (roll) {
            case CIVIL_CODE_11 -> "the tenth day; if a Sunday or holiday in California, the next business day";
            case WEEKEND_AND_HOLIDAY -> "the tenth day; if a weekend or holiday in California, the next business day";
            case NONE -> "the tenth day, whatever day it is";
        };

        assertThat(Told.of(window))
                .hasSize(3)
                .element(1)
                .isEqualTo("[2.1-d] " + formula + " {" + days.replaceAll(" +", " ") + "} = lastDay " + window.lastDay()
                        + ", by businessDay lastDayRoll");
    }

    @Test
    void theReadingsOfTenDaysAreTold() {
        Instant received = Instant.parse("2001-10-22T16:00:00Z");

        assertThat(Told.of(of(LocalDate.of(2001, 10, 8), with("dayCount", "INCLUDE_FIRST_DAY"))))
                .first()
                .isEqualTo("[2.1-d] the last of so many days, the day of receipt being the first "
                        + "{dayZero=2001-10-08, days=10} = tenthDay 2001-10-17, by dayCount");
        assertThat(Told.of(ElectionWindow.ofReceiptInstant(received, HOLIDAYS, TERMS, with("dayCount", "ROLLING_24H"))))
                .hasSize(4)
                .endsWith(
                        "[2.1-d] where hours are counted, no Sunday or holiday moves the last day "
                                + "{tenthDay=2001-11-01} = lastDay 2001-11-01, by dayCount",
                        "[2.1-d] so many times 24 hours after receipt "
                                + "{receivedAt=2001-10-22T09:00:00-07:00, days=10} "
                                + "= deadlineExclusive 2001-11-01T08:00:00-08:00, by dayCount zone");
    }

    @Test
    void nobodyHasAFigureOfItsOwn() {
        ElectionWindow window = of(LocalDate.of(2001, 10, 8), Policies.DEFAULTS);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> window.explain("H-1"))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("for"));
    }

    /** The days of receipt whose window is still open when that of the next day has closed. */
    private static List<LocalDate> outlasted(String roll, String businessDay) {
        Policies policies = Policies.DEFAULTS.with(Map.of("lastDayRoll", roll, "businessDay", businessDay));
        return FIRST.datesUntil(END)
                .filter(received -> outlasts(received, policies))
                .toList();
    }

    private static boolean outlasts(LocalDate received, Policies policies) {
        return of(received, policies)
                .lastDay()
                .isAfter(of(received.plusDays(1), policies).lastDay());
    }

    private static Instant instant(Random random) {
        long start = FIRST.atStartOfDay(Policies.DEFAULTS.zone()).toEpochSecond();
        long end = END.atStartOfDay(Policies.DEFAULTS.zone()).toEpochSecond();
        return Instant.ofEpochSecond(random.nextLong(start, end));
    }

    private static ElectionWindow of(LocalDate received, Policies policies) {
        return ElectionWindow.ofReceiptDate(received, HOLIDAYS, TERMS, policies);
    }

    private static Policies with(String policy, String value) {
        return Policies.DEFAULTS.with(Map.of(policy, value));
    }
}
