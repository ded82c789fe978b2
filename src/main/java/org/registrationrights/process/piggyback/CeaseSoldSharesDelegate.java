package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Takes what was sold in the closings so far out of the Registrable Shares, and says whether the final one is among them. */
@Component
@Implements(Clause.S1_7_W)
class CeaseSoldSharesDelegate implements JavaDelegate {

    private final Closings closings;

    CeaseSoldSharesDelegate(Closings closings) {
        this.closings = closings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.FINAL_CLOSING_MADE, closings.ceaseSoldShares(Variables.offeringId(execution)));
    }
}
