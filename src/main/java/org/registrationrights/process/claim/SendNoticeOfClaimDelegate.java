package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.indemnity.ClaimRepository;
import org.springframework.stereotype.Component;

/** Draws up the notice that an action has begun. */
@Component
class SendNoticeOfClaimDelegate implements JavaDelegate {

    private final ClaimRepository claims;
    private final ClaimCorrespondence letters;

    SendNoticeOfClaimDelegate(ClaimRepository claims, ClaimCorrespondence letters) {
        this.claims = claims;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.notice(claims.get(Variables.claimId(execution)));
    }
}
