package org.registrationrights.process.claim;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores whether common counsel would be in conflict. */
@Component
class AssessConflictListener extends CompletedForm {

    private final ClaimDefense defense;

    AssessConflictListener(ClaimDefense defense) {
        this.defense = defense;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        defense.assess(
                Variables.claimId(execution),
                input.requiredBoolean("conflictFound"),
                input.text("separateCounsel", 200),
                input.requiredText(Variables.GROUND, 1000));
        input.remove(List.of("conflictFound", "separateCounsel", Variables.GROUND));
    }
}
