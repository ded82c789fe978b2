package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.springframework.stereotype.Component;

/** Tells the offering of its withdrawal, after the decision is stored. */
@Component
@Implements(Clause.S8_A)
class TellOfferingDelegate implements JavaDelegate {

    private final Waiting waiting;

    TellOfferingDelegate(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = (String) execution.getVariable(Variables.OFFERING_ID);
        waiting.tellOffering(offeringId, Messages.REGISTRATION_WITHDRAWN);
    }
}
