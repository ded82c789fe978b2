package org.registrationrights.process.standoff;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores since when the transfer agent stops transfers no longer. */
@Component
class ConfirmLiftListener extends CompletedForm {

    private final Standoffs standoffs;

    ConfirmLiftListener(Standoffs standoffs) {
        this.standoffs = standoffs;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        standoffs.stopLifted(
                Variables.standoffId(execution),
                input.requiredDate("liftedOn"),
                input.requiredText(Variables.EVIDENCE, 500));
        input.remove(List.of("liftedOn", Variables.EVIDENCE));
    }
}
