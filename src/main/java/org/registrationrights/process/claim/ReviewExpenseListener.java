package org.registrationrights.process.claim;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores how much of an expense is reasonable. */
@Component
class ReviewExpenseListener extends CompletedForm {

    private final ClaimExpenses expenses;
    private final Claims claims;

    ReviewExpenseListener(ClaimExpenses expenses, Claims claims) {
        this.expenses = expenses;
        this.claims = claims;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        boolean now = expenses.review(
                Variables.claimId(execution),
                Variables.expense(execution),
                input.requiredCount("allowedCents"),
                input.requiredText(Variables.GROUND, 1000));
        // each run of the sub-process has its own
        execution.setVariableLocal(Variables.REIMBURSE_NOW, now);
        execution.setVariableLocal(Variables.CLAIM_PAYMENT_DUE_DATE, claims.paymentDue());
        input.remove(List.of("allowedCents", Variables.GROUND));
    }
}
