package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.EvidenceCorrection.State;
import org.springframework.stereotype.Component;

/** Takes the decision from what is stored, whichever way it came. */
@Component
@Implements(Clause.S11_1_A)
class ReadDecisionDelegate implements JavaDelegate {

    private final CorrectionProcess corrections;

    ReadDecisionDelegate(CorrectionProcess corrections) {
        this.corrections = corrections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        State state = corrections.of(execution.getProcessBusinessKey()).state();
        execution.setVariable(Variables.CORRECTION_APPROVED, state == State.APPROVED);
    }
}
