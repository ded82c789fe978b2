package org.registrationrights.indemnity;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/** Checks on input from outside; a fault is named by the path of its field. */
final class Checks {

    private static final int LONGEST_ID = 80;

    private Checks() {}

    /** @param clause why it is needed */
    static void amount(String field, BigInteger cents, Clause clause) {
        if (Refusal.required(field, cents, clause).signum() < 0) {
            throw Refusal.invalid(field, cents + " is negative", clause);
        }
    }

    static void id(String field, String id) {
        if (id == null || id.isBlank()) {
            throw Refusal.invalid(field, "is required");
        }
        if (id.length() > LONGEST_ID) {
            throw Refusal.invalid(field, "has more than " + LONGEST_ID + " characters");
        }
    }

    /** Copies a list of ids, none of which may be there twice. */
    static List<String> ids(String list, List<String> ids) {
        Set<String> used = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            String field = list + "[" + i + "]";
            id(field, ids.get(i));
            unused(field, ids.get(i), used);
        }
        return List.copyOf(ids);
    }

    static void unused(String field, String id, Set<String> used) {
        if (!used.add(id)) {
            throw Refusal.invalid(field, "'" + id + "' is there twice");
        }
    }
}
