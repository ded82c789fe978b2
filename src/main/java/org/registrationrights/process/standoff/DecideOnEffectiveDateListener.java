package org.registrationrights.process.standoff;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.registrationrights.standoff.Standoff;
import org.springframework.stereotype.Component;

/** Stores from which effective date counsel counts, or that no day is left. */
@Component
class DecideOnEffectiveDateListener extends CompletedForm {

    private final Standoffs standoffs;

    DecideOnEffectiveDateListener(Standoffs standoffs) {
        this.standoffs = standoffs;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        Standoff standoff = standoffs.decideEffectiveDate(
                Variables.standoffId(execution),
                input.requiredBoolean("dayIsLeft") ? input.requiredDate("countedFrom") : null,
                input.requiredText("ground", 1000));
        standoffs.show(execution::setVariable, standoff);
        input.remove(List.of("dayIsLeft", "countedFrom", "ground"));
    }
}
