package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.registrationrights.notice.DeemedReceipt.Direction.ELECTION_TO_COMPANY;
import static org.registrationrights.notice.DeemedReceipt.Direction.NOTICE_TO_HOLDER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
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

        assertThat(of(direction, with(policy, reading), mail)).isEqualTo(new DeemedReceipt(status, day, basis));
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

        assertThat(of(NOTICE_TO_HOLDER, Policies.DEFAULTS, lost))
                .isEqualTo(not(Status.NOT_GIVEN, Basis.MAILING_OUTSIDE_11_1));
        assertThat(of(NOTICE_TO_HOLDER, byReceipt, lost)).isEqualTo(not(Status.NOT_GIVEN, Basis.MAILING_OUTSIDE_11_1));
        assertThat(of(ELECTION_TO_COMPANY, dispatch, arrived))
                .isEqualTo(not(Status.MANUAL_REVIEW, Basis.MAILING_OUTSIDE_11_1));
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
        DeemedReceipt review = not(Status.MANUAL_REVIEW, Basis.METHOD_NOT_LISTED);
        Policies byReceipt = with("unlistedMethod", "ACTUAL_RECEIPT");

        assertThat(of(direction, Policies.DEFAULTS, arrived)).isEqualTo(review);
        assertThat(of(direction, Policies.DEFAULTS, sent)).isEqualTo(review);
        assertThat(of(direction, byReceipt, sent)).isEqualTo(review);
        assertGiven(of(direction, byReceipt, arrived), LocalDate.of(2001, 10, 15), Basis.ACTUAL_RECEIPT_OUTSIDE_11_1);
    }

    @Test
    void aCourierDeliversPersonallyAndOnlyWithAReceipt() {
        assertGiven(
                of(NOTICE_TO_HOLDER, Policies.DEFAULTS, Delivery.courier(at("2001-10-24T09:00"))),
                LocalDate.of(2001, 10, 24),
                Basis.ACTUAL_RECEIPT);
        assertThat(of(NOTICE_TO_HOLDER, Policies.DEFAULTS, Delivery.courier(null)))
                .isEqualTo(not(Status.NOT_GIVEN, Basis.NO_RECEIPT_RECORDED));
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
        assertThat(of(NOTICE_TO_HOLDER, Policies.DEFAULTS, unconfirmed, email))
                .isEqualTo(not(Status.NOT_GIVEN, Basis.NO_CONFIRMATION));
        assertThat(of(NOTICE_TO_HOLDER, last, email, unconfirmed))
                .isEqualTo(not(Status.NOT_GIVEN, Basis.METHOD_NOT_LISTED));
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

    private static DeemedReceipt of(Direction direction, Policies policies, Delivery... deliveries) {
        AgreementTerms terms = AgreementTerms.asSigned(LocalDate.of(2001, 6, 22));
        return DeemedReceipt.of(List.of(deliveries), direction, Holidays.shipped(), terms, policies);
    }

    private static void assertGiven(DeemedReceipt receipt, LocalDate day, Basis basis) {
        assertThat(receipt).isEqualTo(new DeemedReceipt(Status.GIVEN, day, basis));
    }

    private static DeemedReceipt not(Status status, Basis basis) {
        return new DeemedReceipt(status, null, basis);
    }

    private static Policies with(String policy, String value) {
        return Policies.DEFAULTS.with(Map.of(policy, value));
    }

    private static Instant at(String losAngeles) {
        return LocalDateTime.parse(losAngeles).atZone(Policies.DEFAULTS.zone()).toInstant();
    }
}
