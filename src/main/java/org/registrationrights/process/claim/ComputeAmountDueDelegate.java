package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Adds up what is owed now that the action is over, and demands it of a Holder. */
@Component
class ComputeAmountDueDelegate implements JavaDelegate {

    private final Claims claims;

    ComputeAmountDueDelegate(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean due = claims.computeDue(Variables.claimId(execution));
        execution.setVariable(Variables.AMOUNT_IS_DUE, due);
        execution.setVariable(Variables.CLAIM_PAYMENT_DUE_DATE, claims.paymentDue());
    }
}
