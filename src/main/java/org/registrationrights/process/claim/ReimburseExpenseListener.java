package org.registrationrights.process.claim;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the reimbursement of an expense. */
@Component
class ReimburseExpenseListener extends CompletedForm {

    private final ClaimExpenses expenses;

    ReimburseExpenseListener(ClaimExpenses expenses) {
        this.expenses = expenses;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        expenses.reimburse(
                Variables.claimId(execution),
                Variables.expense(execution),
                input.requiredCount(Variables.PAID_CENTS),
                input.requiredDate(Variables.PAID_ON),
                input.requiredText(Variables.PAPER, 500));
        input.remove(List.of(Variables.PAID_CENTS, Variables.PAID_ON, Variables.PAPER));
    }
}
