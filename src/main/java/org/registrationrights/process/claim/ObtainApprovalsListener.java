package org.registrationrights.process.claim;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.indemnity.SettlementOffer.Approval;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores what each indemnified party answers. */
@Component
class ObtainApprovalsListener extends CompletedForm {

    private final Settlements settlements;

    ObtainApprovalsListener(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        settlements.approve(Variables.claimId(execution), input.list("approvals", Approval.class));
        input.remove(List.of("approvals"));
    }
}
