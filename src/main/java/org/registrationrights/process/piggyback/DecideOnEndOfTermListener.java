package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Records what counsel makes of an offering that the Company no longer owes (10); nothing ends by it. */
@Component
@Implements(Clause.S10_A)
class DecideOnEndOfTermListener extends CompletedForm {

    private enum Decision {
        GO_ON,
        WITHDRAW
    }

    private final CaseNotes caseFile;

    DecideOnEndOfTermListener(CaseNotes caseFile) {
        this.caseFile = caseFile;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        Decision decision = input.requiredChoice("decision", Decision.class);
        String ground = input.requiredText("ground", 1000);
        input.remove(List.of("decision", "ground"));
        caseFile.on(Variables.offeringId(execution), Clause.S10_A)
                .input("ground", ground)
                .result("decision", decision)
                .write("Decided on the offering after the end of the obligation to register");
    }
}
