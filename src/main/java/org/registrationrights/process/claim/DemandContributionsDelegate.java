package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Draws up the demands to the Holders that contribute. */
@Component
class DemandContributionsDelegate implements JavaDelegate {

    private final Contributions contributions;

    DemandContributionsDelegate(Contributions contributions) {
        this.contributions = contributions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contributions.demand(Variables.claimId(execution));
    }
}
