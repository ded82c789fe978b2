package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Reminds a Holder some days before its window closes; the agreement does not ask for it. */
@Component
@Implements(Clause.S2_1_D)
class RemindHolderDelegate implements JavaDelegate {

    private final Elections elections;
    private final OfferingCorrespondence letters;

    RemindHolderDelegate(Elections elections, OfferingCorrespondence letters) {
        this.elections = elections;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        elections.remind(Variables.election(execution));
        letters.reminder(Variables.election(execution));
    }
}
