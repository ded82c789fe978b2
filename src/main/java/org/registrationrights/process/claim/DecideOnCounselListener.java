package org.registrationrights.process.claim;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores whether the indemnified party accepts the counsel. */
@Component
class DecideOnCounselListener extends CompletedForm {

    private final ClaimDefense defense;

    DecideOnCounselListener(ClaimDefense defense) {
        this.defense = defense;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        defense.answer(
                Variables.claimId(execution),
                input.requiredBoolean(Variables.COUNSEL_APPROVED),
                input.requiredText(Variables.DECIDED_BY, 200),
                input.requiredText(Variables.GROUND, 1000));
        input.remove(List.of(Variables.DECIDED_BY, Variables.GROUND));
    }
}
