package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.notice.DeemedReceipt.Status;
import org.registrationrights.notice.Delivery.Service;

@Verifies({Clause.S2_1_C, Clause.S2_1_F})
class NoticeAndElectionTest {

    private static final Delivery BY_HAND = Delivery.personal(at("2001-10-08T09:00"));

    @ParameterizedTest
    @CsvSource({"LATER_OF_DEEMED_AND_PROVEN, 2001-11-03", "DEEMED_ONLY, 2001-10-29"})
    void aReturnCardThatProvesLaterReceiptLengthensTheWindow(String reading, LocalDate last) {
        Delivery mail = Delivery.mail(at("2001-10-15T10:00"), Service.CERTIFIED, at("2001-10-24T10:00"));

        assertThat(of(List.of(mail), null, with("noticeMailReceipt", reading))
                        .window()
                        .lastDay())
                .isEqualTo(last);
    }

    @Test
    void anElectionBeforeTheNoticesOwnDayIsTimely() {
        Delivery mailed = Delivery.mail(at("2001-10-15T10:00"), Service.CERTIFIED, null);

        assertThat(of(List.of(mailed), Delivery.personal(at("2001-10-16T10:00")), Policies.DEFAULTS)
                        .electionTimely())
                .isTrue();
    }

    @Test
    void aNoticeThatWasNeverEffectiveOpensNoWindowAndSoClosesNone() {
        Delivery unconfirmed = Delivery.fax(at("2001-10-08T09:00"), null);

        NoticeAndElection result = of(List.of(unconfirmed), BY_HAND, Policies.DEFAULTS);

        assertThat(result.notice().status()).isEqualTo(Status.NOT_GIVEN);
        assertThat(result.window()).isNull();
        assertThat(result.electionStatus()).isEqualTo(Status.GIVEN);
        assertThat(result.electionEffectiveDate()).isEqualTo("2001-10-08");
        assertThat(result.electionTimely()).isNull();
    }

    @Test
    void aNoticeThatGoesToReviewOpensNoWindow() {
        Delivery email = Delivery.unlisted("EMAIL", null, at("2001-10-08T09:00"));

        NoticeAndElection result = of(List.of(email), BY_HAND, Policies.DEFAULTS);

        assertThat(result.notice().status()).isEqualTo(Status.MANUAL_REVIEW);
        assertThat(result.window()).isNull();
        assertThat(result.electionTimely()).isNull();
    }

    @Test
    void anElectionThatNeverArrivedIsNeitherTimelyNorLate() {
        NoticeAndElection result = of(List.of(BY_HAND), Delivery.fax(at("2001-10-10T09:00"), null), Policies.DEFAULTS);

        assertThat(result.electionStatus()).isEqualTo(Status.NOT_GIVEN);
        assertThat(result.electionEffectiveDate()).isNull();
        assertThat(result.electionTimely()).isNull();
    }

    @Test
    void withoutAnElectionThereIsOnlyTheWindow() {
        NoticeAndElection result = of(List.of(BY_HAND), null, Policies.DEFAULTS);

        assertThat(result.window().lastDay()).isEqualTo("2001-10-18");
        assertThat(result.electionStatus()).isNull();
        assertThat(result.electionTimely()).isNull();
    }

    @Test
    void hoursCannotBeCountedFromADeemedDay() {
        assertRefused("policies.dayCount", List.of(BY_HAND), with("dayCount", "ROLLING_24H"));
    }

    @Test
    void aNoticeNeedsADelivery() {
        assertRefused("noticeDeliveries", List.of(), Policies.DEFAULTS);
    }

    private static void assertRefused(String field, List<Delivery> notice, Policies policies) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> of(notice, BY_HAND, policies))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static NoticeAndElection of(List<Delivery> notice, Delivery election, Policies policies) {
        AgreementTerms terms = AgreementTerms.asSigned(LocalDate.of(2001, 6, 22));
        return NoticeAndElection.of(notice, election, Holidays.shipped(), terms, policies);
    }

    private static Policies with(String policy, String value) {
        return Policies.DEFAULTS.with(Map.of(policy, value));
    }

    private static Instant at(String losAngeles) {
        return LocalDateTime.parse(losAngeles).atZone(Policies.DEFAULTS.zone()).toInstant();
    }
}
