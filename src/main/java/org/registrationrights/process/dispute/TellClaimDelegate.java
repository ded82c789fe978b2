package org.registrationrights.process.dispute;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Passes on to the claim what its arbitration has found. */
@Component
@Implements({Clause.S11_5_A, Clause.S3_3_A})
class TellClaimDelegate implements JavaDelegate {

    private final Disputes disputes;

    TellClaimDelegate(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        disputes.tellClaim(Variables.disputeId(execution));
    }
}
