package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Allocates the bills, to the cent. */
@Component
@Implements({Clause.S5_A, Clause.S5_B})
class AllocateExpensesDelegate implements JavaDelegate {

    private final ExpenseSettlement settlement;

    AllocateExpensesDelegate(ExpenseSettlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        settlement.allocate(Variables.offeringId(execution));
    }
}
