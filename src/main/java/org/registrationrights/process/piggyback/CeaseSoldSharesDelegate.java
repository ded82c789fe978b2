package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Takes what was sold out of the Registrable Shares. */
@Component
@Implements(Clause.S1_7_W)
class CeaseSoldSharesDelegate implements JavaDelegate {

    private final OfferingFacts facts;

    CeaseSoldSharesDelegate(OfferingFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        facts.ceaseSoldShares(Variables.offeringId(execution));
    }
}
