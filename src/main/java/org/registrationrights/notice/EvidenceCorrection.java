package org.registrationrights.notice;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * Stored evidence is never changed. One person proposes what supersedes it, or that it be struck, and another decides;
 * both entries stay, and once approved only the superseding one counts (2.1, 11.1).
 *
 * @param communicationId what is corrected
 * @param replacementId what takes its place; null where it is struck
 * @param receiptId the sender's own id of the proposal; null where a person filled in a form
 * @param ground of the decision; null, as who decided and when, until there is one
 */
public record EvidenceCorrection(
        long id,
        ElectionKey election,
        long communicationId,
        Long replacementId,
        String reason,
        String receiptId,
        Instant proposedAt,
        String proposedBy,
        String processInstanceId,
        State state,
        String ground,
        String decidedBy,
        Instant decidedAt) {

    private static final Pattern NAME = Pattern.compile("X-([1-9][0-9]{0,17})");

    public enum Kind {
        REPLACE,
        STRIKE
    }

    public enum State {
        PROPOSED,
        APPROVED,
        REFUSED,
        /** The offering was withdrawn before anybody decided. */
        MOOT
    }

    public Kind kind() {
        return replacementId == null ? Kind.STRIKE : Kind.REPLACE;
    }

    /** What people and other programs call it. */
    public String name() {
        return "X-" + id;
    }

    /** @throws Refusal for what is no such name */
    public static long id(String field, String name) {
        Matcher known = NAME.matcher(name);
        if (!known.matches()) {
            throw Refusal.invalid(field, "'" + name + "' is not of the form X-3");
        }
        return Long.parseLong(known.group(1));
    }

    /** The business key of the instance that has it decided. */
    public String businessKey() {
        return election.businessKey() + ":" + name();
    }

    /**
     * @param mayDecide whether the user is of counsel or the corporate secretary's office
     * @throws Refusal for anybody else, for whoever proposed it, and once it is decided
     */
    @Implements(Clause.S11_1_A)
    public void checkDecision(String user, boolean mayDecide) {
        if (state != State.PROPOSED) {
            throw Refusal.conflict("decision", name() + " is decided: " + state, Clause.S11_1_A);
        }
        if (!mayDecide) {
            throw Refusal.conflict(
                    "decision", "counsel or the corporate secretary decides on a correction", Clause.S11_1_A);
        }
        if (user.equals(proposedBy)) {
            throw Refusal.conflict(
                    "decision",
                    "the correction was proposed by " + proposedBy + " and needs another person's decision",
                    Clause.S11_1_A);
        }
    }
}
