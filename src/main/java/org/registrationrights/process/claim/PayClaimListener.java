package org.registrationrights.process.claim;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.indemnity.ClaimRepository.Payment;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the payment of what is due. */
@Component
class PayClaimListener extends CompletedForm {

    private final Claims claims;

    PayClaimListener(Claims claims) {
        this.claims = claims;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        claims.pay(
                Variables.claimId(execution),
                new Payment(
                        input.requiredCount(Variables.PAID_CENTS),
                        input.requiredDate(Variables.PAID_ON),
                        input.requiredText(Variables.PAPER, 500)));
        input.remove(List.of(Variables.PAID_CENTS, Variables.PAID_ON, Variables.PAPER));
    }
}
