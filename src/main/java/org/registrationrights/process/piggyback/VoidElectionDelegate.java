package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Marks one Holder's election void. */
@Component
@Implements(Clause.S8_A)
class VoidElectionDelegate implements JavaDelegate {

    private final Elections elections;

    VoidElectionDelegate(Elections elections) {
        this.elections = elections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        elections.voidElection(Variables.election(execution));
    }
}
