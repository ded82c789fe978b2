package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets by when the fault is to be weighed. */
@Component
class OpenFaultSheetDelegate implements JavaDelegate {

    private final Claims claims;

    OpenFaultSheetDelegate(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.CLAIM_ANSWER_DUE_DATE, claims.answerDue());
    }
}
