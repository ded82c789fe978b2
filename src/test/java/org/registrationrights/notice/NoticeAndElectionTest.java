package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
        assertThat(result.election().status()).isEqualTo(Status.GIVEN);
        assertThat(result.election().effectiveDate()).isEqualTo("2001-10-08");
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

        assertThat(result.election().status()).isEqualTo(Status.NOT_GIVEN);
        assertThat(result.election().effectiveDate()).isNull();
        assertThat(result.electionTimely()).isNull();
    }

    @Test
    void withoutAnElectionThereIsOnlyTheWindow() {
        NoticeAndElection result = of(List.of(BY_HAND), null, Policies.DEFAULTS);

        assertThat(result.window().lastDay()).isEqualTo("2001-10-18");
        assertThat(result.election()).isNull();
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

    @ParameterizedTest
    @CsvSource({"2001-10-18T23:59:59, true", "2001-10-19T00:00, false"})
    void theWholeIsExplainedFromDispatchToTimeliness(LocalDateTime received, boolean timely) {
        NoticeAndElection result = of(List.of(BY_HAND), Delivery.personal(at(received.toString())), Policies.DEFAULTS);

        assertThat(result.electionTimely()).isEqualTo(timely);
        assertThat(Told.of(result))
                .hasSize(6)
                .startsWith("[11.1-a] by hand: the day on which it was received "
                        + "{receivedAt=2001-10-08T09:00:00-07:00} = notice.effectiveDate 2001-10-08, by zone")
                .contains("[2.1-d] so many days after the day of receipt {dayZero=2001-10-08, days=10} "
                        + "= window.tenthDay 2001-10-18, by dayCount")
                .endsWith("[%s] in time if given by the last day, be it before the notice "
                                .formatted(timely ? "2.1-c" : "2.1-f")
                        + "{election.effectiveDate=%s, window.lastDay=2001-10-18} = electionTimely %s"
                                .formatted(received.toLocalDate(), timely));
        assertThat(result.explain(null).get(4).name()).isEqualTo("election.effectiveDate");
    }

    @Test
    void withoutAWindowTheExplanationSaysSo() {
        NoticeAndElection result = of(List.of(Delivery.fax(at("2001-10-08T09:00"), null)), BY_HAND, Policies.DEFAULTS);

        assertThat(Told.of(result))
                .hasSize(3)
                .contains("[2.1-d] a notice that is not given opens no window {notice.status=NOT_GIVEN} = window none");
        assertThat(Told.of(of(List.of(BY_HAND), null, Policies.DEFAULTS)))
                .last()
                .asString()
                .contains("= window.deadlineExclusive 2001-10-19T00:00:00-07:00");
    }

    @Test
    void nobodyHasAFigureOfItsOwn() {
        NoticeAndElection result = of(List.of(BY_HAND), null, Policies.DEFAULTS);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> result.explain("H-1"))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("for"));
    }

    @Test
    void anElectionIsInTimeExactlyWhenItIsGivenBeforeTheDeadline() {
        long seed = 20011018L;
        Random random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            Instant noticed = Instant.parse("1999-01-01T08:00:00Z").plusSeconds(random.nextLong(37L * 365 * 86400));
            Instant elected = noticed.plusSeconds(random.nextLong(-2 * 86400, 16 * 86400));
            NoticeAndElection result =
                    of(List.of(Delivery.personal(noticed)), Delivery.personal(elected), Policies.DEFAULTS);

            assertThat(result.electionTimely())
                    .as("seed %d, notice %s, election %s", seed, noticed, elected)
                    .isEqualTo(
                            elected.isBefore(result.window().deadlineExclusive().toInstant()));
        }
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
