package org.registrationrights.process.dispute;

import java.math.BigInteger;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.dispute.Dispute;
import org.registrationrights.dispute.DisputeBill;
import org.registrationrights.dispute.DisputeCostRepository.Bill;
import org.registrationrights.dispute.DisputeCostRepository.Sheet;
import org.registrationrights.dispute.DisputeRepository;
import org.registrationrights.indemnity.CostSheet;
import org.registrationrights.process.FormView;
import org.registrationrights.process.StepsView;
import org.springframework.stereotype.Component;

/** Shows the bills that are not approved yet, who pays what of them once it is worked out, and why they were sent back. */
@Component
class ShowCostsListener implements TaskListener {

    private record Line(
            int bill, String party, String type, BigInteger cents, String reasonable, String unpaid, String enteredBy) {

        static Line of(Bill bill) {
            DisputeBill entered = bill.bill();
            CostSheet.Item item = entered.item();
            return new Line(
                    bill.line(),
                    item.party(),
                    item.type(),
                    item.cents(),
                    item.reasonableCents() == null
                            ? "all"
                            : FormView.text(item.reasonableCents()) + ": " + entered.reasonableGround(),
                    item.unpaid() ? "owed to JAMS" : "",
                    bill.enteredBy());
        }
    }

    private record Share(String party, BigInteger cents) {}

    private final DisputeRepository disputes;
    private final DisputeCosts costs;
    private final StepsView steps;
    private final FormView view;

    ShowCostsListener(DisputeRepository disputes, DisputeCosts costs, StepsView steps, FormView view) {
        this.disputes = disputes;
        this.costs = costs;
        this.steps = steps;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        // the decision is what counsel says now, not what an earlier task brought along
        task.getExecution().removeVariables(List.of(Variables.COSTS_APPROVED, "reason"));
        String disputeId = task.getExecution().getProcessBusinessKey();
        Sheet sheet = costs.underWay(disputeId);
        task.setVariableLocal("dispute", disputeId);
        task.setVariableLocal("prevails", prevails(disputes.get(disputeId)));
        task.setVariableLocal(
                "entered",
                view.of(costs.toBeApproved(disputeId).stream().map(Line::of).toList()));
        task.setVariableLocal(
                "sentBack", sheet.reason() == null ? "" : "Sent back by " + sheet.decidedBy() + ": " + sheet.reason());
        if (sheet.awardCents() != null) {
            task.setVariableLocal("enteredBy", sheet.completedBy());
            task.setVariableLocal("awardCents", FormView.text(sheet.awardCents()));
            task.setVariableLocal("unpaidCents", FormView.text(sheet.forumFeesUnpaidCents()));
            task.setVariableLocal("disallowedCents", FormView.text(sheet.disallowedCents()));
            task.setVariableLocal(
                    "splitBy",
                    sheet.splitGround() == null ? "equal parts, odd cents to the first" : sheet.splitGround());
            task.setVariableLocal(
                    "shares",
                    view.of(sheet.shares().entrySet().stream()
                            .map(share -> new Share(share.getKey(), share.getValue()))
                            .toList()));
            task.setVariableLocal("steps", steps.of(costs.award(disputeId).explain(null)));
        }
    }

    private static String prevails(Dispute dispute) {
        boolean somebody =
                dispute.finding() != null && !dispute.finding().prevailing().isEmpty();
        return somebody ? String.join(", ", dispute.finding().prevailing()) : "nobody";
    }
}
