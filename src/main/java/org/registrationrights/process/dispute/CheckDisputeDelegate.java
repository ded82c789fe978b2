package org.registrationrights.process.dispute;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** What the dispute waits for, by what is stored. */
@Component
@Implements(Clause.S11_5_A)
class CheckDisputeDelegate implements JavaDelegate {

    private final Disputes disputes;

    CheckDisputeDelegate(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                Variables.DISPUTE_AWAITS,
                disputes.awaits(Variables.disputeId(execution)).name());
    }
}
