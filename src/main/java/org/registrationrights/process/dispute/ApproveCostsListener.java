package org.registrationrights.process.dispute;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores counsel's decision on who pays what. */
@Component
class ApproveCostsListener extends CompletedForm {

    private final DisputeCosts costs;

    ApproveCostsListener(DisputeCosts costs) {
        this.costs = costs;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        costs.decide(
                Variables.disputeId(execution),
                input.requiredBoolean(Variables.COSTS_APPROVED),
                input.text("reason", 1000));
        input.remove(List.of("reason"));
    }
}
