package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Draws up one notice to each Holder that knows of the offering. */
@Component
@Implements(Clause.S8_A)
class ListHoldersToTellDelegate implements JavaDelegate {

    private final HolderNotices notices;

    ListHoldersToTellDelegate(HolderNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.ANYBODY_TO_TELL, notices.drawUp(notices.decision(execution)));
    }
}
