package org.registrationrights.process.suspension;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.registrationrights.process.Messages;
import org.springframework.stereotype.Component;

/** Stores when the SEC declared the amendment effective. */
@Component
class RecordEffectivenessOfAmendmentListener extends CompletedForm {

    private final Suspensions suspensions;
    private final SuspensionStart start;

    RecordEffectivenessOfAmendmentListener(Suspensions suspensions, SuspensionStart start) {
        this.suspensions = suspensions;
        this.start = start;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        String eventId = Variables.eventId(execution);
        suspensions.effective(eventId, input.requiredInstant("effectiveAt"));
        start.tellOthers(eventId, Messages.AMENDMENT_EFFECTIVE);
        input.remove(List.of("effectiveAt"));
    }
}
