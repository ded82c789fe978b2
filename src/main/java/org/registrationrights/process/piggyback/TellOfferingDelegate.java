package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.request.RequestProcess;
import org.springframework.stereotype.Component;

/** Tells the offering and the requests of its Holders of the withdrawal, after the decision is stored. */
@Component
@Implements(Clause.S8_A)
class TellOfferingDelegate implements JavaDelegate {

    private final Waiting waiting;
    private final RequestProcess requests;

    TellOfferingDelegate(Waiting waiting, RequestProcess requests) {
        this.waiting = waiting;
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = (String) execution.getVariable(Variables.OFFERING_ID);
        waiting.tellOffering(offeringId, Messages.REGISTRATION_WITHDRAWN);
        requests.tellWithdrawal(offeringId);
    }
}
