package org.registrationrights.process.piggyback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.process.StepsView;
import org.springframework.stereotype.Component;

/** Puts the figures of every Holder before counsel, as the form's own view. */
@Component
class ShowAllocationListener implements TaskListener {

    private final AllocationRepository allocations;
    private final Rounds rounds;
    private final StepsView view;
    private final ObjectMapper json;

    ShowAllocationListener(AllocationRepository allocations, Rounds rounds, StepsView view, ObjectMapper json) {
        this.allocations = allocations;
        this.rounds = rounds;
        this.view = view;
        this.json = json;
    }

    @Override
    public void notify(DelegateTask task) {
        // approval is what counsel says now, not what an earlier task brought along
        task.getExecution().removeVariable(Variables.ALLOCATION_APPROVED);
        Round round = allocations.latest(task.getExecution().getProcessBusinessKey());
        try {
            task.setVariableLocal(
                    "allocations",
                    SpinValues.jsonValue(json.writeValueAsString(allocations.lines(round)))
                            .create());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        task.setVariableLocal("steps", view.of(rounds.cutback(round).explain(null)));
        task.setVariableLocal("rule", round.rule().name());
        task.setVariableLocal("totalAllocated", round.totalAllocated().toString());
        task.setVariableLocal("decidedBy", round.decidedBy());
    }
}
