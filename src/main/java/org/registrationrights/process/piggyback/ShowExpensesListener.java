package org.registrationrights.process.piggyback;

import java.math.BigInteger;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.offering.ExpenseRepository.Bill;
import org.registrationrights.offering.ExpenseRepository.Settlement;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Shows the bills that are entered and not approved, and why they were sent back if they were. */
@Component
class ShowExpensesListener implements TaskListener {

    private record Line(int bill, String what, BigInteger cents, String holders, String enteredBy) {

        static Line of(Bill bill) {
            List<String> holders = bill.item().holders();
            return new Line(
                    bill.line(),
                    bill.item().type().title(),
                    bill.item().cents(),
                    holders == null ? "" : String.join(", ", holders),
                    bill.enteredBy());
        }
    }

    private final ExpenseSettlement settlement;
    private final FormView view;

    ShowExpensesListener(ExpenseSettlement settlement, FormView view) {
        this.settlement = settlement;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        String offeringId = task.getExecution().getProcessBusinessKey();
        Settlement underWay = settlement.underWay(offeringId);
        task.setVariableLocal(
                "entered",
                view.of(settlement.toBeApproved(offeringId).stream()
                        .map(Line::of)
                        .toList()));
        task.setVariableLocal(
                "sentBack",
                underWay.reason() == null ? "" : "Sent back by " + underWay.decidedBy() + ": " + underWay.reason());
    }
}
