package org.registrationrights.process.claim;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores whether the indemnifying party consents. */
@Component
class DecideOnSettlementListener extends CompletedForm {

    private final Settlements settlements;

    DecideOnSettlementListener(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        settlements.answer(
                Variables.claimId(execution),
                input.requiredBoolean(Variables.SETTLEMENT_CONSENTED),
                input.requiredText(Variables.DECIDED_BY, 200),
                input.requiredText(Variables.GROUND, 1000));
        input.remove(List.of(Variables.DECIDED_BY, Variables.GROUND));
    }
}
