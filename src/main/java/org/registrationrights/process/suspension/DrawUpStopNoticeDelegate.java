package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Gives the notice to one Holder its dispatch id, which a retried job finds again. */
@Component
@Implements(Clause.S4_C)
class DrawUpStopNoticeDelegate implements JavaDelegate {

    private final HolderSuspensions holders;

    DrawUpStopNoticeDelegate(HolderSuspensions holders) {
        this.holders = holders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        holders.drawUpNotice(Variables.holder(execution));
    }
}
