package org.registrationrights.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * The evidence of one attempt to deliver a communication (11.1). What is not known, or does not belong to the way of
 * delivery, is null.
 *
 * @param method {@code PERSONAL}, {@code COURIER}, {@code FAX}, {@code MAIL}, or any other way by its own name
 * @param receivedAt by hand, by courier or in a way 11.1 does not name: when it arrived
 * @param sentAt by fax or in a way 11.1 does not name: when it went out
 * @param confirmedAt by fax: when its receipt was confirmed
 * @param mailedAt by mail, which needs it
 * @param service by mail, which needs it
 * @param firstClass by mail; true unless said otherwise, as {@code prepaid} and {@code addressOfRecord} are
 * @param actualReceiptAt by mail: when it is proven to have arrived
 */
public record Delivery(
        String method,
        Instant receivedAt,
        Instant sentAt,
        Instant confirmedAt,
        Instant mailedAt,
        Service service,
        Boolean firstClass,
        Boolean prepaid,
        Boolean addressOfRecord,
        Instant actualReceiptAt) {

    private static final int LONGEST_METHOD = 40;

    /** The postal service that was asked for. */
    public enum Service {
        REGISTERED,
        CERTIFIED,
        ORDINARY
    }

    /** What 11.1 makes of a method; a courier who takes a receipt delivers personally. */
    public enum Way {
        PERSONAL,
        FAX,
        MAIL,
        UNLISTED;

        private static Way of(String method) {
            return switch (method) {
                case "PERSONAL", "COURIER" -> PERSONAL;
                case "FAX" -> FAX;
                case "MAIL" -> MAIL;
                default -> UNLISTED;
            };
        }
    }

    /** @throws Refusal for a field that the method does not know or misses, and for an arrival before the dispatch */
    public Delivery {
        List<Refusal> faults = faults(
                method,
                receivedAt,
                sentAt,
                confirmedAt,
                mailedAt,
                service,
                firstClass,
                prepaid,
                addressOfRecord,
                actualReceiptAt);
        if (!faults.isEmpty()) {
            throw faults.get(0);
        }
        if (Way.of(method) == Way.MAIL) {
            firstClass = firstClass == null || firstClass;
            prepaid = prepaid == null || prepaid;
            addressOfRecord = addressOfRecord == null || addressOfRecord;
        }
    }

    /** All that keeps these from being evidence of one delivery, for a sender that is told everything at once. */
    static List<Refusal> faults(
            String method,
            Instant receivedAt,
            Instant sentAt,
            Instant confirmedAt,
            Instant mailedAt,
            Service service,
            Boolean firstClass,
            Boolean prepaid,
            Boolean addressOfRecord,
            Instant actualReceiptAt) {
        if (method == null || method.isBlank()) {
            return List.of(Refusal.invalid("method", "is required", Clause.S11_1_A));
        }
        if (method.length() > LONGEST_METHOD || method.chars().anyMatch(Character::isISOControl)) {
            return List.of(Refusal.invalid(
                    "method", "is not a text of at most " + LONGEST_METHOD + " characters", Clause.S11_1_A));
        }
        Way way = Way.of(method);
        boolean mail = way == Way.MAIL;
        return Stream.of(
                        belongs(way == Way.PERSONAL || way == Way.UNLISTED, "receivedAt", receivedAt, method),
                        belongs(way == Way.FAX || way == Way.UNLISTED, "sentAt", sentAt, method),
                        belongs(way == Way.FAX, "confirmedAt", confirmedAt, method),
                        belongs(mail, "mailedAt", mailedAt, method),
                        belongs(mail, "service", service, method),
                        belongs(mail, "firstClass", firstClass, method),
                        belongs(mail, "prepaid", prepaid, method),
                        belongs(mail, "addressOfRecord", addressOfRecord, method),
                        belongs(mail, "actualReceiptAt", actualReceiptAt, method),
                        required(mail, "mailedAt", mailedAt),
                        required(mail, "service", service),
                        notBefore("sentAt", sentAt, "confirmedAt", confirmedAt),
                        notBefore("sentAt", sentAt, "receivedAt", receivedAt),
                        notBefore("mailedAt", mailedAt, "actualReceiptAt", actualReceiptAt))
                .flatMap(Optional::stream)
                .toList();
    }

    public static Delivery personal(Instant receivedAt) {
        return new Delivery("PERSONAL", receivedAt, null, null, null, null, null, null, null, null);
    }

    public static Delivery courier(Instant receivedAt) {
        return new Delivery("COURIER", receivedAt, null, null, null, null, null, null, null, null);
    }

    public static Delivery fax(Instant sentAt, Instant confirmedAt) {
        return new Delivery("FAX", null, sentAt, confirmedAt, null, null, null, null, null, null);
    }

    /** First class, prepaid, to the address of record. */
    public static Delivery mail(Instant mailedAt, Service service, Instant actualReceiptAt) {
        return new Delivery("MAIL", null, null, null, mailedAt, service, true, true, true, actualReceiptAt);
    }

    /** In a way that 11.1 does not name, such as {@code EMAIL}. */
    public static Delivery unlisted(String method, Instant sentAt, Instant receivedAt) {
        return new Delivery(method, receivedAt, sentAt, null, null, null, null, null, null, null);
    }

    public Way way() {
        return Way.of(method);
    }

    /**
     * What tells one dispatch by fax or mail from another; nothing else is told apart by when it went out. Of a mailing
     * the day decides (11.1), and whoever enters its return card need not know the hour.
     */
    Optional<Object> dispatch(ZoneId zone) {
        return switch (way()) {
            case MAIL -> Optional.of(List.of(Way.MAIL, LocalDate.ofInstant(mailedAt, zone), service));
            case FAX -> Optional.ofNullable(sentAt).map(at -> List.of(Way.FAX, at));
            default -> Optional.empty();
        };
    }

    /**
     * Both as evidence of one dispatch. Silence of one takes back nothing that the other shows, and of two arrivals the
     * later counts: a Holder's time is not shortened by one person's entry.
     */
    Delivery together(Delivery other) {
        return new Delivery(
                method,
                receivedAt,
                sentAt,
                later(confirmedAt, other.confirmedAt),
                mailedAt == null || mailedAt.isBefore(other.mailedAt) ? mailedAt : other.mailedAt,
                service,
                both(firstClass, other.firstClass),
                both(prepaid, other.prepaid),
                both(addressOfRecord, other.addressOfRecord),
                later(actualReceiptAt, other.actualReceiptAt));
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private static Boolean both(Boolean one, Boolean other) {
        return one == null ? null : one && other;
    }

    /** What is known to have happened when, by the names of the fields. */
    public Map<String, Instant> instants() {
        Map<String, Instant> known = new LinkedHashMap<>();
        known.put("receivedAt", receivedAt);
        known.put("sentAt", sentAt);
        known.put("confirmedAt", confirmedAt);
        known.put("mailedAt", mailedAt);
        known.put("actualReceiptAt", actualReceiptAt);
        known.values().removeIf(Objects::isNull);
        return known;
    }

    /** Whether a mailing has every quality that 11.1(iii) asks for. */
    boolean isMailedAsAgreed() {
        return service != Service.ORDINARY && firstClass && prepaid && addressOfRecord;
    }

    private static Optional<Refusal> belongs(boolean known, String field, Object value, String method) {
        return fault(value != null && !known, field, "does not belong to delivery by " + method);
    }

    private static Optional<Refusal> required(boolean mail, String field, Object value) {
        return fault(mail && value == null, field, "is required for delivery by MAIL");
    }

    private static Optional<Refusal> notBefore(String earlier, Instant dispatch, String field, Instant arrival) {
        return fault(
                dispatch != null && arrival != null && arrival.isBefore(dispatch), field, "lies before " + earlier);
    }

    private static Optional<Refusal> fault(boolean found, String field, String sentence) {
        return found ? Optional.of(Refusal.invalid(field, sentence, Clause.S11_1_A)) : Optional.empty();
    }
}
