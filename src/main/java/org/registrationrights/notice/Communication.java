package org.registrationrights.notice;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.registrationrights.agreement.Refusal;

/**
 * A notice to a Holder or an answer from one, as the evidence shows it.
 *
 * @param place in the order of recording; what replaces another takes its place
 * @param answer null in a notice
 * @param receiptId the sender's own id of it; null where a person filled in a form
 */
public record Communication(
        long id,
        long place,
        ElectionKey election,
        DeemedReceipt.Direction direction,
        Delivery delivery,
        Answer answer,
        String receiptId,
        Instant recordedAt,
        String recordedBy) {

    private static final Pattern NAME = Pattern.compile("C-([1-9][0-9]{0,17})");

    /** What people and other programs call it. */
    public String name() {
        return name(id);
    }

    public static String name(long id) {
        return "C-" + id;
    }

    /** @throws Refusal for what is no such name */
    public static long id(String field, String name) {
        Matcher known = NAME.matcher(name);
        if (!known.matches()) {
            throw Refusal.invalid(field, "'" + name + "' is not of the form C-17");
        }
        return Long.parseLong(known.group(1));
    }
}
