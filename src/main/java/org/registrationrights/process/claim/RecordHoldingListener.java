package org.registrationrights.process.claim;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.indemnity.ClaimRepository.Held;
import org.registrationrights.indemnity.ClaimRepository.Holding;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores what a court has held, or that the claim is given up. */
@Component
class RecordHoldingListener extends CompletedForm {

    private final Claims claims;

    RecordHoldingListener(Claims claims) {
        this.claims = claims;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        Holding holding = input.requiredChoice(Variables.HOLDING, Holding.class);
        claims.hold(
                Variables.claimId(execution),
                new Held(
                        holding,
                        input.text("court", 200),
                        input.requiredDate("heldOn"),
                        input.requiredText(Variables.PAPER, 500),
                        input.requiredText(Variables.GROUND, 1000)));
        execution.setVariable(Variables.CLAIM_PURSUED, holding != Holding.CLOSED);
        input.remove(List.of("court", "heldOn", Variables.PAPER, Variables.GROUND));
    }
}
