package org.registrationrights.notice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        if (method == null || method.isBlank()) {
            throw Refusal.invalid("method", "is required", Clause.S11_1_A);
        }
        if (method.length() > LONGEST_METHOD || method.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(
                    "method", "is not a text of at most " + LONGEST_METHOD + " characters", Clause.S11_1_A);
        }
        Way way = Way.of(method);
        boolean mail = way == Way.MAIL;
        belongs(way == Way.PERSONAL || way == Way.UNLISTED, "receivedAt", receivedAt, method);
        belongs(way == Way.FAX || way == Way.UNLISTED, "sentAt", sentAt, method);
        belongs(way == Way.FAX, "confirmedAt", confirmedAt, method);
        belongs(mail, "mailedAt", mailedAt, method);
        belongs(mail, "service", service, method);
        belongs(mail, "firstClass", firstClass, method);
        belongs(mail, "prepaid", prepaid, method);
        belongs(mail, "addressOfRecord", addressOfRecord, method);
        belongs(mail, "actualReceiptAt", actualReceiptAt, method);
        if (mail) {
            required("mailedAt", mailedAt);
            required("service", service);
            firstClass = firstClass == null || firstClass;
            prepaid = prepaid == null || prepaid;
            addressOfRecord = addressOfRecord == null || addressOfRecord;
        }
        notBefore("sentAt", sentAt, "confirmedAt", confirmedAt);
        notBefore("sentAt", sentAt, "receivedAt", receivedAt);
        notBefore("mailedAt", mailedAt, "actualReceiptAt", actualReceiptAt);
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

    /** What tells one dispatch by fax or mail from another; nothing else is told apart by when it went out. */
    public Optional<Object> dispatch() {
        return switch (way()) {
            case MAIL -> Optional.of(List.of(Way.MAIL, mailedAt, service));
            case FAX -> Optional.ofNullable(sentAt).map(at -> List.of(Way.FAX, at));
            default -> Optional.empty();
        };
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

    private static void belongs(boolean known, String field, Object value, String method) {
        if (value != null && !known) {
            throw Refusal.invalid(field, "does not belong to delivery by " + method, Clause.S11_1_A);
        }
    }

    private static void required(String field, Object value) {
        if (value == null) {
            throw Refusal.invalid(field, "is required for delivery by MAIL", Clause.S11_1_A);
        }
    }

    private static void notBefore(String earlier, Instant dispatch, String field, Instant arrival) {
        if (dispatch != null && arrival != null && arrival.isBefore(dispatch)) {
            throw Refusal.invalid(field, "lies before " + earlier, Clause.S11_1_A);
        }
    }
}
