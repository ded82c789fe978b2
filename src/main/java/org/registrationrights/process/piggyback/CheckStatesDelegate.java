package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.Obligation.Kind;
import org.springframework.stereotype.Component;

/** Whether nothing more is to be done for the qualification of the shares in states. */
@Component
@Implements(Clause.S4_B)
class CheckStatesDelegate implements JavaDelegate {

    private final CompanyObligations obligations;

    CheckStatesDelegate(CompanyObligations obligations) {
        this.obligations = obligations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                Variables.STATES_SETTLED, obligations.isSettled(Variables.offeringId(execution), Kind.STATES));
    }
}
