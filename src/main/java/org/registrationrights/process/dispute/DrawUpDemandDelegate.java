package org.registrationrights.process.dispute;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Draws up the Company's demand to each Holder against whom it is made. */
@Component
@Implements(Clause.S11_5_A)
class DrawUpDemandDelegate implements JavaDelegate {

    private final DisputeCorrespondence letters;

    DrawUpDemandDelegate(DisputeCorrespondence letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.demand(Variables.disputeId(execution));
    }
}
