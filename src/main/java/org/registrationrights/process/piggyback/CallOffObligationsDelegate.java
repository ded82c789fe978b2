package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Notes that the withdrawal has taken what is still owed for the sale. */
@Component
@Implements(Clause.S8_A)
class CallOffObligationsDelegate implements JavaDelegate {

    private final CompanyObligations obligations;

    CallOffObligationsDelegate(CompanyObligations obligations) {
        this.obligations = obligations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        obligations.callOff(Variables.offeringId(execution));
    }
}
