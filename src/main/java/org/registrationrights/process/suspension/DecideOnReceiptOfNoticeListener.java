package org.registrationrights.process.suspension;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.notice.ProofOfService.Finding;
import org.registrationrights.notice.ProofOfService.Outcome;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.registrationrights.process.suspension.HolderSuspensions.StopPaper;
import org.springframework.stereotype.Component;

/** Stores what counsel makes of a notice that nothing shows to have arrived. */
@Component
class DecideOnReceiptOfNoticeListener extends CompletedForm {

    private final HolderSuspensions holders;

    DecideOnReceiptOfNoticeListener(HolderSuspensions holders) {
        this.holders = holders;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        Finding finding = new Finding(
                input.requiredChoice("outcome", Outcome.class),
                input.instant("receivedAt"),
                input.requiredText("ground", 1000));
        holders.decide(Variables.holder(execution), StopPaper.NOTICE, finding);
        input.remove(List.of("outcome", "receivedAt", "ground"));
    }
}
