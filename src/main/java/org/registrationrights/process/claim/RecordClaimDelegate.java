package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Checks the start data and stores the claim. */
@Component
class RecordClaimDelegate implements JavaDelegate {

    private final Claims claims;

    RecordClaimDelegate(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Input input = new Input(execution);
        Claim claim = claims.record(execution.getProcessBusinessKey(), ClaimEntry.of(input));
        input.remove(ClaimEntry.FIELDS);
        execution.setProcessBusinessKey(claim.id());
        execution.setVariable(Variables.CLAIM_ANSWER_DUE_DATE, claims.answerDue());
    }
}
