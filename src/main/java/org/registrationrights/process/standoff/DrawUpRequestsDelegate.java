package org.registrationrights.process.standoff;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Draws up the requests to the next batch of Holders. */
@Component
@Implements(Clause.S7_A)
class DrawUpRequestsDelegate implements JavaDelegate {

    private final Standoffs standoffs;

    DrawUpRequestsDelegate(Standoffs standoffs) {
        this.standoffs = standoffs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean noneLeft = standoffs.drawUpRequests(Variables.standoffId(execution), StandoffStart.BATCH);
        execution.setVariable(Variables.ALL_REQUESTS_DRAWN_UP, noneLeft);
    }
}
