package org.registrationrights.process.claim;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores what became of the proposal. */
@Component
class RecordSettlementListener extends CompletedForm {

    private final Settlements settlements;

    RecordSettlementListener(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        boolean made = settlements.end(
                Variables.claimId(execution),
                input.requiredBoolean(Variables.SETTLEMENT_MADE),
                input.bool(Variables.MADE_BY_INDEMNITOR),
                input.requiredDate("settledOn"),
                input.requiredText(Variables.PAPER, 500));
        execution.setVariable(Variables.SETTLEMENT_MADE, made);
        input.remove(List.of(Variables.MADE_BY_INDEMNITOR, "settledOn", Variables.PAPER));
    }
}
