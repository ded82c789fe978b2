package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.Obligation.Kind;
import org.springframework.stereotype.Component;

/** Whether every selling Holder has its prospectuses. */
@Component
@Implements(Clause.S4_A)
class CheckProspectusesDelegate implements JavaDelegate {

    private final CompanyObligations obligations;

    CheckProspectusesDelegate(CompanyObligations obligations) {
        this.obligations = obligations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                Variables.PROSPECTUSES_SETTLED,
                obligations.isSettled(Variables.offeringId(execution), Kind.PROSPECTUSES));
    }
}
