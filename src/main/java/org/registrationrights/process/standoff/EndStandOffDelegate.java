package org.registrationrights.process.standoff;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Ends the stand-off on the day after its last. */
@Component
@Implements({Clause.S7_A, Clause.S7_D})
class EndStandOffDelegate implements JavaDelegate {

    private final Standoffs standoffs;

    EndStandOffDelegate(Standoffs standoffs) {
        this.standoffs = standoffs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.STOP_TO_BE_LIFTED, standoffs.end(Variables.standoffId(execution)));
    }
}
