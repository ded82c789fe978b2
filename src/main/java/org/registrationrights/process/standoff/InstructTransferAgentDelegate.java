package org.registrationrights.process.standoff;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Instructs the transfer agent to stop transfers of Registrable Shares. */
@Component
@Implements(Clause.S7_D)
class InstructTransferAgentDelegate implements JavaDelegate {

    private final Standoffs standoffs;

    InstructTransferAgentDelegate(Standoffs standoffs) {
        this.standoffs = standoffs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        standoffs.instructStop(Variables.standoffId(execution));
    }
}
