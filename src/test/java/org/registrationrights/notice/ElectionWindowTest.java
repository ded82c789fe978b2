package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
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
    @CsvSource({"NONE, MON_FRI_FEDERAL", "CIVIL_CODE_11, CIVIL_CODE_9"})
    void aLaterReceiptNeverClosesEarlier(String roll, String businessDay) {
        Policies policies = Policies.DEFAULTS.with(Map.of("lastDayRoll", roll, "businessDay", businessDay));

        FIRST.datesUntil(END)
                .forEach(received -> assertThat(
                                of(received.plusDays(1), policies).lastDay())
                        .as("received on %s and a day later", received)
                        .isAfterOrEqualTo(of(received, policies).lastDay()));
    }

    /** A holiday moves past the Saturday or the federal Monday behind it, which as a tenth day stays where it is. */
    @Test
    void underTheDefaultsALaterReceiptClosesEarlierOnlyOnADayThatIsNeitherHolidayNorBusinessDay() {
        FIRST.datesUntil(END).forEach(received -> {
            ElectionWindow window = of(received, Policies.DEFAULTS);
            ElectionWindow next = of(received.plusDays(1), Policies.DEFAULTS);

            if (next.lastDay().isBefore(window.lastDay())) {
                assertThat(window.rolled()).as("%s", window).isTrue();
                assertThat(next.rolled()).isFalse();
                assertThat(HOLIDAYS.isBusinessDay(next.lastDay(), Policies.DEFAULTS.businessDay()))
                        .isFalse();
            }
        });
        assertThat(of(LocalDate.of(2026, 12, 15), Policies.DEFAULTS).lastDay()).isEqualTo("2026-12-28");
        assertThat(of(LocalDate.of(2026, 12, 16), Policies.DEFAULTS).lastDay()).isEqualTo("2026-12-26");
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
    void hoursCountFromTheInstantAndRollNowhere() {
        long seed = 20011008L;
        Random random = new Random(seed);
        Policies rolling = with("dayCount", "ROLLING_24H");
        long start = FIRST.atStartOfDay(rolling.zone()).toEpochSecond();
        long end = END.atStartOfDay(rolling.zone()).toEpochSecond();
        for (int i = 0; i < 2000; i++) {
            Instant received = Instant.ofEpochSecond(random.nextLong(start, end));
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
        Holidays more = HOLIDAYS.with(Set.of(), Set.of(proclaimed));

        ElectionWindow window =
                ElectionWindow.ofReceiptDate(LocalDate.of(2001, 10, 9), more, amended, Policies.DEFAULTS);

        assertThat(window.tenthDay()).isEqualTo(proclaimed);
        assertThat(window.lastDay()).isEqualTo("2001-10-30");
    }

    private static ElectionWindow of(LocalDate received, Policies policies) {
        return ElectionWindow.ofReceiptDate(received, HOLIDAYS, TERMS, policies);
    }

    private static Policies with(String policy, String value) {
        return Policies.DEFAULTS.with(Map.of(policy, value));
    }
}
