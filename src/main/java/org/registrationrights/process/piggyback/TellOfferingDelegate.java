package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Tells the offering what the Company decided about its registration, after the decision is stored. */
@Component
@Implements(Clause.S8_A)
class TellOfferingDelegate implements JavaDelegate {

    private final RegistrationDecisions decisions;

    TellOfferingDelegate(RegistrationDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions.tell((String) execution.getVariable(Variables.OFFERING_ID));
    }
}
