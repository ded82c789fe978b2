package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.notice.Delivery.Service;

@Verifies(Clause.S11_1_A)
class DeliveryTest {

    private static final Instant NOON = Instant.parse("2001-10-15T19:00:00Z");
    private static final Instant BEFORE = NOON.minusMillis(1);

    @ParameterizedTest
    @CsvSource({
        "PERSONAL, sentAt", "PERSONAL, confirmedAt", "PERSONAL, mailedAt", "PERSONAL, service", "COURIER, prepaid",
        "COURIER, actualReceiptAt", "FAX, receivedAt", "FAX, firstClass", "FAX, mailedAt", "MAIL, receivedAt",
        "MAIL, sentAt", "MAIL, confirmedAt", "EMAIL, confirmedAt", "EMAIL, mailedAt", "EMAIL, addressOfRecord",
        "mail, mailedAt"
    })
    void aFieldOfAnotherWayOfDeliveryIsRefused(String method, String field) {
        assertRefused(
                field,
                () -> new Delivery(
                        method,
                        field.equals("receivedAt") ? NOON : null,
                        field.equals("sentAt") ? NOON : null,
                        field.equals("confirmedAt") ? NOON : null,
                        field.equals("mailedAt") || method.equals("MAIL") ? NOON : null,
                        field.equals("service") || method.equals("MAIL") ? Service.CERTIFIED : null,
                        field.equals("firstClass") ? true : null,
                        field.equals("prepaid") ? true : null,
                        field.equals("addressOfRecord") ? true : null,
                        field.equals("actualReceiptAt") ? NOON : null));
    }

    @Test
    void whatAMethodNeedsIsRequired() {
        assertRefused("mailedAt", () -> Delivery.mail(null, Service.CERTIFIED, null));
        assertRefused("service", () -> Delivery.mail(NOON, null, null));
        assertRefused("method", () -> Delivery.unlisted(null, null, NOON));
        assertRefused("method", () -> Delivery.unlisted(" ", null, NOON));
    }

    @Test
    void nothingArrivesBeforeItIsSent() {
        assertRefused("confirmedAt", () -> Delivery.fax(NOON, BEFORE));
        assertRefused("receivedAt", () -> Delivery.unlisted("EMAIL", NOON, BEFORE));
        assertRefused("actualReceiptAt", () -> Delivery.mail(NOON, Service.CERTIFIED, BEFORE));

        assertThat(Delivery.fax(NOON, NOON).confirmedAt()).isEqualTo(NOON);
    }

    @Test
    void aMailingIsFirstClassPrepaidAndToTheAddressOfRecordUnlessSaidOtherwise() {
        Delivery silent = new Delivery("MAIL", null, null, null, NOON, Service.REGISTERED, null, null, null, null);

        assertThat(silent).isEqualTo(Delivery.mail(NOON, Service.REGISTERED, null));
    }

    @Test
    void aMethodHasAReadableName() {
        assertThat(Delivery.unlisted("X".repeat(40), null, NOON).method()).hasSize(40);
        assertRefused("method", () -> Delivery.unlisted("X".repeat(41), null, NOON));
        assertRefused("method", () -> Delivery.unlisted("E\nMAIL", null, NOON));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(Delivery.faults("MAIL", NOON, null, null, null, null, null, null, null, BEFORE))
                .extracting(Refusal::getMessage)
                .containsExactly(
                        "receivedAt: does not belong to delivery by MAIL (Section 11.1)",
                        "mailedAt: is required for delivery by MAIL (Section 11.1)",
                        "service: is required for delivery by MAIL (Section 11.1)");
        assertThat(Delivery.faults(null, NOON, null, null, null, null, null, null, null, null))
                .extracting(Refusal::field)
                .containsExactly("method");
    }

    @Test
    void whatIsKnownIsListedByItsFields() {
        assertThat(Delivery.fax(BEFORE, NOON).instants()).isEqualTo(Map.of("sentAt", BEFORE, "confirmedAt", NOON));
        assertThat(Delivery.mail(BEFORE, Service.CERTIFIED, NOON).instants())
                .isEqualTo(Map.of("mailedAt", BEFORE, "actualReceiptAt", NOON));
        assertThat(Delivery.courier(NOON).instants()).isEqualTo(Map.of("receivedAt", NOON));
    }

    @Test
    void aRefusalNamesTheDeliveryItIsAbout() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Delivery.mail(null, Service.CERTIFIED, null))
                .extracting(refusal -> refusal.within("deliveries[2]"))
                .satisfies(refusal -> assertThat(refusal)
                        .hasMessage("deliveries[2].mailedAt: is required for delivery by MAIL (Section 11.1)"));
    }

    private static void assertRefused(String field, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field))
                .satisfies(refusal -> assertThat(refusal.clause()).isEqualTo(Clause.S11_1_A));
    }
}
