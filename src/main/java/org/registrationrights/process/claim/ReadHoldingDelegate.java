package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.indemnity.ClaimRepository.Holding;
import org.springframework.stereotype.Component;

/** Looks at what was held on the indemnity. */
@Component
class ReadHoldingDelegate implements JavaDelegate {

    private final Claims claims;

    ReadHoldingDelegate(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Holding holding = claims.holding(Variables.claimId(execution));
        execution.setVariable(Variables.HOLDING, holding == null ? null : holding.name());
        execution.setVariable(Variables.INDEMNITY_OWED, holding == Holding.AVAILABLE);
    }
}
