package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.EvidenceCorrection;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores what the second person decides. */
@Component
@Implements(Clause.S11_1_A)
class DecideOnCorrectionListener extends CompletedForm {

    private final CorrectionProcess process;
    private final Corrections corrections;
    private final CurrentUser user;

    DecideOnCorrectionListener(CorrectionProcess process, Corrections corrections, CurrentUser user) {
        this.process = process;
        this.corrections = corrections;
        this.user = user;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        EvidenceCorrection correction = process.of(execution.getProcessBusinessKey());
        corrections.decide(
                correction.election().offeringId(),
                correction.id(),
                input.requiredChoice("decision", Corrections.Decision.class),
                input.requiredText("ground", 1000),
                user.isIn("counsel") || user.isIn("corporate-secretary"));
        input.remove(List.of("decision", "ground"));
    }
}
