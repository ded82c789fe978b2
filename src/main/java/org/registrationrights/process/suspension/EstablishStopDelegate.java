package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.process.suspension.HolderSuspensions.Standing;
import org.springframework.stereotype.Component;

/** Works out where the Holder stands, and when counsel looks at what does not arrive. */
@Component
@Implements({Clause.S2_6_A, Clause.S2_6_B})
class EstablishStopDelegate implements JavaDelegate {

    private final HolderSuspensions holders;

    EstablishStopDelegate(HolderSuspensions holders) {
        this.holders = holders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Standing standing = holders.standing(Variables.holder(execution));
        execution.setVariable(Variables.NOTICE_SETTLED, standing.noticeSettled());
        execution.setVariable(Variables.PROSPECTUS_SENT, standing.prospectusSent());
        execution.setVariable(Variables.HOLDER_RELEASED, standing.released());
        Variables.setTimer(
                execution, Variables.NOTICE_OVERDUE_AT, Variables.NOTICE_DUE_DATE, standing.noticeOverdueAt());
        if (standing.receiptOverdueAt() != null) {
            Variables.setTimer(
                    execution, Variables.RECEIPT_OVERDUE_AT, Variables.RECEIPT_DUE_DATE, standing.receiptOverdueAt());
        }
    }
}
