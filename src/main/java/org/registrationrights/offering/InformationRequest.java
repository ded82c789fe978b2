package org.registrationrights.offering;

import java.time.Instant;
import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * The Company's request that an included Holder furnish its information (2.4), and how it stands.
 *
 * @param dueOn the last day that the Company, not the agreement, gives it
 */
@Implements(Clause.S2_4_A)
public record InformationRequest(String holderId, State state, Instant requestedAt, LocalDate dueOn) {

    public enum State {
        /** Nothing has come yet. */
        REQUESTED,
        FURNISHED,
        /** Counsel goes on with what the Company knows. */
        EXCUSED,
        /** Counsel goes on without the Holder. */
        HELD_OUT
    }

    static InformationRequest of(String holderId, Instant requestedAt, LocalDate dueOn) {
        return new InformationRequest(holderId, State.REQUESTED, requestedAt, dueOn);
    }

    /** Whether the offering still waits for it. */
    public boolean missing() {
        return state == State.REQUESTED;
    }

    public boolean overdue(LocalDate today) {
        return missing() && dueOn.isBefore(today);
    }

    /** Information that comes ends the request, and whatever was decided for want of it. */
    public InformationRequest furnished() {
        return new InformationRequest(holderId, State.FURNISHED, requestedAt, dueOn);
    }

    /**
     * The request after counsel's decision; one to go on without may be exchanged for the other.
     *
     * @throws Refusal where the information is there or its time is not over, and for a wait that does not lead on
     */
    public InformationRequest decided(InformationDecision decision, LocalDate today) {
        if (state == State.FURNISHED) {
            throw Refusal.conflict("holderId", holderId + " has furnished its information", Clause.S2_4_A);
        }
        if (missing() && !overdue(today)) {
            throw Refusal.conflict("holderId", holderId + " has time until " + dueOn, Clause.S2_4_A);
        }
        return switch (decision.decision()) {
            case WAIT -> waitingUntil(decision.waitUntil(), today);
            case EXCUSE -> new InformationRequest(holderId, State.EXCUSED, requestedAt, dueOn);
            case HOLD_OUT -> new InformationRequest(holderId, State.HELD_OUT, requestedAt, dueOn);
        };
    }

    private InformationRequest waitingUntil(LocalDate until, LocalDate today) {
        if (!missing()) {
            throw Refusal.conflict("decision", "nobody waits for " + holderId + ": it is " + state, Clause.S2_4_A);
        }
        if (!until.isAfter(today)) {
            throw Refusal.invalid("waitUntil", until + " is not after today, " + today, Clause.S2_4_A);
        }
        return new InformationRequest(holderId, state, requestedAt, until);
    }
}
