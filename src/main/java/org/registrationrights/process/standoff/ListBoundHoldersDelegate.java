package org.registrationrights.process.standoff;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Lists every Holder, selling or not. */
@Component
@Implements(Clause.S7_A)
class ListBoundHoldersDelegate implements JavaDelegate {

    private final Standoffs standoffs;

    ListBoundHoldersDelegate(Standoffs standoffs) {
        this.standoffs = standoffs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        standoffs.listHolders(Variables.standoffId(execution));
    }
}
