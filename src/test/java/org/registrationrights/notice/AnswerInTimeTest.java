package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.notice.Answer.Kind;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.Delivery.Service;

@Verifies({Clause.S2_1_C, Clause.S2_1_F})
class AnswerInTimeTest {

    private static final AgreementTerms TERMS = AgreementTerms.asSigned(LocalDate.of(2001, 6, 22));

    /** Received on 8 October 2001, open through the 18th. */
    private static final ElectionWindow WINDOW =
            ElectionWindow.ofReceiptDate(LocalDate.of(2001, 10, 8), Holidays.shipped(), TERMS, Policies.DEFAULTS);

    @Test
    void theLastAnswerGivenInTimeCountsWhateverTheOrderOfRecording() {
        Delivery first = Delivery.personal(at("2001-10-10T09:00:00-07:00"));
        Delivery last = Delivery.personal(at("2001-10-18T23:59:59-07:00"));
        Delivery late = Delivery.personal(at("2001-10-19T00:00:00-07:00"));

        assertThat(counting(WINDOW, first, last, late)).isEqualTo(2);
        assertThat(counting(WINDOW, late, last, first)).isEqualTo(2);
        assertThat(counting(WINDOW, late)).isZero();
        assertThat(counting(null, late, first)).isEqualTo(1);
    }

    @Test
    void ofOneDayTheLaterHourCountsAndADeemedArrivalHasNone() {
        Delivery morning = Delivery.personal(at("2001-10-18T09:00:00-07:00"));
        Delivery noon = Delivery.fax(null, at("2001-10-18T12:00:00-07:00"));
        Delivery deemed = Delivery.mail(at("2001-10-15T09:00:00-07:00"), Service.CERTIFIED, null);
        Delivery proven =
                Delivery.mail(at("2001-10-16T09:00:00-07:00"), Service.CERTIFIED, at("2001-10-18T11:00:00-07:00"));

        assertThat(counting(WINDOW, noon, morning, deemed)).isEqualTo(1);
        assertThat(counting(WINDOW, morning, proven, deemed)).isEqualTo(2);
        assertThat(counting(WINDOW, deemed, deemed)).isEqualTo(2);
    }

    @Test
    void anAnswerThatIsNotGivenDoesNotCount() {
        Delivery unconfirmed = Delivery.fax(at("2001-10-10T09:00:00-07:00"), null);
        Delivery email = Delivery.unlisted("EMAIL", null, at("2001-10-10T09:00:00-07:00"));

        assertThat(counting(WINDOW, unconfirmed, email)).isZero();
        assertThat(AnswerInTime.givenOn(unconfirmed, Holidays.shipped(), TERMS, Policies.DEFAULTS))
                .isNull();
        assertThat(AnswerInTime.givenOn(
                        Delivery.personal(at("2001-10-10T09:00:00-07:00")),
                        Holidays.shipped(),
                        TERMS,
                        Policies.DEFAULTS))
                .isEqualTo("2001-10-10");
    }

    /** The place of the answer that counts, from 1 on; 0 for none. */
    private static long counting(ElectionWindow window, Delivery... deliveries) {
        List<Communication> answers = new ArrayList<>();
        Arrays.stream(deliveries)
                .forEach(delivery -> answers.add(new Communication(
                        answers.size() + 1L,
                        new ElectionKey("OFF-2001-1", "H-1"),
                        Direction.ELECTION_TO_COMPANY,
                        delivery,
                        new Answer(Kind.PART, BigInteger.TEN, false),
                        Instant.EPOCH,
                        "counsel")));
        return AnswerInTime.of(answers, window, Holidays.shipped(), TERMS, Policies.DEFAULTS)
                .map(Communication::id)
                .orElse(0L);
    }

    private static Instant at(String instant) {
        return OffsetDateTime.parse(instant).toInstant();
    }
}
