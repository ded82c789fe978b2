package org.registrationrights.process.standoff;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Whether the Holder has signed, or nobody follows it up any longer. */
@Component
@Implements(Clause.S7_C)
class CheckLockUpDelegate implements JavaDelegate {

    private final LockUps lockUps;

    CheckLockUpDelegate(LockUps lockUps) {
        this.lockUps = lockUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.LOCKUP_SETTLED, lockUps.settled(Variables.holder(execution)));
    }
}
