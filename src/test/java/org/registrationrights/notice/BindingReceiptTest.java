package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.explanation.Step;
import org.registrationrights.notice.BindingReceipt.Basis;
import org.registrationrights.notice.ProofOfService.Decision;
import org.registrationrights.notice.ProofOfService.Evidence;
import org.registrationrights.notice.ProofOfService.Finding;
import org.registrationrights.notice.ProofOfService.Outcome;

/** From when a notice binds that opens no time, and when a paper was actually received. */
@Verifies({Clause.S11_1_A, Clause.S2_6_A})
class BindingReceiptTest {

    private static final Instant MAILED = at("2001-11-21T15:00:00-08:00");
    private static final AgreementTerms TERMS = AgreementTerms.asSigned(LocalDate.parse("2001-06-22"));

    @Test
    void byHandAndByFaxTheInstantCountsAndNotItsDay() {
        assertThat(receipt(Delivery.personal(at("2001-10-08T15:00:00-07:00"))).binding())
                .isEqualTo(at("2001-10-08T15:00:00-07:00"));
        BindingReceipt fax = receipt(Delivery.fax(at("2001-10-08T15:00:00-07:00"), at("2001-10-08T15:04:00-07:00")));
        assertThat(fax.binding()).isEqualTo(at("2001-10-08T15:04:00-07:00"));
        assertThat(fax.basis()).isEqualTo(Basis.CONFIRMATION_OF_RECEIPT);
        assertThat(receipt(Delivery.fax(at("2001-10-08T15:00:00-07:00"), null)).binding())
                .isNull();
    }

    /** Over Thanksgiving: mailed on Wednesday, the third business day is Tuesday the 27th. */
    @Test
    void byMailTheStartOfTheDeemedDayBindsWithoutProof() {
        BindingReceipt receipt = receipt(Delivery.mail(MAILED, Delivery.Service.REGISTERED, null));

        assertThat(receipt.binding()).isEqualTo(at("2001-11-27T00:00:00-08:00"));
        assertThat(receipt.basis()).isEqualTo(Basis.START_OF_DEEMED_DAY);
        assertThat(receipt.actual()).isEmpty();
    }

    @Test
    void anEarlierProofBindsEarlierAndALaterOneNotLater() {
        BindingReceipt earlier =
                receipt(Delivery.mail(MAILED, Delivery.Service.CERTIFIED, at("2001-11-26T10:00:00-08:00")));
        assertThat(earlier.binding()).isEqualTo(at("2001-11-26T10:00:00-08:00"));
        assertThat(earlier.basis()).isEqualTo(Basis.ACTUAL_RECEIPT);

        BindingReceipt later =
                receipt(Delivery.mail(MAILED, Delivery.Service.CERTIFIED, at("2001-11-30T10:00:00-08:00")));
        assertThat(later.binding()).isEqualTo(at("2001-11-27T00:00:00-08:00"));
        assertThat(later.actual()).containsExactly(at("2001-11-30T10:00:00-08:00"));
    }

    @Test
    void ofSeveralDeliveriesTheFirstBindsAndAllReceiptsAreKnown() {
        BindingReceipt receipt = receipt(
                Delivery.mail(MAILED, Delivery.Service.CERTIFIED, at("2001-11-28T10:00:00-08:00")),
                Delivery.courier(at("2001-11-26T17:00:00-08:00")));

        assertThat(receipt.binding()).isEqualTo(at("2001-11-26T17:00:00-08:00"));
        assertThat(receipt.actual()).containsExactly(at("2001-11-26T17:00:00-08:00"), at("2001-11-28T10:00:00-08:00"));
    }

    @Test
    void whatSection11_1DoesNotNameWaitsForAPersonUnlessReadOtherwise() {
        Delivery mail = Delivery.unlisted("EMAIL", null, MAILED);
        Delivery ordinary = Delivery.mail(MAILED, Delivery.Service.ORDINARY, at("2001-11-23T10:00:00-08:00"));

        assertThat(receipt(mail).binding()).isNull();
        assertThat(receipt(ordinary).actual()).isEmpty();
        Policies actual = Policies.DEFAULTS.with(Map.of("unlistedMethod", "ACTUAL_RECEIPT"));
        assertThat(receipt(actual, mail).binding()).isEqualTo(MAILED);
        assertThat(receipt(actual, ordinary).actual()).containsExactly(at("2001-11-23T10:00:00-08:00"));
    }

    @Test
    void underActualReceiptOnlyNoDayIsDeemed() {
        Policies actual = Policies.DEFAULTS.with(Map.of("noticeMailReceipt", "ACTUAL_ONLY"));

        assertThat(receipt(actual, Delivery.mail(MAILED, Delivery.Service.CERTIFIED, null))
                        .binding())
                .isNull();
    }

    @Test
    void aFindingOfCounselCountsAsAReceipt() {
        Finding finding = new Finding(Outcome.RECEIVED, at("2001-11-25T12:00:00-08:00"), "It wrote back");
        ProofOfService paper = paper(
                List.of(new Evidence(Delivery.mail(MAILED, Delivery.Service.CERTIFIED, null), MAILED, "x")),
                List.of(new Decision(finding, at("2001-11-28T12:00:00-08:00"), "counsel")));
        BindingReceipt receipt = BindingReceipt.of(paper, Holidays.shipped(), TERMS, Policies.DEFAULTS);

        assertThat(receipt.binding()).isEqualTo(at("2001-11-25T12:00:00-08:00"));
        assertThat(receipt.basis()).isEqualTo(Basis.FINDING_OF_COUNSEL);
        assertThat(receipt.explain(null))
                .extracting(Step::name, Step::result)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("received", "2001-11-25T12:00:00-08:00"),
                        org.assertj.core.api.Assertions.tuple("deemedFrom", "2001-11-27T00:00:00-08:00"),
                        org.assertj.core.api.Assertions.tuple("bindsFrom", "2001-11-25T12:00:00-08:00"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> receipt.explain("H-1"));
    }

    @Test
    void aFindingSaysWhenAndWhy() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Finding(Outcome.RECEIVED, null, "told"))
                .withMessage("receivedAt: is required (Section 11.1)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Finding(Outcome.SEND_AGAIN, MAILED, "told"))
                .withMessage("receivedAt: does not belong to SEND_AGAIN (Section 11.1)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Finding(Outcome.SEND_AGAIN, null, " "))
                .withMessage("ground: is required (Section 11.1)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Finding(null, null, "told"))
                .withMessage("outcome: is required (Section 11.1)");
    }

    @Test
    void sentAgainItIsOnItsWayFromThen() {
        Decision again = new Decision(new Finding(Outcome.SEND_AGAIN, null, "came back"), MAILED.plusSeconds(5), "c");

        assertThat(paper(List.of(), List.of()).sentAt()).isEqualTo(MAILED);
        assertThat(paper(List.of(), List.of(again)).sentAt()).isEqualTo(MAILED.plusSeconds(5));
    }

    @Test
    void whatComesToLightAfterwardsRevivesANoticeThatWasNotPursued() {
        Decision left = new Decision(new Finding(Outcome.NOT_PURSUED, null, "sold"), MAILED.plusSeconds(5), "c");
        Evidence before = new Evidence(Delivery.personal(MAILED), MAILED.plusSeconds(4), "x");
        Evidence after = new Evidence(Delivery.personal(MAILED), MAILED.plusSeconds(6), "x");

        assertThat(paper(List.of(before), List.of(left)).notPursued()).isTrue();
        assertThat(paper(List.of(before), List.of(left)).hasArrivalSinceDecision())
                .isFalse();
        assertThat(paper(List.of(before, after), List.of(left)).notPursued()).isFalse();
        assertThat(paper(List.of(before, after), List.of(left)).hasArrivalSinceDecision())
                .isTrue();
        assertThat(paper(List.of(), List.of()).notPursued()).isFalse();
    }

    private static BindingReceipt receipt(Delivery... deliveries) {
        return receipt(Policies.DEFAULTS, deliveries);
    }

    private static BindingReceipt receipt(Policies policies, Delivery... deliveries) {
        List<Evidence> evidence = Stream.of(deliveries)
                .map(delivery -> new Evidence(delivery, MAILED, "x"))
                .toList();
        return BindingReceipt.of(paper(evidence, List.of()), Holidays.shipped(), TERMS, policies);
    }

    private static ProofOfService paper(List<Evidence> evidence, List<Decision> decisions) {
        return new ProofOfService("EVT-2001-1:H-1:notice", "H-1", MAILED, evidence, decisions);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
