package org.registrationrights.offering;

import java.time.Instant;
import org.registrationrights.agreement.Clause;

/**
 * What the Company owes for the registered shares beside the line of the offering, from the filing on. Unlike 4(e) it
 * bars nothing: it stays open until it is settled, be the statement effective or the offering closed.
 *
 * @param ground why nothing more is to be done, where the records alone do not show it; else null
 */
public record Obligation(Kind kind, State state, String ground, Instant changedAt, String changedBy) {

    public enum Kind {
        LISTING(Clause.S4_D, "listing"),
        STATES(Clause.S4_B, "states"),
        PROSPECTUSES(Clause.S4_A, "prospectuses");

        private final Clause clause;
        private final String field;

        Kind(Clause clause, String field) {
            this.clause = clause;
            this.field = field;
        }

        public Clause clause() {
            return clause;
        }

        /** The field that says whether what is reported is all. */
        public String completeField() {
            return field + "Complete";
        }

        /** The field of {@link Obligation#ground}. */
        public String groundField() {
            return field + "Ground";
        }
    }

    public enum State {
        OPEN,
        SETTLED,
        /** The offering was withdrawn first (8). */
        MOOT
    }

    private static final int LONGEST_GROUND = 1000;

    /** Null where it is absent or blank. */
    public static String ground(Kind kind, String ground) {
        return Checks.optionalText(kind.groundField(), ground, LONGEST_GROUND, kind.clause);
    }
}
