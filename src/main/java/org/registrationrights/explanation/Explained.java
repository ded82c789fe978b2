package org.registrationrights.explanation;

import java.util.List;
import org.registrationrights.agreement.Refusal;

/** A result that can say how it came about. */
public interface Explained {

    /**
     * The steps, each resting on those before it.
     *
     * @param subject the Holder, or whoever else has a figure of its own, whose figures are asked for; null for the
     *     steps that concern all
     * @throws Refusal (unknown) for a subject without a figure of its own
     */
    List<Step> explain(String subject);

    /** What to throw for a subject without a figure of its own. */
    static Refusal stranger(String subject) {
        return Refusal.unknown("for", "'" + subject + "' has no figure of its own here");
    }
}
