package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.suspension.HolderSuspension.Key;
import org.springframework.stereotype.Component;

/** Notes that the Holder is free, and wakes the event when it was the last one. */
@Component
@Implements(Clause.S2_6_B)
class ReportReleaseDelegate implements JavaDelegate {

    private final HolderSuspensions holders;
    private final Waiting waiting;

    ReportReleaseDelegate(HolderSuspensions holders, Waiting waiting) {
        this.holders = holders;
        this.waiting = waiting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Key key = Variables.holder(execution);
        if (holders.release(key)) {
            waiting.tell(key.eventId(), Messages.HOLDERS_RELEASED);
        }
    }
}
