package org.registrationrights.process.claim;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.indemnity.Claim.Outcome;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the judgment or the dismissal. */
@Component
class RecordOutcomeOfActionListener extends CompletedForm {

    private final ClaimDefense defense;

    RecordOutcomeOfActionListener(ClaimDefense defense) {
        this.defense = defense;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        defense.end(
                Variables.claimId(execution),
                input.requiredChoice("outcome", Outcome.Kind.class),
                input.count("judgmentCents"),
                input.requiredDate("endedOn"),
                input.requiredText(Variables.PAPER, 500));
        input.remove(List.of("outcome", "judgmentCents", "endedOn", Variables.PAPER));
    }
}
