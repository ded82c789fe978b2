package org.registrationrights.process.suspension;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.registrationrights.suspension.ReturnedCopies;
import org.springframework.stereotype.Component;

/** Stores what came back, or that counsel gives up the rest. */
@Component
class RecordReturnedProspectusesListener extends CompletedForm {

    private final OldProspectuses prospectuses;
    private final SuspensionStart start;

    RecordReturnedProspectusesListener(OldProspectuses prospectuses, SuspensionStart start) {
        this.prospectuses = prospectuses;
        this.start = start;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        String eventId = Variables.eventId(execution);
        boolean givenUp = input.ticked("restGivenUp");
        List<ReturnedCopies> returned = input.listOrNone("returns", ReturnedCopies.class, "restGivenUp");
        if (!returned.isEmpty()) {
            prospectuses.record(eventId, returned);
            start.tellCosts(eventId);
        }
        if (givenUp) {
            prospectuses.giveUpRest(eventId, input.requiredText("ground", 1000));
        }
        input.remove(List.of("returns", "restGivenUp", "ground"));
    }
}
