package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores what counsel decided on a communication that nobody else may decide on. */
@Component
class DecideAsCounselListener extends CompletedForm {

    private final LateDecisions decisions;

    DecideAsCounselListener(LateDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        decisions.decide(execution, input);
    }
}
