package org.registrationrights.process.suspension;

import static java.time.temporal.ChronoUnit.SECONDS;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.suspension.SuspensionEvent;
import org.springframework.stereotype.Component;

/** Puts the event before the one who judges or corrects it. */
@Component
class ShowEventListener implements TaskListener {

    private final Suspensions suspensions;
    private final Agreement agreement;

    ShowEventListener(Suspensions suspensions, Agreement agreement) {
        this.suspensions = suspensions;
        this.agreement = agreement;
    }

    @Override
    public void notify(DelegateTask task) {
        String eventId = task.getExecution().getProcessBusinessKey();
        SuspensionEvent event = suspensions.get(eventId);
        task.setVariableLocal("eventId", event.id());
        task.setVariableLocal("eventDescription", event.description());
        task.setVariableLocal(
                "eventDiscoveredAt",
                event.discoveredAt()
                        .atZone(agreement.zone())
                        .toOffsetDateTime()
                        .truncatedTo(SECONDS)
                        .toString());
        task.setVariableLocal("othersOpen", suspensions.othersOpen(eventId));
    }
}
