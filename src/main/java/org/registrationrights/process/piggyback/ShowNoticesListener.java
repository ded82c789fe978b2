package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.offering.RegistrationDecisionRepository.Decision;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Tells the form what is to be told, and to whom. */
@Component
class ShowNoticesListener implements TaskListener {

    private final HolderNotices notices;
    private final FormView view;

    ShowNoticesListener(HolderNotices notices, FormView view) {
        this.notices = notices;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        Decision decision = notices.decision(task.getExecution());
        task.setVariableLocal("decision", decision.kind().name());
        task.setVariableLocal("notices", view.of(notices.of(decision)));
    }
}
