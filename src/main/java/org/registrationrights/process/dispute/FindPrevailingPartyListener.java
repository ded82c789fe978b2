package org.registrationrights.process.dispute;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores who was found to prevail, or that nobody was, with the ground. */
@Component
class FindPrevailingPartyListener extends CompletedForm {

    private record Line(String party) {}

    private final Disputes disputes;

    FindPrevailingPartyListener(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        List<String> prevailing = input.listOrNone("prevailing", Line.class, "nobodyPrevails").stream()
                .map(Line::party)
                .toList();
        disputes.find(Variables.disputeId(execution), prevailing, input.requiredText("ground", 1000));
        input.remove(List.of("prevailing", "nobodyPrevails", "ground"));
    }
}
