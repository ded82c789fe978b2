package org.registrationrights.process.dispute;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Checks the start data and begins the sheet. Whoever starts it names the dispute, or gives it as business key. */
@Component
@Implements(Clause.S11_6_A)
class OpenCostSheetDelegate implements JavaDelegate {

    private final DisputeStart start;
    private final DisputeCosts costs;

    OpenCostSheetDelegate(DisputeStart start, DisputeCosts costs) {
        this.start = start;
        this.costs = costs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String disputeId = execution.getProcessBusinessKey() == null
                ? new Input(execution).requiredText(Variables.DISPUTE_ID, 40)
                : execution.getProcessBusinessKey();
        start.checkStart(disputeId, execution);
        costs.open(disputeId);
        execution.setProcessBusinessKey(disputeId);
        execution.setVariable(Variables.COSTS_DUE_DATE, Date.from(costs.dueAt()));
    }
}
