package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Computes what each contributor owes. */
@Component
class ComputeContributionDelegate implements JavaDelegate {

    private final Contributions contributions;
    private final Claims claims;

    ComputeContributionDelegate(Contributions contributions, Claims claims) {
        this.contributions = contributions;
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String claimId = Variables.claimId(execution);
        boolean computed = contributions.compute(claimId);
        execution.setVariable(Variables.CONTRIBUTION_COMPUTED, computed);
        execution.setVariable(Variables.CONTRIBUTION_DUE, computed && contributions.isDue(claimId));
        execution.setVariable(Variables.CLAIM_PAYMENT_DUE_DATE, claims.paymentDue());
    }
}
