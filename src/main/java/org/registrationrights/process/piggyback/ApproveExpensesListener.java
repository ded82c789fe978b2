package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores counsel's decision on the allocation of the bills. */
@Component
class ApproveExpensesListener extends CompletedForm {

    private final ExpenseSettlement settlement;

    ApproveExpensesListener(ExpenseSettlement settlement) {
        this.settlement = settlement;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        settlement.decide(
                Variables.offeringId(execution),
                input.requiredBoolean(Variables.EXPENSES_APPROVED),
                input.text("reason"));
        input.remove(List.of("reason"));
    }
}
