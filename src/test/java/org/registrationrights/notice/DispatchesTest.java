package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.Delivery.Service;

@Verifies(Clause.S11_1_A)
class DispatchesTest {

    private static final Instant MORNING = at("2001-10-15T09:00:00-07:00");
    private static final Instant EVENING = at("2001-10-15T23:59:59-07:00");
    private static final Instant NEXT_DAY = at("2001-10-16T00:00:00-07:00");
    private static final Instant SIGNED = at("2001-10-24T10:00:00-07:00");

    @Test
    void aReturnCardBelongsToTheMailingOfItsDayAndService() {
        Delivery mailing = Delivery.mail(MORNING, Service.CERTIFIED, null);

        assertThat(dispatches(mailing, Delivery.mail(EVENING, Service.CERTIFIED, SIGNED)))
                .containsExactly(Delivery.mail(MORNING, Service.CERTIFIED, SIGNED));
        assertThat(dispatches(Delivery.mail(EVENING, Service.CERTIFIED, SIGNED), mailing))
                .containsExactly(Delivery.mail(MORNING, Service.CERTIFIED, SIGNED));
        assertThat(dispatches(mailing, Delivery.mail(NEXT_DAY, Service.CERTIFIED, SIGNED)))
                .hasSize(2);
        assertThat(dispatches(mailing, Delivery.mail(MORNING, Service.REGISTERED, SIGNED)))
                .hasSize(2);
    }

    @Test
    void aConfirmationBelongsToTheFaxOfItsInstant() {
        assertThat(dispatches(Delivery.fax(MORNING, null), Delivery.fax(MORNING, EVENING)))
                .containsExactly(Delivery.fax(MORNING, EVENING));
        assertThat(dispatches(Delivery.fax(MORNING, null), Delivery.fax(EVENING, EVENING)))
                .hasSize(2);
        assertThat(dispatches(Delivery.fax(null, EVENING), Delivery.fax(null, EVENING)))
                .hasSize(2);
    }

    @Test
    void silenceTakesNothingBackAndOfTwoArrivalsTheLaterCounts() {
        Delivery earlier = Delivery.mail(MORNING, Service.CERTIFIED, NEXT_DAY);
        Delivery later = Delivery.mail(MORNING, Service.CERTIFIED, SIGNED);

        assertThat(dispatches(later, Delivery.mail(MORNING, Service.CERTIFIED, null)))
                .containsExactly(later);
        assertThat(dispatches(earlier, later)).containsExactly(later);
        assertThat(dispatches(later, earlier)).containsExactly(later);
    }

    @Test
    void aMailingThatWasNotAsAgreedIsNotMendedByItsReturnCard() {
        Delivery elsewhere =
                new Delivery("MAIL", null, null, null, MORNING, Service.CERTIFIED, true, true, false, null);

        assertThat(dispatches(elsewhere, Delivery.mail(MORNING, Service.CERTIFIED, SIGNED)))
                .containsExactly(
                        new Delivery("MAIL", null, null, null, MORNING, Service.CERTIFIED, true, true, false, SIGNED));
    }

    @Test
    void whatIsHandedOverIsEachTimeAnother() {
        assertThat(dispatches(
                        Delivery.personal(MORNING),
                        Delivery.personal(MORNING),
                        Delivery.unlisted("EMAIL", MORNING, null),
                        Delivery.unlisted("EMAIL", MORNING, EVENING)))
                .hasSize(4);
    }

    private static List<Delivery> dispatches(Delivery... deliveries) {
        return Dispatches.of(
                IntStream.range(0, deliveries.length)
                        .mapToObj(i -> new Communication(
                                i + 1,
                                i + 1,
                                new ElectionKey("OFF-2001-1", "H-1"),
                                Direction.NOTICE_TO_HOLDER,
                                deliveries[i],
                                null,
                                null,
                                Instant.EPOCH,
                                "counsel"))
                        .toList(),
                ZoneId.of("America/Los_Angeles"));
    }

    private static Instant at(String instant) {
        return OffsetDateTime.parse(instant).toInstant();
    }
}
