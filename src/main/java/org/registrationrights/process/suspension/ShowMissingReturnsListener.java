package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Tells the form who has not returned its old prospectuses. */
@Component
class ShowMissingReturnsListener implements TaskListener {

    private static final int MOST = 20;

    private final OldProspectuses prospectuses;

    ShowMissingReturnsListener(OldProspectuses prospectuses) {
        this.prospectuses = prospectuses;
    }

    @Override
    public void notify(DelegateTask task) {
        var missing = prospectuses.missing(task.getExecution().getProcessBusinessKey());
        String first = String.join(", ", missing.subList(0, Math.min(MOST, missing.size())));
        task.setVariableLocal(
                "missingReturns", missing.size() > MOST ? first + " and " + (missing.size() - MOST) + " more" : first);
    }
}
