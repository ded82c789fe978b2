package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.suspension.SuspensionEvent;
import org.springframework.stereotype.Component;

/** Puts the event before the one who judges or corrects it. */
@Component
class ShowEventListener implements TaskListener {

    private final Suspensions suspensions;

    ShowEventListener(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public void notify(DelegateTask task) {
        String eventId = task.getExecution().getProcessBusinessKey();
        SuspensionEvent event = suspensions.get(eventId);
        task.setVariableLocal("eventId", event.id());
        task.setVariableLocal("eventDescription", event.description());
        task.setVariableLocal("eventDiscoveredAt", event.discoveredAt().toString());
        task.setVariableLocal("othersOpen", suspensions.othersOpen(eventId));
    }
}
