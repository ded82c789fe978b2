package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.process.StepsView;
import org.registrationrights.suspension.HolderSuspension.Key;
import org.springframework.stereotype.Component;

/** Shows with the form how the Holder's stop stands, over all events. */
@Component
class ShowStopListener implements TaskListener {

    private final HolderSuspensions holders;
    private final StepsView view;

    ShowStopListener(HolderSuspensions holders, StepsView view) {
        this.holders = holders;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        Key key = Key.of(task.getExecution().getProcessBusinessKey());
        task.setVariableLocal("eventId", key.eventId());
        task.setVariableLocal("steps", view.of(holders.explain(key)));
    }
}
