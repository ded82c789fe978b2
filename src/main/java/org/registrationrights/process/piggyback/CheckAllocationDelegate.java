package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Whether nobody was left out, or taken back in, since the allocation was approved. */
@Component
@Implements(Clause.S2_3_C)
class CheckAllocationDelegate implements JavaDelegate {

    private final StandingAllocation allocation;

    CheckAllocationDelegate(StandingAllocation allocation) {
        this.allocation = allocation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.ALLOCATION_STANDS, allocation.stands(Variables.offeringId(execution)));
    }
}
