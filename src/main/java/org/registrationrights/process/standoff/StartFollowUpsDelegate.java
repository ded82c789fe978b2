package org.registrationrights.process.standoff;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Starts the next batch of follow-ups, one for each Holder that has not signed. */
@Component
@Implements(Clause.S7_C)
class StartFollowUpsDelegate implements JavaDelegate {

    private final StandoffStart start;

    StartFollowUpsDelegate(StandoffStart start) {
        this.start = start;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean noneLeft = start.followUpNext(Variables.standoffId(execution));
        execution.setVariable(Variables.ALL_FOLLOWED_UP, noneLeft);
    }
}
