package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Lists whom the notice goes to. */
@Component
@Implements(Clause.S4_C)
class ListCoveredHoldersDelegate implements JavaDelegate {

    private final Suspensions suspensions;

    ListCoveredHoldersDelegate(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        suspensions.listCovered(Variables.eventId(execution));
    }
}
