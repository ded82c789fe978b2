package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Shows who defends the action, or is proposed to. */
@Component
class ShowDefenseListener implements TaskListener {

    private final ClaimHead head;

    ShowDefenseListener(ClaimHead head) {
        this.head = head;
    }

    @Override
    public void notify(DelegateTask task) {
        head.showCounsel(task, head.show(task));
    }
}
