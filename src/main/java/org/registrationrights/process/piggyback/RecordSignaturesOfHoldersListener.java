package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.offering.SignatureRepository.Signature;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the signatures that the form lists. */
@Component
class RecordSignaturesOfHoldersListener extends CompletedForm {

    private final Signatures signatures;

    RecordSignaturesOfHoldersListener(Signatures signatures) {
        this.signatures = signatures;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        signatures.record(Variables.offeringId(execution), input.list("signatures", Signature.class));
        input.remove(List.of("signatures"));
    }
}
