package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Has the allocation done again, after the decision that overtakes it is stored. */
@Component
@Implements(Clause.S2_3_C)
class TellFilingPreparationDelegate implements JavaDelegate {

    private final StandingAllocation allocation;

    TellFilingPreparationDelegate(StandingAllocation allocation) {
        this.allocation = allocation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        allocation.tell((String) execution.getVariable(Variables.OFFERING_ID));
    }
}
