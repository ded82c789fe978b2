package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Notes that nobody decides on the correction any more. */
@Component
@Implements(Clause.S8_A)
class MarkCorrectionMootDelegate implements JavaDelegate {

    private final CorrectionProcess process;
    private final Corrections corrections;

    MarkCorrectionMootDelegate(CorrectionProcess process, Corrections corrections) {
        this.process = process;
        this.corrections = corrections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        corrections.markMoot(process.of(execution.getProcessBusinessKey()));
    }
}
