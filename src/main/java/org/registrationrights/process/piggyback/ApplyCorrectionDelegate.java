package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Lets window, timers and due dates of the Holder's election follow the corrected evidence. */
@Component
@Implements({Clause.S2_1_D, Clause.S11_1_A})
class ApplyCorrectionDelegate implements JavaDelegate {

    private final CorrectionProcess corrections;

    ApplyCorrectionDelegate(CorrectionProcess corrections) {
        this.corrections = corrections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        corrections.apply(corrections.of(execution.getProcessBusinessKey()));
    }
}
