package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Asks included Holders for their information. */
@Component
@Implements(Clause.S2_4_A)
class RequestInformationDelegate implements JavaDelegate {

    private final InformationOfHolders information;

    RequestInformationDelegate(InformationOfHolders information) {
        this.information = information;
    }

    @Override
    public void execute(DelegateExecution execution) {
        information.request(Variables.offeringId(execution));
    }
}
