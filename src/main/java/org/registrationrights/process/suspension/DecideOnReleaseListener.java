package org.registrationrights.process.suspension;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.notice.ProofOfService.Finding;
import org.registrationrights.notice.ProofOfService.Outcome;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.registrationrights.process.suspension.HolderSuspensions.StopPaper;
import org.registrationrights.suspension.HolderSuspension.Key;
import org.springframework.stereotype.Component;

/** Stores what counsel makes of copies that nothing shows to have arrived. */
@Component
class DecideOnReleaseListener extends CompletedForm {

    private final HolderSuspensions holders;
    private final SuspensionStart start;

    DecideOnReleaseListener(HolderSuspensions holders, SuspensionStart start) {
        this.holders = holders;
        this.start = start;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        Finding finding = new Finding(
                input.requiredChoice("outcome", Outcome.class),
                input.instant("receivedAt"),
                input.requiredText("ground", 1000));
        Key key = Variables.holder(execution);
        holders.decide(key, StopPaper.CORRECTED_PROSPECTUS, finding);
        start.tellOtherEvents(key);
        input.remove(List.of("outcome", "receivedAt", "ground"));
    }
}
