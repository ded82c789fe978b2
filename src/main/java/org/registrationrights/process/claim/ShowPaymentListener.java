package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.ClaimExpenseRepository;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Shows what is due, and of what it is the sum. */
@Component
class ShowPaymentListener implements TaskListener {

    private final ClaimHead head;
    private final Claims claims;
    private final ClaimExpenseRepository expenses;

    ShowPaymentListener(ClaimHead head, Claims claims, ClaimExpenseRepository expenses) {
        this.head = head;
        this.claims = claims;
        this.expenses = expenses;
    }

    @Override
    public void notify(DelegateTask task) {
        Claim claim = head.show(task);
        task.setVariableLocal("amountText", FormView.text(claims.dueCents(claim)));
        task.setVariableLocal(
                "sumText",
                FormView.text(claim.outcome().cents()) + " as the action ended, "
                        + FormView.text(expenses.owedCents(claim.id())) + " of expenses, less "
                        + FormView.text(claim.finding().prejudiceCents()) + " for a late notice");
    }
}
