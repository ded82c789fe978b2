package org.registrationrights.process.standoff;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores whether the Company stops transfers. */
@Component
class DecideOnStopTransferListener extends CompletedForm {

    private final Standoffs standoffs;

    DecideOnStopTransferListener(Standoffs standoffs) {
        this.standoffs = standoffs;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        boolean imposed = input.requiredBoolean(Variables.STOP_IMPOSED);
        standoffs.decideOnStopTransfer(Variables.standoffId(execution), imposed, input.text("ground", 1000));
        execution.setVariable(Variables.STOP_IMPOSED, imposed);
        input.remove(List.of("ground"));
    }
}
