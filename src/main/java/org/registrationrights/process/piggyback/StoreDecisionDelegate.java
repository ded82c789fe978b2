package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the Company's decision to withdraw an offering. */
@Component
@Implements(Clause.S8_A)
class StoreDecisionDelegate implements JavaDelegate {

    private final RegistrationDecisions decisions;

    StoreDecisionDelegate(RegistrationDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Input input = new Input(execution);
        String offeringId = input.requiredText(Variables.OFFERING_ID, 40);
        decisions.withdrawn(offeringId, input.requiredInstant("withdrawnAt"));
    }
}
