package org.registrationrights.suspension;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * A paper about a misleading prospectus that reached one Holder (2.6, 4(c)). What does not belong to its type is null.
 *
 * @param event of a notice: the event that it tells of
 * @param corrects of an amended prospectus: every event that it corrects, whether or not this Holder was told of it
 * @param at when the Holder received the paper
 */
public record ReceivedPaper(Type type, String event, List<String> corrects, Instant at) {

    private static final int LONGEST_ID = 80;

    /** What a paper is. */
    public enum Type {
        NOTICE_RECEIVED,
        AMENDED_PROSPECTUS_RECEIVED
    }

    /** @throws Refusal for a field that the type misses or does not know, and for an event corrected twice */
    public ReceivedPaper {
        Refusal.required("type", type, Clause.S2_6_A);
        if (type == Type.NOTICE_RECEIVED) {
            requireId("event", event);
            absent("corrects", corrects, type);
        } else {
            absent("event", event, type);
            Refusal.required("corrects", corrects, Clause.S2_6_B);
            Set<String> known = new HashSet<>();
            for (int i = 0; i < corrects.size(); i++) {
                String path = "corrects[" + i + "]";
                requireId(path, corrects.get(i));
                if (!known.add(corrects.get(i))) {
                    throw Refusal.invalid(path, "'" + corrects.get(i) + "' is there twice");
                }
            }
            corrects = List.copyOf(corrects);
        }
        Refusal.required("at", at, Clause.S2_6_A);
    }

    public static ReceivedPaper notice(String event, Instant at) {
        return new ReceivedPaper(Type.NOTICE_RECEIVED, event, null, at);
    }

    public static ReceivedPaper amendedProspectus(List<String> corrects, Instant at) {
        return new ReceivedPaper(Type.AMENDED_PROSPECTUS_RECEIVED, null, corrects, at);
    }

    private static void requireId(String field, String id) {
        if (id == null || id.isBlank()) {
            throw Refusal.invalid(field, "is required", Clause.S2_6_A);
        }
        if (id.length() > LONGEST_ID) {
            throw Refusal.invalid(field, "has more than " + LONGEST_ID + " characters");
        }
    }

    private static void absent(String field, Object value, Type type) {
        if (value != null) {
            throw Refusal.invalid(field, "does not belong to " + type);
        }
    }
}
