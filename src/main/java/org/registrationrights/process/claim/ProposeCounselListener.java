package org.registrationrights.process.claim;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores whom the indemnifying party proposes as counsel. */
@Component
class ProposeCounselListener extends CompletedForm {

    private final ClaimDefense defense;

    ProposeCounselListener(ClaimDefense defense) {
        this.defense = defense;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        defense.propose(
                Variables.claimId(execution),
                input.requiredText("counselName", 200),
                input.requiredText("proposedBy", 200));
        input.remove(List.of("counselName", "proposedBy"));
    }
}
