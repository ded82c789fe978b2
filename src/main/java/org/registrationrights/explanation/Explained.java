package org.registrationrights.explanation;

import java.util.List;

/** A result that can say how it came about. */
public interface Explained {

    /**
     * The steps, each resting on those before it.
     *
     * @param subject the Holder, or whoever else has a figure of its own, whose figures are asked for; null for the
     *     steps that concern all
     * @throws org.registrationrights.agreement.Refusal (unknown) for a subject without a figure of its own
     */
    List<Step> explain(String subject);
}
