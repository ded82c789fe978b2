package org.registrationrights.process.piggyback;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.offering.ExpenseRepository;
import org.registrationrights.offering.ExpenseRepository.Bill;
import org.registrationrights.offering.ExpenseRepository.Settlement;
import org.registrationrights.offering.ExpenseStatement;
import org.registrationrights.process.FormView;
import org.registrationrights.process.StepsView;
import org.registrationrights.register.Holder;
import org.registrationrights.register.RegisterRepository;
import org.springframework.stereotype.Component;

/** Puts before counsel who bears what, bill by bill, on which basis, and how the figures came about. */
@Component
class ShowStatementsListener implements TaskListener {

    private record Line(String bearer, String name, String statement) {}

    private final ExpenseSettlement settlement;
    private final ExpenseRepository expenses;
    private final RegisterRepository register;
    private final StepsView steps;
    private final FormView view;

    ShowStatementsListener(
            ExpenseSettlement settlement,
            ExpenseRepository expenses,
            RegisterRepository register,
            StepsView steps,
            FormView view) {
        this.settlement = settlement;
        this.expenses = expenses;
        this.register = register;
        this.steps = steps;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        // the decision is what counsel says now, not what an earlier task brought along
        task.getExecution().removeVariables(List.of(Variables.EXPENSES_APPROVED, "reason"));
        String offeringId = task.getExecution().getProcessBusinessKey();
        Settlement underWay = settlement.underWay(offeringId);
        List<Bill> bills = settlement.toBeApproved(offeringId);
        Map<String, String> names = register.holders().stream().collect(Collectors.toMap(Holder::id, Holder::name));
        List<Line> statements = ExpenseStatement.of(bills, expenses.parts(offeringId)).stream()
                .map(one -> new Line(one.bearer(), names.getOrDefault(one.bearer(), ""), one.text()))
                .toList();
        task.setVariableLocal("statements", view.of(statements));
        task.setVariableLocal(
                "steps", steps.of(settlement.allocation(offeringId).explain(null)));
        task.setVariableLocal("basis", underWay.basis().name());
        task.setVariableLocal("companyShares", underWay.companyShares().toString());
        task.setVariableLocal("otherShares", underWay.otherShares().toString());
        task.setVariableLocal("enteredBy", underWay.completedBy());
    }
}
