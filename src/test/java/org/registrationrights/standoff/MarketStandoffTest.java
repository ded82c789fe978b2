package org.registrationrights.standoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.explanation.Step;
import org.registrationrights.standoff.MarketStandoff.Reason;
import org.registrationrights.standoff.StandoffRequest.Requester;

@Verifies(Clause.S7_A)
class MarketStandoffTest {

    static final AgreementTerms TERMS = AgreementTerms.asSigned(LocalDate.of(2001, 6, 22));
    private static final LocalDate EFFECTIVE = LocalDate.of(2002, 3, 1);

    static MarketStandoff standoff(LocalDate effective, String days, LocalDate received, String... policies) {
        return MarketStandoff.of(
                new StandoffRequest(
                        effective, null, new BigInteger(days), Requester.MANAGING_UNDERWRITER, true, received),
                TERMS,
                with(policies));
    }

    private static Policies with(String... policies) {
        Policies all = Policies.DEFAULTS;
        for (int i = 0; i < policies.length; i += 2) {
            all = all.with(Map.of(policies[i], policies[i + 1]));
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        // 28 August 2002 is a Wednesday, 1 September a Sunday and 2 September Labor Day: nothing moves.
        "180, DAY_AFTER_EFFECTIVE, 2002-03-02, 2002-08-28, 2002-08-29T00:00:00-07:00",
        "180, EFFECTIVE_DAY, 2002-03-01, 2002-08-27, 2002-08-28T00:00:00-07:00",
        "1, DAY_AFTER_EFFECTIVE, 2002-03-02, 2002-03-02, 2002-03-03T00:00:00-08:00",
        "1, EFFECTIVE_DAY, 2002-03-01, 2002-03-01, 2002-03-02T00:00:00-08:00",
        // 31 March 2002 is a Sunday, and the Monday after it a holiday in its place.
        "30, DAY_AFTER_EFFECTIVE, 2002-03-02, 2002-03-31, 2002-04-01T00:00:00-08:00",
        "37, DAY_AFTER_EFFECTIVE, 2002-03-02, 2002-04-07, 2002-04-08T00:00:00-07:00"
    })
    void thePeriodIsSoManyWholeDays(String days, String start, LocalDate first, LocalDate last, OffsetDateTime free) {
        MarketStandoff standoff = standoff(EFFECTIVE, days, EFFECTIVE, "standoffStart", start);

        assertThat(standoff.binding()).isTrue();
        assertThat(standoff.reason()).isNull();
        assertThat(standoff.firstRestrictedDay()).isEqualTo(first);
        assertThat(standoff.lastRestrictedDay()).isEqualTo(last);
        assertThat(standoff.clamped()).isFalse();
        assertThat(standoff.freeFrom().toOffsetDateTime()).isEqualTo(free);
        assertThat(standoff.isRestricted(first.minusDays(1))).isFalse();
        assertThat(standoff.isRestricted(first)).isTrue();
        assertThat(standoff.isRestricted(last)).isTrue();
        assertThat(standoff.isRestricted(last.plusDays(1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2001-12-24, 2002-03-02", // before effectiveness
        "2002-03-02, 2002-03-02",
        "2002-03-03, 2002-03-03",
        "2002-03-31, 2002-03-31" // the last day
    })
    void theRequestOnlyLimitsBackwards(LocalDate received, LocalDate first) {
        MarketStandoff standoff = standoff(EFFECTIVE, "30", received);

        assertThat(standoff.firstRestrictedDay()).isEqualTo(first);
        assertThat(standoff.lastRestrictedDay()).isEqualTo("2002-03-31");
    }

    @Test
    void onTheEffectiveDayARequestStillBindsNobodyBeforeItArrives() {
        assertThat(standoff(EFFECTIVE, "30", EFFECTIVE.plusDays(1), "standoffStart", "EFFECTIVE_DAY")
                        .firstRestrictedDay())
                .isEqualTo(EFFECTIVE.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "180, CLAMP, , false, 2002-08-28",
        "181, CLAMP, , true, 2002-08-28",
        "180, REJECT, , false, 2002-08-28",
        "181, REJECT, OVER_180, false,",
        // 2^63, 2^64 + 1: what would be 0, 1 or negative in a number that overflows
        "9223372036854775808, CLAMP, , true, 2002-08-28",
        "18446744073709551617, CLAMP, , true, 2002-08-28",
        "18446744073709551617, REJECT, OVER_180, false,",
        "0, CLAMP, NO_PERIOD, false,",
        "0, REJECT, NO_PERIOD, false,"
    })
    void theLongestPeriodIsThatOfTheAgreement(
            String days, String overlong, Reason reason, boolean clamped, LocalDate last) {
        MarketStandoff standoff = standoff(EFFECTIVE, days, EFFECTIVE, "standoffOverlong", overlong);

        assertThat(standoff.reason()).isEqualTo(reason);
        assertThat(standoff.binding()).isEqualTo(reason == null);
        assertThat(standoff.clamped()).isEqualTo(clamped);
        assertThat(standoff.lastRestrictedDay()).isEqualTo(last);
    }

    @Test
    void anAmendmentMayShortenIt() {
        AgreementTerms amended = new AgreementTerms(TERMS.agreementDate(), 10, 3, 90, 3, 51);
        StandoffRequest request = new StandoffRequest(
                EFFECTIVE, null, BigInteger.valueOf(91), Requester.EXECUTIVE_OFFICER, false, EFFECTIVE);

        assertThat(MarketStandoff.of(request, amended, Policies.DEFAULTS))
                .returns(EFFECTIVE.plusDays(90), MarketStandoff::lastRestrictedDay)
                .returns(true, MarketStandoff::clamped);
    }

    @ParameterizedTest
    @CsvSource({
        "MANAGING_UNDERWRITER, true, ",
        "MANAGING_UNDERWRITER, false, WRONG_REQUESTER",
        "EXECUTIVE_OFFICER, true, WRONG_REQUESTER",
        "EXECUTIVE_OFFICER, false, "
    })
    void anOfficerMayAskOnlyWhereThereIsNoManagingUnderwriter(Requester by, boolean underwriter, Reason reason) {
        StandoffRequest request = new StandoffRequest(EFFECTIVE, null, BigInteger.TEN, by, underwriter, EFFECTIVE);

        assertThat(MarketStandoff.of(request, TERMS, Policies.DEFAULTS).reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "EXECUTIVE_OFFICER, 0, WRONG_REQUESTER",
        "EXECUTIVE_OFFICER, 181, WRONG_REQUESTER",
        "MANAGING_UNDERWRITER, 0, NO_PERIOD",
        "MANAGING_UNDERWRITER, 181, OVER_180",
        "MANAGING_UNDERWRITER, 180, REQUEST_AFTER_PERIOD"
    })
    void theFirstReasonIsTold(Requester by, BigInteger days, Reason reason) {
        LocalDate tooLate = EFFECTIVE.plusDays(181);
        MarketStandoff standoff = MarketStandoff.of(
                new StandoffRequest(EFFECTIVE, null, days, by, true, tooLate),
                TERMS,
                with("standoffOverlong", "REJECT"));

        assertThat(standoff.reason()).isEqualTo(reason);
        assertThat(standoff.binding()).isFalse();
        assertThat(standoff.firstRestrictedDay()).isNull();
        assertThat(standoff.lastRestrictedDay()).isNull();
        assertThat(standoff.freeFrom()).isNull();
        assertThat(standoff.isRestricted(EFFECTIVE.plusDays(1))).isFalse();
    }

    @Test
    void theDayOfAnInstantIsThatOfTheZone() {
        StandoffRequest request = new StandoffRequest(
                null,
                Instant.parse("2002-03-02T05:30:00Z"),
                BigInteger.ONE,
                Requester.MANAGING_UNDERWRITER,
                true,
                EFFECTIVE);

        assertThat(MarketStandoff.of(request, TERMS, Policies.DEFAULTS)
                        .freeFrom()
                        .toOffsetDateTime())
                .isEqualTo(OffsetDateTime.parse("2002-03-03T00:00:00-08:00"));
        assertThat(MarketStandoff.of(request, TERMS, with("zone", "Europe/London"))
                        .freeFrom()
                        .toOffsetDateTime())
                .isEqualTo(OffsetDateTime.parse("2002-03-04T00:00Z"));
    }

    @Test
    void noHolderIsBoundLongerThanAskedOrAllowedOrBeforeItKnows() {
        long seed = 20020301;
        Random random = new Random(seed);
        for (int run = 0; run < 2000; run++) {
            LocalDate effective = EFFECTIVE.plusDays(random.nextInt(2000));
            LocalDate received = effective.plusDays(random.nextInt(400) - 200);
            BigInteger days = new BigInteger(random.nextBoolean() ? 9 : 70, random);
            String start = random.nextBoolean() ? "DAY_AFTER_EFFECTIVE" : "EFFECTIVE_DAY";
            MarketStandoff standoff = standoff(effective, days.toString(), received, "standoffStart", start);
            String what = "run %d of seed %d: %s".formatted(run, seed, standoff);

            if (!standoff.binding()) {
                LocalDate end =
                        effective.plusDays(days.min(BigInteger.valueOf(180)).longValue());
                assertThat(days.signum() == 0
                                || received.isAfter(start.equals("EFFECTIVE_DAY") ? end.minusDays(1) : end))
                        .as(what)
                        .isTrue();
                continue;
            }
            LocalDate first = standoff.firstRestrictedDay();
            LocalDate last = standoff.lastRestrictedDay();
            long length = ChronoUnit.DAYS.between(first, last) + 1;
            assertThat(length).as(what).isBetween(1L, 180L);
            assertThat(BigInteger.valueOf(length).compareTo(days)).as(what).isNotPositive();
            assertThat(first).as(what).isAfterOrEqualTo(received).isAfterOrEqualTo(effective);
            assertThat(standoff.clamped()).as(what).isEqualTo(days.compareTo(BigInteger.valueOf(180)) > 0);
            if (!received.isAfter(effective)) {
                assertThat(BigInteger.valueOf(length)).as(what).isEqualTo(days.min(BigInteger.valueOf(180)));
            }
            MarketStandoff longer =
                    standoff(effective, days.add(BigInteger.ONE).toString(), received, "standoffStart", start);
            assertThat(longer.lastRestrictedDay()).as(what).isAfterOrEqualTo(last);
            assertThat(longer.firstRestrictedDay()).as(what).isEqualTo(first);
        }
    }

    @Test
    void itTellsHowThePeriodCameAbout() {
        StandoffRequest request = new StandoffRequest(
                null,
                Instant.parse("2002-03-01T18:00:00Z"),
                BigInteger.valueOf(200),
                Requester.MANAGING_UNDERWRITER,
                true,
                LocalDate.of(2002, 3, 20));

        assertThat(MarketStandoff.of(request, TERMS, Policies.DEFAULTS).explain(null))
                .containsExactly(
                        asked("MANAGING_UNDERWRITER", "true"),
                        step(
                                "the lesser of the days asked for and the longest that the agreement allows",
                                Map.of("daysAsked", "200", "longest", "180"),
                                "days",
                                "180",
                                Map.of("standoffOverlong", "CLAMP")),
                        step(
                                "the day of effectiveness",
                                Map.of("effectiveAt", "2002-03-01T18:00:00Z"),
                                "effectiveDate",
                                "2002-03-01",
                                Map.of("zone", "America/Los_Angeles")),
                        step(
                                "the day after effectiveness is the first of them",
                                Map.of("effectiveDate", "2002-03-01"),
                                "periodBegins",
                                "2002-03-02",
                                Map.of("standoffStart", "DAY_AFTER_EFFECTIVE")),
                        step(
                                "the last of them; no weekend or holiday moves it",
                                Map.of("periodBegins", "2002-03-02", "days", "180"),
                                "lastRestrictedDay",
                                "2002-08-28",
                                Map.of()),
                        step(
                                "the later of the first of them and the day the request arrived",
                                Map.of("periodBegins", "2002-03-02", "requestReceivedDate", "2002-03-20"),
                                "firstRestrictedDay",
                                "2002-03-20",
                                Map.of()),
                        step(
                                "the start of the day after the last",
                                Map.of("lastRestrictedDay", "2002-08-28"),
                                "freeFrom",
                                "2002-08-29T00:00:00-07:00",
                                Map.of("zone", "America/Los_Angeles")));
    }

    @Test
    void itTellsWhyARequestBindsNobody() {
        StandoffRequest request = new StandoffRequest(
                EFFECTIVE, null, BigInteger.TEN, Requester.EXECUTIVE_OFFICER, true, EFFECTIVE.plusDays(20));
        assertThat(MarketStandoff.of(request, TERMS, Policies.DEFAULTS).explain(null))
                .containsExactly(asked("EXECUTIVE_OFFICER", "false"), bindsNobody("WRONG_REQUESTER"));

        assertThat(standoff(EFFECTIVE, "181", EFFECTIVE, "standoffOverlong", "REJECT")
                        .explain(null))
                .containsExactly(
                        asked("MANAGING_UNDERWRITER", "true"),
                        step(
                                "the days asked for, or none where they are more than the longest allowed",
                                Map.of("daysAsked", "181", "longest", "180"),
                                "days",
                                "0",
                                Map.of("standoffOverlong", "REJECT")),
                        bindsNobody("OVER_180"));

        List<Step> late = standoff(EFFECTIVE, "19", EFFECTIVE.plusDays(19), "standoffStart", "EFFECTIVE_DAY")
                .explain(null);
        assertThat(late)
                .extracting(Step::name)
                .containsExactly("mayAsk", "days", "periodBegins", "lastRestrictedDay", "firstRestrictedDay", "reason");
        assertThat(late.get(2))
                .isEqualTo(step(
                        "the day of effectiveness is the first of them",
                        Map.of("effectiveDate", "2002-03-01"),
                        "periodBegins",
                        "2002-03-01",
                        Map.of("standoffStart", "EFFECTIVE_DAY")));
        assertThat(late.get(5)).isEqualTo(bindsNobody("REQUEST_AFTER_PERIOD"));
    }

    @Test
    void nobodyHasFiguresOfItsOwn() {
        assertThatThrownBy(() -> standoff(EFFECTIVE, "10", EFFECTIVE).explain("H-1"))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("kind", Refusal.Kind.UNKNOWN)
                .hasFieldOrPropertyWithValue("field", "for");
    }

    static Step asked(String by, String mayAsk) {
        return step(
                "the managing underwriter may ask, an executive officer only where there is none",
                Map.of("requestedBy", by, "hasManagingUnderwriter", "true"),
                "mayAsk",
                mayAsk,
                Map.of());
    }

    private static Step bindsNobody(String reason) {
        return step("so that the request binds nobody", Map.of(), "reason", reason, Map.of());
    }

    private static Step step(
            String formula, Map<String, String> inputs, String name, String figure, Map<String, String> policies) {
        return new Step(Clause.S7_A, formula, inputs, name, figure, policies);
    }

    @ParameterizedTest
    @CsvSource({
        ", , 10, MANAGING_UNDERWRITER, true, 2002-03-01, effectiveDate",
        "2002-03-01, 2002-03-01T18:00:00Z, 10, MANAGING_UNDERWRITER, true, 2002-03-01, effectiveAt",
        "2002-03-01, , , MANAGING_UNDERWRITER, true, 2002-03-01, days",
        "2002-03-01, , -1, MANAGING_UNDERWRITER, true, 2002-03-01, days",
        "2002-03-01, , 10, , true, 2002-03-01, requestedBy",
        "2002-03-01, , 10, MANAGING_UNDERWRITER, , 2002-03-01, hasManagingUnderwriter",
        "2002-03-01, , 10, MANAGING_UNDERWRITER, true, , requestReceivedDate"
    })
    void aRequestThatLacksSomethingIsRefused(
            LocalDate effectiveDate,
            Instant effectiveAt,
            BigInteger days,
            Requester by,
            Boolean underwriter,
            LocalDate received,
            String field) {
        assertThatThrownBy(() -> new StandoffRequest(effectiveDate, effectiveAt, days, by, underwriter, received))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("clause", Clause.S7_A)
                .hasFieldOrPropertyWithValue("field", field);
    }
}
