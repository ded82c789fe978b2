package org.registrationrights.notice;

import java.math.BigInteger;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * What a Holder asks for in answer to a notice (2.1).
 *
 * @param shares as many as were asked for, be it more than are held; with {@code PART} only
 * @param declaredFinal whether the Holder declared in writing that it will not change the answer
 */
@Implements(Clause.S2_1_C)
public record Answer(Kind kind, BigInteger shares, boolean declaredFinal) {

    /** None, part or all of the Holder's Registrable Shares. */
    public enum Kind {
        NONE,
        PART,
        ALL
    }

    /** @throws Refusal where shares are missing, negative, zero, or given with another kind than {@code PART} */
    public Answer {
        if (kind == null) {
            throw Refusal.invalid("answer", "is required: NONE, PART or ALL", Clause.S2_1_C);
        }
        if (kind != Kind.PART && shares != null) {
            throw Refusal.invalid("shares", "belong to the answer PART only", Clause.S2_1_C);
        }
        if (kind == Kind.PART && (shares == null || shares.signum() <= 0)) {
            throw Refusal.invalid("shares", "must be a whole number above zero with the answer PART", Clause.S2_1_C);
        }
    }

    /** The shares that the answer asks for from someone who holds {@code held}. */
    public BigInteger requestedOf(BigInteger held) {
        return switch (kind) {
            case NONE -> BigInteger.ZERO;
            case PART -> shares;
            case ALL -> held;
        };
    }

    /** Whether it takes nothing from anybody if it counts in the place of the other, whatever is held. */
    public boolean asksForNoMoreThan(Answer other) {
        return switch (kind) {
            case NONE -> true;
            case PART -> other.kind == Kind.ALL || (other.kind == Kind.PART && shares.compareTo(other.shares) <= 0);
            case ALL -> other.kind == Kind.ALL;
        };
    }

    /** Whether the offering need not wait for a change: all is asked for, or the answer is declared final. */
    public boolean settles(BigInteger held) {
        return declaredFinal || requestedOf(held).compareTo(held) >= 0;
    }
}
