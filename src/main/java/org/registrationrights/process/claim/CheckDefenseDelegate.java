package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.ClaimRepository;
import org.springframework.stereotype.Component;

/** Looks how far the defense has come. */
@Component
class CheckDefenseDelegate implements JavaDelegate {

    private final ClaimRepository claims;
    private final ClaimDefense defense;
    private final Claims dates;

    CheckDefenseDelegate(ClaimRepository claims, ClaimDefense defense, Claims dates) {
        this.claims = claims;
        this.defense = defense;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Claim claim = claims.lock(Variables.claimId(execution));
        execution.setVariable(Variables.ACTION_OVER, claim.outcome() != null);
        execution.setVariable(Variables.COUNSEL_APPROVED, defense.isCounselApproved(claim.id()));
        execution.setVariable(Variables.SEPARATE_COUNSEL_POSSIBLE, claim.mayHaveSeparateCounsel());
        execution.setVariable(Variables.SETTLEMENT_MADE, false);
        execution.setVariable(Variables.CLAIM_ANSWER_DUE_DATE, dates.answerDue());
    }
}
