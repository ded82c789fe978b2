package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.offering.NewHolderRepository;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Shows counsel who became a Holder since the notice. */
@Component
class ShowNewHoldersListener implements TaskListener {

    private final NewHolderRepository newHolders;
    private final FormView view;

    ShowNewHoldersListener(NewHolderRepository newHolders, FormView view) {
        this.newHolders = newHolders;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setVariableLocal(
                "newHolders", view.of(newHolders.undecided(task.getExecution().getProcessBusinessKey())));
    }
}
