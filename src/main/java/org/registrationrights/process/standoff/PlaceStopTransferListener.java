package org.registrationrights.process.standoff;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores since when the transfer agent stops transfers. */
@Component
class PlaceStopTransferListener extends CompletedForm {

    private final Standoffs standoffs;

    PlaceStopTransferListener(Standoffs standoffs) {
        this.standoffs = standoffs;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        standoffs.stopPlaced(
                Variables.standoffId(execution),
                input.requiredDate("placedOn"),
                input.requiredText(Variables.EVIDENCE, 500));
        input.remove(List.of("placedOn", Variables.EVIDENCE));
    }
}
