package org.registrationrights.process.dispute;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Works out who pays what. */
@Component
@Implements({Clause.S11_5_B, Clause.S11_6_A})
class AllocateCostsDelegate implements JavaDelegate {

    private final DisputeCosts costs;

    AllocateCostsDelegate(DisputeCosts costs) {
        this.costs = costs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        costs.allocate(Variables.disputeId(execution));
    }
}
