package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Starts the next batch of suspensions, each as an instance of its own: a stop that runs for one Holder alone. */
@Component
@Implements(Clause.S4_C)
class StartHolderSuspensionsDelegate implements JavaDelegate {

    private final SuspensionStart starting;

    StartHolderSuspensionsDelegate(SuspensionStart starting) {
        this.starting = starting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean noneLeft = starting.startNext(Variables.eventId(execution));
        execution.setVariable(Variables.ALL_SUSPENSIONS_STARTED, noneLeft);
    }
}
