package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Closes the event. */
@Component
@Implements(Clause.S4_C)
class CloseEventDelegate implements JavaDelegate {

    private final Suspensions suspensions;

    CloseEventDelegate(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        suspensions.close(Variables.eventId(execution));
    }
}
