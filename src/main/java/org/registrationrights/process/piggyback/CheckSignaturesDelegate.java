package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Whether every Holder that must sign has signed. */
@Component
@Implements(Clause.S2_2_A)
class CheckSignaturesDelegate implements JavaDelegate {

    private final Signatures signatures;

    CheckSignaturesDelegate(Signatures signatures) {
        this.signatures = signatures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.ALL_HOLDERS_SIGNED, signatures.complete(Variables.offeringId(execution)));
    }
}
