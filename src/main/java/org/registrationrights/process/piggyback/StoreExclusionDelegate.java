package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.HolderExclusion;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores counsel's decision to leave a Holder out. */
@Component
@Implements(Clause.S2_3_C)
class StoreExclusionDelegate implements JavaDelegate {

    private final Exclusions exclusions;

    StoreExclusionDelegate(Exclusions exclusions) {
        this.exclusions = exclusions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Input input = new Input(execution);
        exclusions.leaveOut(
                input.requiredText(Variables.OFFERING_ID, 40),
                new HolderExclusion(
                        input.requiredText(Variables.HOLDER_ID, 40),
                        input.requiredChoice("reason", HolderExclusion.Reason.class),
                        input.requiredText("ground", 1000)));
    }
}
