package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.ClaimExpense;
import org.registrationrights.indemnity.ClaimExpenseRepository;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Shows the expense of this run of the sub-process. */
@Component
class ShowExpenseListener implements TaskListener {

    private final ClaimHead head;
    private final ClaimExpenseRepository expenses;

    ShowExpenseListener(ClaimHead head, ClaimExpenseRepository expenses) {
        this.head = head;
        this.expenses = expenses;
    }

    @Override
    public void notify(DelegateTask task) {
        Claim claim = head.show(task);
        ClaimExpense expense = expenses.get(claim.id(), Variables.expense(task.getExecution()));
        task.setVariableLocal("number", expense.number());
        task.setVariableLocal("amountText", FormView.text(expense.cents()));
        task.setVariableLocal("kindText", expense.kind().title());
        task.setVariableLocal("payee", expense.payee());
        task.setVariableLocal("purpose", expense.purpose());
        task.setVariableLocal("incurredOn", expense.incurredOn().toString());
        task.setVariableLocal("allowedText", FormView.text(expense.allowedCents()));
        task.setVariableLocal("promiseText", promise(claim));
    }

    private static String promise(Claim claim) {
        if (!claim.paidAsIncurred()) {
            return "No payment as incurred is promised to this claimant: what is allowed is paid with the claim";
        }
        return claim.reimbursesNow()
                ? "What is allowed is paid as incurred"
                : "Indemnity is not owed so far: what is allowed is kept for the payment of the claim";
    }
}
