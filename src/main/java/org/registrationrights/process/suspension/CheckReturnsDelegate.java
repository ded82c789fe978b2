package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Whether all old prospectuses are back, or the rest is given up. */
@Component
@Implements(Clause.S2_6_C)
class CheckReturnsDelegate implements JavaDelegate {

    private final OldProspectuses prospectuses;

    CheckReturnsDelegate(OldProspectuses prospectuses) {
        this.prospectuses = prospectuses;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.ALL_PROSPECTUSES_RETURNED, prospectuses.settled(Variables.eventId(execution)));
    }
}
