package org.registrationrights.process.request;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.offering.HolderRequest.Decision;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the Company's answer. */
@Component
class AnswerRequestListener extends CompletedForm {

    private final HolderRequests requests;

    AnswerRequestListener(HolderRequests requests) {
        this.requests = requests;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        List<Decision> answer = input.list(Variables.ANSWERS, Decision.class);
        boolean granted = requests.answer(
                execution.getProcessBusinessKey(), answer, input.text(Variables.CONFIDENTIALITY_AGREEMENT));
        input.remove(List.of(Variables.ANSWERS, Variables.CONFIDENTIALITY_AGREEMENT));
        execution.setVariable(Variables.REQUEST_GRANTED, granted);
    }
}
