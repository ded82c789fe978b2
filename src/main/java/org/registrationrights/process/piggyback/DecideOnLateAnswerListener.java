package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores what the Company decided on a late answer that dilutes nobody. */
@Component
class DecideOnLateAnswerListener extends CompletedForm {

    private final LateDecisions decisions;

    DecideOnLateAnswerListener(LateDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        decisions.decide(execution, input);
    }
}
