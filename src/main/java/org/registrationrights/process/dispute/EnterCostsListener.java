package org.registrationrights.process.dispute;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.registrationrights.process.dispute.DisputeCosts.BillLine;
import org.registrationrights.process.dispute.DisputeCosts.SplitLine;
import org.springframework.stereotype.Component;

/** Stores bills of the dispute, and how the award splits them where it does. */
@Component
class EnterCostsListener extends CompletedForm {

    private final DisputeCosts costs;

    EnterCostsListener(DisputeCosts costs) {
        this.costs = costs;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        List<SplitLine> split = input.ticked("splitByAward") ? input.list("split", SplitLine.class) : List.of();
        costs.enter(
                Variables.disputeId(execution),
                input.listOrNone("bills", BillLine.class, "noBills"),
                input.ticked("moreToCome"),
                split,
                input.text("splitGround", 1000));
        input.remove(List.of("bills", "noBills", "moreToCome", "splitByAward", "split", "splitGround"));
    }
}
