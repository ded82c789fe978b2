package org.registrationrights.process.dispute;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.dispute.ArbitrationFiling;
import org.registrationrights.dispute.DisputeOutcome;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores that the demand is on file, or that it never will be. */
@Component
class FileDemandListener extends CompletedForm {

    private enum Result {
        FILED,
        SETTLED,
        WITHDRAWN
    }

    private final Disputes disputes;

    FileDemandListener(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        String disputeId = Variables.disputeId(execution);
        Result result = input.requiredChoice("result", Result.class);
        if (result == Result.FILED) {
            disputes.file(
                    disputeId,
                    new ArbitrationFiling(
                            input.text("jamsNumber"),
                            input.date("filedOn"),
                            input.text("seat"),
                            input.text("procedure")));
        } else {
            disputes.end(
                    disputeId,
                    new DisputeOutcome(
                            DisputeOutcome.Kind.valueOf(result.name()),
                            input.date("endedOn"),
                            null,
                            input.text("terms"),
                            input.text("paper"),
                            null));
        }
        input.remove(List.of("result", "jamsNumber", "filedOn", "seat", "procedure", "endedOn", "terms", "paper"));
    }
}
