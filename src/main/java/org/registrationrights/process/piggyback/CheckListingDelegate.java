package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.Obligation.Kind;
import org.springframework.stereotype.Component;

/** Whether nothing more is to be done for the listing of the shares. */
@Component
@Implements(Clause.S4_D)
class CheckListingDelegate implements JavaDelegate {

    private final CompanyObligations obligations;

    CheckListingDelegate(CompanyObligations obligations) {
        this.obligations = obligations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                Variables.LISTING_SETTLED, obligations.isSettled(Variables.offeringId(execution), Kind.LISTING));
    }
}
