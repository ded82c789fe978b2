package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Draws up the copies of the corrected prospectus for the next batch of Holders. */
@Component
@Implements(Clause.S4_C)
class SendCorrectedProspectusDelegate implements JavaDelegate {

    private final HolderSuspensions holders;

    SendCorrectedProspectusDelegate(HolderSuspensions holders) {
        this.holders = holders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean noneLeft = holders.sendProspectuses(Variables.eventId(execution), SuspensionStart.BATCH);
        execution.setVariable(Variables.ALL_PROSPECTUSES_SENT, noneLeft);
    }
}
