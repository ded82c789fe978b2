package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether a settlement is proposed that nobody has decided on. */
@Component
class LookForSettlementDelegate implements JavaDelegate {

    private final Settlements settlements;

    LookForSettlementDelegate(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean pending = settlements.isPending(Variables.claimId(execution));
        execution.setVariable(Variables.SETTLEMENT_PENDING, pending);
    }
}
