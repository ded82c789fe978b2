package org.registrationrights.process.standoff;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Whether every Holder has signed or is given up, and by when each that has not is followed up. */
@Component
@Implements(Clause.S7_C)
class CheckLockUpsDelegate implements JavaDelegate {

    private final LockUps lockUps;
    private final StandoffStart start;

    CheckLockUpsDelegate(LockUps lockUps, StandoffStart start) {
        this.lockUps = lockUps;
        this.start = start;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String standoffId = Variables.standoffId(execution);
        execution.setVariable(Variables.ALL_LOCKUPS_SETTLED, lockUps.allSettled(standoffId));
        Instant overdueAt = start.lockupsOverdueAt(standoffId);
        execution.setVariable(Variables.LOCKUPS_OVERDUE_AT, Date.from(overdueAt));
        execution.setVariable(Variables.LOCKUPS_DUE_DATE, Date.from(overdueAt.minusSeconds(1)));
    }
}
