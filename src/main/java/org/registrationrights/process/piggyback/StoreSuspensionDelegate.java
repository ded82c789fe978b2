package org.registrationrights.process.piggyback;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the Company's decision to suspend or to resume a registration. */
@Component
@Implements(Clause.S8_A)
class StoreSuspensionDelegate implements JavaDelegate {

    private enum Decision {
        SUSPEND,
        RESUME
    }

    private final RegistrationDecisions decisions;

    StoreSuspensionDelegate(RegistrationDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Input input = new Input(execution);
        String offeringId = input.requiredText(Variables.OFFERING_ID, 40);
        Instant decidedAt = input.requiredInstant("decidedAt");
        switch (input.requiredChoice("decision", Decision.class)) {
            case SUSPEND -> decisions.suspended(offeringId, decidedAt);
            case RESUME -> decisions.resumed(offeringId, decidedAt);
        }
    }
}
