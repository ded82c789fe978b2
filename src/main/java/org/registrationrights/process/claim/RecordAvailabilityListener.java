package org.registrationrights.process.claim;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.registrationrights.indemnity.IndemnityAvailability.Reason;
import org.springframework.stereotype.Component;

/** Stores the answer of the table; as an object it would be no variable to look at. */
@Component
class RecordAvailabilityListener implements ExecutionListener {

    private final Claims claims;

    RecordAvailabilityListener(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void notify(DelegateExecution execution) {
        DmnDecisionResult answer = (DmnDecisionResult) execution.getVariable("decisionResult");
        String reason = answer.getSingleResult().getEntry("reason");
        boolean owed = claims.decided(Variables.claimId(execution), reason.isEmpty() ? null : Reason.valueOf(reason));
        execution.setVariable(Variables.INDEMNITY_OWED, owed);
    }
}
