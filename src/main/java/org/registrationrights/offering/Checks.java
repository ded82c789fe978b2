package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.Set;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/** Checks on input from outside; a fault is named by the path of its field. */
final class Checks {

    private static final int LONGEST_ID = 80;

    private Checks() {}

    static void notNegative(BigInteger value, String field) {
        if (value == null) {
            throw Refusal.invalid(field, "is required");
        }
        if (value.signum() < 0) {
            throw Refusal.invalid(field, value + " is negative");
        }
    }

    /** As above for an element's field; the path is spelled out for a fault only, since a list may be long. */
    static void notNegative(BigInteger value, String list, int index, String field) {
        if (value == null || value.signum() < 0) {
            notNegative(value, list + "[" + index + "]." + field);
        }
    }

    /** A text that people read, on one line; null is none. */
    static void readable(int longest, String field, String text) {
        if (text != null && text.length() > longest) {
            throw Refusal.invalid(field, "has more than " + longest + " characters");
        }
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(field, "holds a control character");
        }
    }

    /** @throws Refusal for a text that is missing, blank, too long or unreadable */
    static String text(String field, String text, int longest, Clause clause) {
        String stripped = optionalText(field, text, longest, clause);
        if (stripped == null) {
            throw Refusal.invalid(field, "is required", clause);
        }
        return stripped;
    }

    /** As above; null where it is absent or blank. */
    static String optionalText(String field, String text, int longest, Clause clause) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > longest) {
            throw Refusal.invalid(field, "has more than " + longest + " characters", clause);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(field, "holds a control character", clause);
        }
        return text.strip();
    }

    /** @throws Refusal for a value that is missing with what asks for it, or there without */
    static void onlyWith(boolean asked, String field, Object value, Enum<?> choice, Clause clause) {
        if (asked && value == null) {
            throw Refusal.invalid(field, "is required with " + choice, clause);
        }
        if (!asked && value != null) {
            throw Refusal.invalid(field, "must be absent with " + choice, clause);
        }
    }

    static void unusedId(String id, Set<String> used, String list, int index) {
        if (id == null || id.isBlank()) {
            throw Refusal.invalid(list + "[" + index + "].id", "is required");
        }
        if (id.length() > LONGEST_ID) {
            throw Refusal.invalid(list + "[" + index + "].id", "has more than " + LONGEST_ID + " characters");
        }
        if (!used.add(id)) {
            throw Refusal.invalid(list + "[" + index + "].id", "'" + id + "' is there twice");
        }
    }
}
