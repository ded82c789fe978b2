package org.registrationrights.process.claim;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores whether the refusal is unreasonable. */
@Component
class JudgeRefusalListener extends CompletedForm {

    private final Settlements settlements;

    JudgeRefusalListener(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        settlements.judge(
                Variables.claimId(execution),
                input.requiredBoolean("refusalUnreasonable"),
                input.requiredText(Variables.GROUND, 1000));
        input.remove(List.of("refusalUnreasonable", Variables.GROUND));
    }
}
