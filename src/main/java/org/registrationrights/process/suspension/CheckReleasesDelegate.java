package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Whether every covered Holder is free again. */
@Component
@Implements(Clause.S2_6_B)
class CheckReleasesDelegate implements JavaDelegate {

    private final Suspensions suspensions;

    CheckReleasesDelegate(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.ALL_HOLDERS_RELEASED, suspensions.allReleased(Variables.eventId(execution)));
    }
}
