package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.notice.Answer;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the Holder's answer as the form says it came. */
@Component
class RecordAnswerOfHolderListener extends CompletedForm {

    private static final List<String> FIELDS = List.of("answer", "shares", "declaredFinal");

    private final Elections elections;

    RecordAnswerOfHolderListener(Elections elections) {
        this.elections = elections;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        Answer answer = new Answer(
                input.requiredChoice("answer", Answer.Kind.class),
                input.count("shares"),
                input.ticked("declaredFinal"));
        elections.recordAnswer(Variables.election(execution), DeliveryForm.read(input), answer, null);
        input.remove(FIELDS);
        input.remove(DeliveryForm.FIELDS);
    }
}
