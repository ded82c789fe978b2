package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Whether all bills are entered. */
@Component
@Implements(Clause.S5_A)
class CheckExpensesDelegate implements JavaDelegate {

    private final ExpenseSettlement settlement;

    CheckExpensesDelegate(ExpenseSettlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.EXPENSES_COMPLETE, settlement.isComplete(Variables.offeringId(execution)));
    }
}
