package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.process.Facts;
import org.springframework.stereotype.Component;

/** Puts together what the table asks, under the names that it knows. */
@Component
class GatherAvailabilityFactsDelegate implements JavaDelegate {

    private final Claims claims;

    GatherAvailabilityFactsDelegate(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(Facts.of(claims.facts(Variables.claimId(execution))));
    }
}
