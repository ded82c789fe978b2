package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.suspension.Correction;
import org.springframework.stereotype.Component;

/** Whether the prospectus is corrected, by this event's correction or another's, and whether that is in effect. */
@Component
@Implements(Clause.S2_5_A)
class CheckCorrectionDelegate implements JavaDelegate {

    private final Suspensions suspensions;

    CheckCorrectionDelegate(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Correction correction = suspensions.correction(Variables.eventId(execution));
        execution.setVariable(Variables.PROSPECTUS_CORRECTED, correction != null);
        execution.setVariable(Variables.CORRECTION_IN_EFFECT, correction != null && correction.inEffect());
    }
}
