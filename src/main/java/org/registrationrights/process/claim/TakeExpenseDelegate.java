package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the next expense for this run of the sub-process. */
@Component
class TakeExpenseDelegate implements JavaDelegate {

    private final ClaimExpenses expenses;
    private final Claims claims;

    TakeExpenseDelegate(ClaimExpenses expenses, Claims claims) {
        this.expenses = expenses;
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int number =
                expenses.takeNext(Variables.claimId(execution)).orElseThrow().number();
        execution.setVariableLocal(Variables.EXPENSE_NUMBER, number);
        execution.setVariableLocal(Variables.CLAIM_ANSWER_DUE_DATE, claims.answerDue());
    }
}
