package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.springframework.stereotype.Component;

/** Whether any Holder takes part, and whether what was said about the market stands although the Holders have changed. */
@Component
@Implements({Clause.S2_1_E, Clause.S2_3_A})
class CheckRequestsDelegate implements JavaDelegate {

    private final RequestingHolders requesting;
    private final AllocationRepository allocations;
    private final OfferingRepository offerings;

    CheckRequestsDelegate(
            RequestingHolders requesting, AllocationRepository allocations, OfferingRepository offerings) {
        this.requesting = requesting;
        this.allocations = allocations;
        this.offerings = offerings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = Variables.offeringId(execution);
        boolean anybody = !requesting.elections(offeringId).isEmpty();
        offerings.enter(offeringId, anybody ? Phase.ALLOCATION : Phase.REGISTRATION);
        execution.setVariable(Variables.HOLDERS_ELECTED, anybody);
        execution.setVariable(
                Variables.LIMITATION_STANDS,
                allocations.find(offeringId).map(Round::awaitsHolders).orElse(false));
    }
}
