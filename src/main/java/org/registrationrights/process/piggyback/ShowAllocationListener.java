package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.AllocationSheet;
import org.registrationrights.offering.Cutback;
import org.registrationrights.process.FormView;
import org.registrationrights.process.StepsView;
import org.springframework.stereotype.Component;

/** Puts the figures of every Holder before counsel, as the form's own view. */
@Component
class ShowAllocationListener implements TaskListener {

    private final AllocationRepository allocations;
    private final Rounds rounds;
    private final StepsView steps;
    private final FormView view;

    ShowAllocationListener(AllocationRepository allocations, Rounds rounds, StepsView steps, FormView view) {
        this.allocations = allocations;
        this.rounds = rounds;
        this.steps = steps;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        // approval is what counsel says now, not what an earlier task brought along
        task.getExecution().removeVariables(ApproveAllocationListener.FIELDS);
        Round round = allocations.latest(task.getExecution().getProcessBusinessKey());
        Cutback cutback = rounds.cutback(round);
        AllocationSheet sheet = AllocationSheet.of(cutback);
        task.setVariableLocal("allocations", view.of(sheet.holders()));
        task.setVariableLocal("steps", steps.of(cutback.explain(null)));
        task.setVariableLocal("rule", round.rule().name());
        task.setVariableLocal("totalAllocated", FormView.text(sheet.totalAllocated()));
        task.setVariableLocal("decidedBy", round.decidedBy());
        task.setVariableLocal("restSentence", sentence(sheet));
    }

    /** What a person should know before it leaves shares over, or deals them out. */
    private static String sentence(AllocationSheet sheet) {
        if (sheet.unallocated() == null) {
            return "No limitation is imposed.";
        }
        return FormView.text(sheet.unallocated())
                + " of the available shares stay unallocated; the product is what the Company owes, and more is allowed. With "
                + FormView.text(sheet.fullInclusionAt())
                + " available every request would go in; with one share less all Holders together would get "
                + FormView.text(sheet.totalBelowFullInclusion()) + ".";
    }
}
