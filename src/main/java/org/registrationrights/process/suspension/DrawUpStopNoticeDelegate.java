package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Draws up the notice to one Holder, under a dispatch id that a retried job finds again. */
@Component
@Implements(Clause.S4_C)
class DrawUpStopNoticeDelegate implements JavaDelegate {

    private final SuspensionCorrespondence letters;

    DrawUpStopNoticeDelegate(SuspensionCorrespondence letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.notice(Variables.holder(execution));
    }
}
