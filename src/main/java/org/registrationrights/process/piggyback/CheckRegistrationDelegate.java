package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.Offering.Registration;
import org.registrationrights.offering.OfferingRepository;
import org.springframework.stereotype.Component;

/** Whether transfer agent, registrar and CUSIP number are there, whether the statement is effective already, and whether it may be. */
@Component
@Implements(Clause.S4_E)
class CheckRegistrationDelegate implements JavaDelegate {

    private final OfferingRepository offerings;

    CheckRegistrationDelegate(OfferingRepository offerings) {
        this.offerings = offerings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        // what is stored from now on finds this instance waiting
        Registration registration =
                offerings.lock(Variables.offeringId(execution)).registration();
        execution.setVariable(Variables.APPOINTMENTS_COMPLETE, registration.appointmentsComplete());
        execution.setVariable(Variables.STATEMENT_EFFECTIVE, registration.effectiveAt() != null);
        execution.setVariable(Variables.NOT_SUSPENDED, registration.suspendedAt() == null);
    }
}
