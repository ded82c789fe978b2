package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.process.StepsView;
import org.springframework.stereotype.Component;

/** Shows with the form how the last day of the Holder's window came about. */
@Component
class ShowWindowListener implements TaskListener {

    private final Elections elections;
    private final StepsView view;

    ShowWindowListener(Elections elections, StepsView view) {
        this.elections = elections;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        ElectionKey key = ElectionKey.of(task.getExecution().getProcessBusinessKey());
        task.setVariableLocal("steps", view.of(elections.explainWindow(key)));
    }
}
