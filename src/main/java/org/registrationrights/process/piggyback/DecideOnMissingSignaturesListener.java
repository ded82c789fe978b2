package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.offering.SignatureDecision;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores what counsel decides on each Holder that the form lists. */
@Component
class DecideOnMissingSignaturesListener extends CompletedForm {

    private final Signatures signatures;

    DecideOnMissingSignaturesListener(Signatures signatures) {
        this.signatures = signatures;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        signatures.decide(Variables.offeringId(execution), input.list("decisions", SignatureDecision.class));
        input.remove(List.of("decisions"));
    }
}
