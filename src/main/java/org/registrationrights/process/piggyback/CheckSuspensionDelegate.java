package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Whether the Company holds the registration. */
@Component
@Implements(Clause.S8_A)
class CheckSuspensionDelegate implements JavaDelegate {

    private final RegistrationDecisions decisions;

    CheckSuspensionDelegate(RegistrationDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.NOT_SUSPENDED, decisions.goesOn(Variables.offeringId(execution)));
    }
}
