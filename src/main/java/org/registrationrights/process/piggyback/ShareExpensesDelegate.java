package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Shares the costs of the registration, to the cent. */
@Component
@Implements({Clause.S5_A, Clause.S5_B})
class ShareExpensesDelegate implements JavaDelegate {

    private final ExpenseSharing expenses;

    ShareExpensesDelegate(ExpenseSharing expenses) {
        this.expenses = expenses;
    }

    @Override
    public void execute(DelegateExecution execution) {
        expenses.share(Variables.offeringId(execution));
    }
}
