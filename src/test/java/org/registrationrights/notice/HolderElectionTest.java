package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Policies;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.HolderElection.State;

class HolderElectionTest {

    private static final AgreementTerms TERMS = AgreementTerms.asSigned(LocalDate.of(2001, 6, 22));

    @Test
    void aNoticeIsOverdueFiveDaysAfterItsDispatch() {
        assertThat(election(null, null, null, null).noticeOverdueAt()).isEqualTo("2002-01-15T17:00:00Z");
    }

    @Test
    void aRequestForMoreThanWasHeldIsMarked() {
        assertThat(election(null, null, null, null).isAboveHolding()).isFalse();
        assertThat(election(BigInteger.TEN, null, null, null).isAboveHolding()).isFalse();
        assertThat(election(new BigInteger("11"), null, null, null).isAboveHolding())
                .isTrue();
    }

    @Test
    void aHolderIsRemindedOfEachWindowOnce() {
        // the window of the 14th is reminded of on the 22nd
        assertThat(election(null, null, null, null).isReminded(window("2002-01-14")))
                .isFalse();
        assertThat(reminded("2002-01-22T08:00:00Z").isReminded(window("2002-01-14")))
                .isTrue();
        assertThat(reminded("2002-01-22T07:59:59Z").isReminded(window("2002-01-14")))
                .isFalse();
        assertThat(reminded("2002-01-22T08:00:00Z").isReminded(window("2002-01-11")))
                .isTrue();
        assertThat(reminded("2002-01-22T08:00:00Z").isReminded(window("2002-01-15")))
                .isFalse();
    }

    @Test
    void whatIsKnownOfTheNoticeIsNoNews() {
        DeemedReceipt given = receipt(Delivery.personal(Instant.parse("2002-01-14T17:00:00Z")));
        DeemedReceipt unconfirmed = receipt(Delivery.fax(Instant.parse("2002-01-14T17:00:00Z"), null));
        HolderElection known = election(null, given, window("2002-01-14"), null);

        assertThat(known.isNoticed(given, window("2002-01-14"))).isTrue();
        assertThat(known.isNoticed(given, window("2002-01-15"))).isFalse();
        assertThat(known.isNoticed(receipt(Delivery.personal(Instant.parse("2002-01-15T17:00:00Z"))), null))
                .isFalse();
        assertThat(known.isNoticed(unconfirmed, null)).isFalse();
        assertThat(known.isNoticed(null, null)).isFalse();
        assertThat(election(null, null, null, null).isNoticed(null, null)).isTrue();
        assertThat(election(null, unconfirmed, null, null).isNoticed(unconfirmed, null))
                .isTrue();
    }

    private static ElectionWindow window(String receivedOn) {
        return ElectionWindow.ofReceiptDate(LocalDate.parse(receivedOn), Holidays.shipped(), TERMS, Policies.DEFAULTS);
    }

    private static DeemedReceipt receipt(Delivery delivery) {
        return DeemedReceipt.of(
                List.of(delivery), Direction.NOTICE_TO_HOLDER, Holidays.shipped(), TERMS, Policies.DEFAULTS);
    }

    private static HolderElection reminded(String at) {
        return election(null, null, null, Instant.parse(at));
    }

    private static HolderElection election(
            BigInteger requested, DeemedReceipt notice, ElectionWindow window, Instant remindedAt) {
        return new HolderElection(
                new ElectionKey("OFF-2001-1", "H-17"),
                BigInteger.TEN,
                State.NOTICE,
                "OFF-2001-1:H-17:notice",
                null,
                notice == null ? null : notice.status(),
                notice == null ? null : notice.basis(),
                notice == null ? null : notice.effectiveDate(),
                window == null ? null : window.lastDay(),
                window == null ? null : window.deadlineExclusive().toInstant(),
                null,
                requested,
                false,
                Instant.parse("2002-01-10T17:00:00Z"),
                remindedAt,
                null);
    }
}
