package org.registrationrights.process.dispute;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Whether all bills are entered. */
@Component
@Implements(Clause.S11_6_A)
class CheckCostsDelegate implements JavaDelegate {

    private final DisputeCosts costs;

    CheckCostsDelegate(DisputeCosts costs) {
        this.costs = costs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.COSTS_COMPLETE, costs.isComplete(Variables.disputeId(execution)));
    }
}
