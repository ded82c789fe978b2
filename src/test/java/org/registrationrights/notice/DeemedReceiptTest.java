package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.registrationrights.notice.DeemedReceipt.Direction.ELECTION_TO_COMPANY;
import static org.registrationrights.notice.DeemedReceipt.Direction.NOTICE_TO_HOLDER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.BusinessDay;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.notice.DeemedReceipt.Basis;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.DeemedReceipt.Status;
import org.registrationrights.notice.Delivery.Service;

@Verifies(Clause.S11_1_A)
class DeemedReceiptTest {

    @ParameterizedTest
    @CsvSource({
        // over Thanksgiving; over a Saturday; over Veterans Day kept on a Friday in California only
        "2001-11-21, MON_FRI_FEDERAL, 2001-11-27",
        "2001-11-21, CIVIL_CODE_9, 2001-11-26",
        "2001-11-21, MON_FRI_COURT, 2001-11-28",
        "2001-10-18, MON_FRI_FEDERAL, 2001-10-23",
        "2001-10-18, CIVIL_CODE_9, 2001-10-22",
        "2023-11-08, MON_FRI_FEDERAL, 2023-11-13",
        "2023-11-08, MON_FRI_FEDERAL_OBSERVED, 2023-11-14",
        "2023-11-08, MON_FRI_COURT, 2023-11-14",
        // over 31 December 2021, which federal offices keep for New Year's Day
        "2021-12-29, MON_FRI_FEDERAL, 2022-01-03",
        "2021-12-29, MON_FRI_FEDERAL_OBSERVED, 2022-01-04",
        // mailed on a Sunday
        "2001-10-14, MON_FRI_FEDERAL, 2001-10-17"
    })
    void mailIsDeemedGivenOnTheThirdBusinessDayAfterMailing(LocalDate mailed, String businessDay, LocalDate deemed) {
        Delivery mail = Delivery.mail(at(mailed + "T15:00"), Service.REGISTERED, null);

        assertGiven(of(NOTICE_TO_HOLDER, with("businessDay", businessDay), mail), deemed, Basis.THIRD_BUSINESS_DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "NOTICE_TO_HOLDER, LATER_OF_DEEMED_AND_PROVEN, 2001-10-24, GIVEN, 2001-10-24, PROVEN_LATER_RECEIPT",
        "NOTICE_TO_HOLDER, LATER_OF_DEEMED_AND_PROVEN, 2001-10-18, GIVEN, 2001-10-18, THIRD_BUSINESS_DAY",
        "NOTICE_TO_HOLDER, LATER_OF_DEEMED_AND_PROVEN, 2001-10-16, GIVEN, 2001-10-18, THIRD_BUSINESS_DAY",
        "NOTICE_TO_HOLDER, LATER_OF_DEEMED_AND_PROVEN, , GIVEN, 2001-10-18, THIRD_BUSINESS_DAY",
        "NOTICE_TO_HOLDER, DEEMED_ONLY, 2001-10-24, GIVEN, 2001-10-18, THIRD_BUSINESS_DAY",
        "NOTICE_TO_HOLDER, ACTUAL_ONLY, 2001-10-16, GIVEN, 2001-10-16, ACTUAL_RECEIPT",
        "NOTICE_TO_HOLDER, ACTUAL_ONLY, , NOT_GIVEN, , NO_RECEIPT_RECORDED",
        "ELECTION_TO_COMPANY, EARLIER_OF_DEEMED_AND_PROVEN, 2001-10-16, GIVEN, 2001-10-16, PROVEN_EARLIER_RECEIPT",
        "ELECTION_TO_COMPANY, EARLIER_OF_DEEMED_AND_PROVEN, 2001-10-18, GIVEN, 2001-10-18, THIRD_BUSINESS_DAY",
        "ELECTION_TO_COMPANY, EARLIER_OF_DEEMED_AND_PROVEN, 2001-10-24, GIVEN, 2001-10-18, THIRD_BUSINESS_DAY",
        "ELECTION_TO_COMPANY, DEEMED_ONLY, 2001-10-16, GIVEN, 2001-10-18, THIRD_BUSINESS_DAY",
        "ELECTION_TO_COMPANY, DISPATCH, 2001-10-16, GIVEN, 2001-10-15, MAILING_DATE"
    })
    void provenReceiptMovesANoticeBackAndAnElectionForward(
            Direction direction, String reading, LocalDate proven, Status status, LocalDate day, Basis basis) {
        String policy = direction == NOTICE_TO_HOLDER ? "noticeMailReceipt" : "electionMailGiven";
        Instant receipt = proven == null ? null : at(proven + "T11:00");
        Delivery mail = Delivery.mail(at("2001-10-15T10:00"), Service.CERTIFIED, receipt);

        assertReceipt(of(direction, with(policy, reading), mail), status, day, basis);
    }

    @ParameterizedTest
    @CsvSource({"ORDINARY, , , ", "CERTIFIED, false, , ", "REGISTERED, , false, ", "CERTIFIED, , , false"})
    void mailThatLacksOneQualityIsOutsideTheClauseInBothDirections(
            Service service, Boolean firstClass, Boolean prepaid, Boolean addressOfRecord) {
        Instant mailed = at("2001-10-15T10:00");
        Instant receipt = at("2001-10-17T10:00");
        Delivery lost =
                new Delivery("MAIL", null, null, null, mailed, service, firstClass, prepaid, addressOfRecord, null);
        Delivery arrived =
                new Delivery("MAIL", null, null, null, mailed, service, firstClass, prepaid, addressOfRecord, receipt);
        Policies dispatch = with("electionMailGiven", "DISPATCH");
        Policies byReceipt = with("unlistedMethod", "ACTUAL_RECEIPT");

        assertReceipt(
                of(NOTICE_TO_HOLDER, Policies.DEFAULTS, lost), Status.NOT_GIVEN, null, Basis.MAILING_OUTSIDE_11_1);
        assertReceipt(of(NOTICE_TO_HOLDER, byReceipt, lost), Status.NOT_GIVEN, null, Basis.MAILING_OUTSIDE_11_1);
        assertReceipt(
                of(ELECTION_TO_COMPANY, dispatch, arrived), Status.MANUAL_REVIEW, null, Basis.MAILING_OUTSIDE_11_1);
        assertGiven(
                of(ELECTION_TO_COMPANY, byReceipt, arrived),
                LocalDate.of(2001, 10, 17),
                Basis.ACTUAL_RECEIPT_OUTSIDE_11_1);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void aMethodThatIsNotListedGoesToAPersonWhetherItArrivedOrNot(Direction direction) {
        Delivery arrived = Delivery.unlisted("TELEX", null, at("2001-10-15T10:00"));
        Delivery sent = Delivery.unlisted("EMAIL", at("2001-10-15T10:00"), null);
        Policies byReceipt = with("unlistedMethod", "ACTUAL_RECEIPT");

        assertReceipt(of(direction, Policies.DEFAULTS, arrived), Status.MANUAL_REVIEW, null, Basis.METHOD_NOT_LISTED);
        assertReceipt(of(direction, Policies.DEFAULTS, sent), Status.MANUAL_REVIEW, null, Basis.METHOD_NOT_LISTED);
        assertReceipt(of(direction, byReceipt, sent), Status.MANUAL_REVIEW, null, Basis.METHOD_NOT_LISTED);
        assertGiven(of(direction, byReceipt, arrived), LocalDate.of(2001, 10, 15), Basis.ACTUAL_RECEIPT_OUTSIDE_11_1);
    }

    @Test
    void aCourierDeliversPersonallyAndOnlyWithAReceipt() {
        assertGiven(
                of(NOTICE_TO_HOLDER, Policies.DEFAULTS, Delivery.courier(at("2001-10-24T09:00"))),
                LocalDate.of(2001, 10, 24),
                Basis.ACTUAL_RECEIPT);
        assertReceipt(
                of(NOTICE_TO_HOLDER, Policies.DEFAULTS, Delivery.courier(null)),
                Status.NOT_GIVEN,
                null,
                Basis.NO_RECEIPT_RECORDED);
    }

    @Test
    void daysAreThoseOfThePoliciesZone() {
        Delivery fax = Delivery.fax(null, Instant.parse("2001-11-07T05:30:00Z"));
        // Friday evening in Los Angeles, Saturday in New York
        Delivery mail = Delivery.mail(Instant.parse("2001-10-20T05:00:00Z"), Service.CERTIFIED, null);
        Policies newYork = with("zone", "America/New_York");

        assertThat(of(NOTICE_TO_HOLDER, Policies.DEFAULTS, fax).effectiveDate()).isEqualTo("2001-11-06");
        assertThat(of(NOTICE_TO_HOLDER, newYork, fax).effectiveDate()).isEqualTo("2001-11-07");
        assertThat(of(ELECTION_TO_COMPANY, with("electionMailGiven", "DISPATCH"), mail)
                        .effectiveDate())
                .isEqualTo("2001-10-19");
        assertThat(of(ELECTION_TO_COMPANY, newYork, mail).effectiveDate()).isEqualTo("2001-10-24");
    }

    @Test
    void ofSeveralDeliveriesThoseThatFailedDoNotCount() {
        Delivery unconfirmed = Delivery.fax(at("2001-10-15T10:00"), null);
        Delivery email = Delivery.unlisted("EMAIL", null, at("2001-10-15T10:00"));
        Delivery byHand = Delivery.personal(at("2001-10-17T10:00"));
        Delivery mail = Delivery.mail(at("2001-10-15T10:00"), Service.CERTIFIED, null);
        Policies last = with("multipleDeliveries", "LAST_EFFECTIVE");

        assertGiven(
                of(NOTICE_TO_HOLDER, Policies.DEFAULTS, unconfirmed, mail, email, byHand),
                LocalDate.of(2001, 10, 17),
                Basis.ACTUAL_RECEIPT);
        assertGiven(
                of(NOTICE_TO_HOLDER, last, mail, byHand, unconfirmed),
                LocalDate.of(2001, 10, 18),
                Basis.THIRD_BUSINESS_DAY);
        assertReceipt(
                of(NOTICE_TO_HOLDER, Policies.DEFAULTS, unconfirmed, email),
                Status.NOT_GIVEN,
                null,
                Basis.NO_CONFIRMATION);
        assertReceipt(of(NOTICE_TO_HOLDER, last, email, unconfirmed), Status.NOT_GIVEN, null, Basis.METHOD_NOT_LISTED);
    }

    @ParameterizedTest
    @CsvSource({"FIRST_EFFECTIVE", "LAST_EFFECTIVE"})
    void ofDeliveriesOnOneDayTheFirstInTheListIsNamed(String reading) {
        Delivery fax = Delivery.fax(null, at("2001-10-18T16:00"));
        Delivery mail = Delivery.mail(at("2001-10-15T10:00"), Service.CERTIFIED, null);
        Policies policies = with("multipleDeliveries", reading);

        assertThat(of(NOTICE_TO_HOLDER, policies, fax, mail).basis()).isEqualTo(Basis.CONFIRMATION_OF_RECEIPT);
        assertThat(of(NOTICE_TO_HOLDER, policies, mail, fax).basis()).isEqualTo(Basis.THIRD_BUSINESS_DAY);
    }

    @Test
    void withoutADeliveryThereIsNothingToDeem() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> of(NOTICE_TO_HOLDER, Policies.DEFAULTS))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("deliveries"));
    }

    @Test
    void theNumberOfBusinessDaysIsTheAgreements() {
        AgreementTerms amended = new AgreementTerms(LocalDate.of(2001, 6, 22), 10, 5, 180, 3, 51);
        Delivery mail = Delivery.mail(at("2001-10-15T10:00"), Service.CERTIFIED, null);

        assertThat(DeemedReceipt.of(List.of(mail), NOTICE_TO_HOLDER, Holidays.shipped(), amended, Policies.DEFAULTS)
                        .effectiveDate())
                .isEqualTo("2001-10-22");
    }

    @ParameterizedTest
    @EnumSource(BusinessDay.class)
    void aLaterMailingIsNeverDeemedReceivedEarlier(BusinessDay reading) {
        Policies policies = with("businessDay", reading.name());
        LocalDate before = LocalDate.MIN;
        for (LocalDate day = LocalDate.of(1999, 1, 1); day.getYear() <= 2035; day = day.plusDays(1)) {
            LocalDate deemed =
                    of(NOTICE_TO_HOLDER, policies, certified(day + "T23:59")).effectiveDate();

            assertThat(deemed).as("mailed on %s", day).isAfterOrEqualTo(before).isAfter(day.plusDays(2));
            before = deemed;
        }
    }

    @ParameterizedTest
    @CsvSource({
        // 2 o'clock on 1 April 2001 is skipped, 1 o'clock on 28 October 2001 comes twice
        "2001-04-01T09:59:59Z, 2001-04-01",
        "2001-04-01T10:00:00Z, 2001-04-01",
        "2001-04-02T06:59:59Z, 2001-04-01",
        "2001-04-02T07:00:00Z, 2001-04-02",
        "2001-10-28T06:59:59Z, 2001-10-27",
        "2001-10-28T07:00:00Z, 2001-10-28",
        "2001-10-29T07:59:59Z, 2001-10-28",
        "2001-10-29T08:00:00Z, 2001-10-29",
        // the rule of 2007 changes the clocks in March and November
        "2007-03-12T06:59:59Z, 2007-03-11",
        "2007-03-12T07:00:00Z, 2007-03-12",
        "2007-11-05T07:59:59Z, 2007-11-04"
    })
    void aDayRunsFromMidnightToMidnightWhereverTheClocksChange(Instant received, LocalDate day) {
        assertGiven(of(NOTICE_TO_HOLDER, Policies.DEFAULTS, Delivery.personal(received)), day, Basis.ACTUAL_RECEIPT);
    }

    @Test
    void theOrderOfDeliveriesMovesNoDay() {
        long seed = 20011015L;
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            List<Delivery> deliveries = new ArrayList<>();
            for (int n = random.nextInt(1, 5); n > 0; n--) {
                deliveries.add(draw(random));
            }
            Delivery[] drawn = deliveries.toArray(Delivery[]::new);
            Collections.shuffle(deliveries, random);
            Delivery[] shuffled = deliveries.toArray(Delivery[]::new);
            for (String reading : Policies.choices("multipleDeliveries")) {
                Policies policies = with("multipleDeliveries", reading);

                assertThat(of(NOTICE_TO_HOLDER, policies, shuffled).effectiveDate())
                        .as("seed %d, %s %s", seed, reading, deliveries)
                        .isEqualTo(of(NOTICE_TO_HOLDER, policies, drawn).effectiveDate());
            }
        }
    }

    @Test
    void proofMovesANoticeOnlyBackAndAnElectionOnlyForward() {
        long seed = 20011024L;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            Instant mailed = instant(random);
            Instant proven = mailed.plusSeconds(random.nextInt(0, 10 * 86400));
            Delivery mute = Delivery.mail(mailed, Service.CERTIFIED, null);
            Delivery proof = Delivery.mail(mailed, Service.CERTIFIED, proven);
            LocalDate deemed = of(NOTICE_TO_HOLDER, Policies.DEFAULTS, mute).effectiveDate();
            LocalDate arrived = LocalDate.ofInstant(proven, Policies.DEFAULTS.zone());

            assertThat(of(NOTICE_TO_HOLDER, Policies.DEFAULTS, proof).effectiveDate())
                    .as("seed %d, %s", seed, proof)
                    .isEqualTo(arrived.isAfter(deemed) ? arrived : deemed);
            assertThat(of(ELECTION_TO_COMPANY, Policies.DEFAULTS, proof).effectiveDate())
                    .as("seed %d, %s", seed, proof)
                    .isEqualTo(arrived.isBefore(deemed) ? arrived : deemed);
        }
    }

    @Test
    void aMailingIsExplainedDayByDay() {
        Delivery mail = Delivery.mail(at("2001-11-21T15:00"), Service.CERTIFIED, at("2001-11-29T11:00"));

        assertThat(Told.of(of(NOTICE_TO_HOLDER, Policies.DEFAULTS, mail)))
                .containsExactly(
                        "[11.1-a] the day of mailing {mailedAt=2001-11-21T15:00:00-08:00} = mailingDay 2001-11-21, by"
                                + " zone",
                        "[11.1-a] the last of so many business days after the day of mailing {businessDays=3, "
                                + "2001-11-22=Thanksgiving Day (5 U.S.C. 6103(a)), 2001-11-23=business day 1, "
                                + "2001-11-24=Saturday, 2001-11-25=Sunday, 2001-11-26=business day 2, "
                                + "2001-11-27=business day 3} = deemedDay 2001-11-27, by businessDay",
                        "[11.1-a] by mail: the deemed day, or the day of proven receipt if that is later "
                                + "{mailingDay=2001-11-21, deemedDay=2001-11-27, "
                                + "actualReceiptAt=2001-11-29T11:00:00-08:00} = effectiveDate 2001-11-29, "
                                + "by noticeMailReceipt zone");
    }

    @Test
    void theDaysCountedAreThoseOfTheReading() {
        List<String> told =
                Told.of(of(NOTICE_TO_HOLDER, with("businessDay", "MON_FRI_COURT"), certified("2001-11-21T15:00")));

        assertThat(told.get(1))
                .contains("2001-11-23=Day after Thanksgiving Day (Code Civ. Proc. 135)", "2001-11-28=business day 3")
                .endsWith("= deemedDay 2001-11-28, by businessDay");
        assertThat(told.get(2)).contains("actualReceiptAt=none").contains("= effectiveDate 2001-11-28");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        NOTICE_TO_HOLDER    | LATER_OF_DEEMED_AND_PROVEN   | later   | 2001-10-18
        NOTICE_TO_HOLDER    | DEEMED_ONLY                  | deemed  | 2001-10-18
        NOTICE_TO_HOLDER    | ACTUAL_ONLY                  | proven  | 2001-10-16
        ELECTION_TO_COMPANY | EARLIER_OF_DEEMED_AND_PROVEN | earlier | 2001-10-16
        ELECTION_TO_COMPANY | DEEMED_ONLY                  | deemed  | 2001-10-18
        ELECTION_TO_COMPANY | DISPATCH                     | mailing | 2001-10-15
        """)
    void theReadingThatDecidesAMailingIsTold(Direction direction, String reading, String which, String day) {
        String formula = switch (which) {
            case "deemed" -> "the deemed day";
            case "proven" -> "the day of proven receipt";
            case "mailing" -> "the day of mailing";
            default -> "the deemed day, or the day of proven receipt if that is " + which;
        };
        String policy = direction == NOTICE_TO_HOLDER ? "noticeMailReceipt" : "electionMailGiven";
        Delivery mail = Delivery.mail(at("2001-10-15T10:00"), Service.CERTIFIED, at("2001-10-16T11:00"));

        assertThat(Told.of(of(direction, with(policy, reading), mail)))
                .hasSize(3)
                .last()
                .isEqualTo("[11.1-a] by mail: " + formula + " {mailingDay=2001-10-15, deemedDay=2001-10-18, "
                        + "actualReceiptAt=2001-10-16T11:00:00-07:00} = effectiveDate " + day + ", by " + policy
                        + " zone");
    }

    @Test
    void everyOtherWayIsExplainedInAStep() {
        Policies byReceipt = with("unlistedMethod", "ACTUAL_RECEIPT");
        Delivery letter = Delivery.mail(at("2001-10-15T10:00"), Service.ORDINARY, at("2001-10-17T10:00"));
        Delivery email = Delivery.unlisted("EMAIL", null, at("2001-10-15T10:00"));

        assertThat(Told.of(of(NOTICE_TO_HOLDER, Policies.DEFAULTS, Delivery.courier(at("2001-10-24T09:00")))))
                .containsExactly("[11.1-a] by hand: the day on which it was received "
                        + "{receivedAt=2001-10-24T09:00:00-07:00} = effectiveDate 2001-10-24, by zone");
        assertThat(Told.of(of(NOTICE_TO_HOLDER, Policies.DEFAULTS, Delivery.fax(at("2001-10-24T09:00"), null))))
                .containsExactly("[11.1-a] by facsimile: the day on which its receipt was confirmed "
                        + "{confirmedAt=none} = status NOT_GIVEN, by zone");
        assertThat(Told.of(of(NOTICE_TO_HOLDER, Policies.DEFAULTS, letter)))
                .containsExactly("[11.1-a] by mail, but without all four qualities and so outside Section 11.1: "
                        + "a person judges what arrived {service=ORDINARY, firstClass=true, prepaid=true, "
                        + "addressOfRecord=true, actualReceiptAt=2001-10-17T10:00:00-07:00} = status MANUAL_REVIEW, "
                        + "by unlistedMethod zone");
        assertThat(Told.of(of(NOTICE_TO_HOLDER, byReceipt, email)))
                .containsExactly("[11.1-a] outside Section 11.1: the day on which it arrived {method=EMAIL, "
                        + "receivedAt=2001-10-15T10:00:00-07:00} = effectiveDate 2001-10-15, by unlistedMethod zone");
    }

    @Test
    void ofSeveralDeliveriesEachIsExplainedAndThenWhichDecides() {
        Delivery unconfirmed = Delivery.fax(at("2001-10-15T09:00"), null);
        Delivery byHand = Delivery.personal(at("2001-10-17T09:00"));
        Delivery mail = certified("2001-10-15T10:00");

        List<String> told = Told.of(of(NOTICE_TO_HOLDER, Policies.DEFAULTS, unconfirmed, mail, byHand));

        assertThat(told).hasSize(6);
        assertThat(told.get(0)).endsWith("= deliveries[0].status NOT_GIVEN, by zone");
        assertThat(told.get(2)).endsWith("= deliveries[1].deemedDay 2001-10-18, by businessDay");
        assertThat(told.get(3)).contains("= deliveries[1].effectiveDate 2001-10-18");
        assertThat(told.get(5))
                .isEqualTo("[11.1-a] the earliest day that a delivery gives, here deliveries[2] "
                        + "{deliveries[0]=NOT_GIVEN, deliveries[1]=2001-10-18, deliveries[2]=2001-10-17} "
                        + "= effectiveDate 2001-10-17, by multipleDeliveries");
        assertThat(Told.of(of(NOTICE_TO_HOLDER, with("multipleDeliveries", "LAST_EFFECTIVE"), byHand, mail)))
                .last()
                .asString()
                .startsWith("[11.1-a] the latest day that a delivery gives, here deliveries[1] ")
                .contains("= effectiveDate 2001-10-18");
        assertThat(Told.of(of(NOTICE_TO_HOLDER, Policies.DEFAULTS, unconfirmed, unconfirmed)))
                .last()
                .isEqualTo("[11.1-a] no delivery gives a day {deliveries[0]=NOT_GIVEN, deliveries[1]=NOT_GIVEN} "
                        + "= status NOT_GIVEN, by multipleDeliveries");
    }

    @Test
    void nobodyHasAFigureOfItsOwn() {
        DeemedReceipt receipt = of(NOTICE_TO_HOLDER, Policies.DEFAULTS, certified("2001-10-15T10:00"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> receipt.explain("H-1"))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("for"));
    }

    private static Delivery certified(String mailed) {
        return Delivery.mail(at(mailed), Service.CERTIFIED, null);
    }

    private static Delivery draw(Random random) {
        Instant at = instant(random);
        return switch (random.nextInt(5)) {
            case 0 -> Delivery.personal(at);
            case 1 -> Delivery.fax(at, at.plusSeconds(random.nextInt(7200)));
            case 2 -> Delivery.fax(at, null);
            case 3 -> Delivery.mail(at, Service.REGISTERED, null);
            default -> Delivery.unlisted("EMAIL", null, at);
        };
    }

    private static Instant instant(Random random) {
        return at("2001-10-15T00:00").plusSeconds(random.nextInt(40 * 86400));
    }

    private static DeemedReceipt of(Direction direction, Policies policies, Delivery... deliveries) {
        AgreementTerms terms = AgreementTerms.asSigned(LocalDate.of(2001, 6, 22));
        return DeemedReceipt.of(List.of(deliveries), direction, Holidays.shipped(), terms, policies);
    }

    private static void assertGiven(DeemedReceipt receipt, LocalDate day, Basis basis) {
        assertReceipt(receipt, Status.GIVEN, day, basis);
    }

    private static void assertReceipt(DeemedReceipt receipt, Status status, LocalDate day, Basis basis) {
        assertThat(receipt)
                .extracting(DeemedReceipt::status, DeemedReceipt::effectiveDate, DeemedReceipt::basis)
                .containsExactly(status, day, basis);
    }

    private static Policies with(String policy, String value) {
        return Policies.DEFAULTS.with(Map.of(policy, value));
    }

    private static Instant at(String losAngeles) {
        return LocalDateTime.parse(losAngeles).atZone(Policies.DEFAULTS.zone()).toInstant();
    }
}
