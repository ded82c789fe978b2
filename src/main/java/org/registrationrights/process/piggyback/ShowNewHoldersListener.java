package org.registrationrights.process.piggyback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;
import org.registrationrights.offering.NewHolderRepository;
import org.springframework.stereotype.Component;

/** Shows counsel who became a Holder since the notice. */
@Component
class ShowNewHoldersListener implements TaskListener {

    private final NewHolderRepository newHolders;
    private final ObjectMapper json;

    ShowNewHoldersListener(NewHolderRepository newHolders, ObjectMapper json) {
        this.newHolders = newHolders;
        this.json = json;
    }

    @Override
    public void notify(DelegateTask task) {
        try {
            task.setVariableLocal(
                    "newHolders",
                    SpinValues.jsonValue(json.writeValueAsString(
                                    newHolders.undecided(task.getExecution().getProcessBusinessKey())))
                            .create());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
