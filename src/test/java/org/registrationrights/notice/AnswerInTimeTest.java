package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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

    @Test
    void whatReplacesAnAnswerTakesItsPlace() {
        Delivery deemed = Delivery.mail(at("2001-10-15T09:00:00-07:00"), Service.CERTIFIED, null);

        assertThat(counting(WINDOW, Set.of(), List.of(answer(2, 2, deemed), answer(3, 1, deemed))))
                .isEqualTo(2);
    }

    @Test
    void whatIsLetInCountsByTheDayOnWhichItCame() {
        Delivery email = Delivery.unlisted("EMAIL", null, at("2001-10-11T09:00:00-07:00"));
        Delivery before = Delivery.personal(at("2001-10-10T09:00:00-07:00"));
        Delivery after = Delivery.personal(at("2001-10-12T09:00:00-07:00"));
        Delivery late = Delivery.personal(at("2001-10-22T09:00:00-07:00"));
        Delivery unknown = Delivery.fax(at("2001-10-10T09:00:00-07:00"), null);

        assertThat(counting(WINDOW, Set.of(1L), answers(email, before))).isEqualTo(1);
        assertThat(counting(WINDOW, Set.of(1L), answers(email, after))).isEqualTo(2);
        assertThat(counting(WINDOW, Set.of(1L), answers(late, after))).isEqualTo(1);
        // nothing is known of its arrival: it was there when it was recorded
        assertThat(counting(WINDOW, Set.of(2L), answers(before, unknown))).isEqualTo(1);
    }

    /** The place of the answer that counts, from 1 on; 0 for none. */
    private static long counting(ElectionWindow window, Delivery... deliveries) {
        return counting(window, Set.of(), answers(deliveries));
    }

    private static long counting(ElectionWindow window, Set<Long> letIn, List<Communication> answers) {
        return AnswerInTime.of(answers, letIn, window, Holidays.shipped(), TERMS, Policies.DEFAULTS)
                .map(Communication::id)
                .orElse(0L);
    }

    private static List<Communication> answers(Delivery... deliveries) {
        return IntStream.range(0, deliveries.length)
                .mapToObj(i -> answer(i + 1, i + 1, deliveries[i]))
                .toList();
    }

    private static Communication answer(long id, long place, Delivery delivery) {
        return new Communication(
                id,
                place,
                new ElectionKey("OFF-2001-1", "H-1"),
                Direction.ELECTION_TO_COMPANY,
                delivery,
                new Answer(Kind.PART, BigInteger.TEN, false),
                "receipt",
                Instant.EPOCH,
                "counsel");
    }

    private static Instant at(String instant) {
        return OffsetDateTime.parse(instant).toInstant();
    }
}
