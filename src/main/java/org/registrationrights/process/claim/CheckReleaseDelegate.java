package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.indemnity.SettlementOffer;
import org.springframework.stereotype.Component;

/** Takes the proposal and looks whether everybody is released by it. */
@Component
class CheckReleaseDelegate implements JavaDelegate {

    private final Settlements settlements;
    private final Claims claims;

    CheckReleaseDelegate(Settlements settlements, Claims claims) {
        this.settlements = settlements;
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SettlementOffer offer = settlements.pending(Variables.claimId(execution));
        execution.setVariable(Variables.UNCONDITIONAL_RELEASE, offer.unconditionalRelease());
        execution.setVariable(Variables.CLAIM_ANSWER_DUE_DATE, claims.answerDue());
    }
}
