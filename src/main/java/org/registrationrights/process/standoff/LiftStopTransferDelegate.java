package org.registrationrights.process.standoff;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Instructs the transfer agent to stop transfers no longer. */
@Component
@Implements(Clause.S7_D)
class LiftStopTransferDelegate implements JavaDelegate {

    private final Standoffs standoffs;

    LiftStopTransferDelegate(Standoffs standoffs) {
        this.standoffs = standoffs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        standoffs.instructLift(Variables.standoffId(execution));
    }
}
