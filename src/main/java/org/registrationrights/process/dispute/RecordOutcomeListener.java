package org.registrationrights.process.dispute;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.dispute.AwardFinding;
import org.registrationrights.dispute.DisputeOutcome;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the award, or that the dispute ended without one. */
@Component
class RecordOutcomeListener extends CompletedForm {

    private final Disputes disputes;

    RecordOutcomeListener(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        disputes.end(
                Variables.disputeId(execution),
                new DisputeOutcome(
                        input.requiredChoice("outcome", DisputeOutcome.Kind.class),
                        input.date("endedOn"),
                        input.text("arbitrator"),
                        input.text("terms"),
                        input.text("paper"),
                        input.choice(Variables.AWARD_FINDING, AwardFinding.class)));
        input.remove(List.of("outcome", "endedOn", "arbitrator", "terms", "paper", Variables.AWARD_FINDING));
    }
}
