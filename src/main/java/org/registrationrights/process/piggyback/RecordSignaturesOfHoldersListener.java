package org.registrationrights.process.piggyback;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    private final ObjectMapper json;

    RecordSignaturesOfHoldersListener(Signatures signatures, ObjectMapper json) {
        this.signatures = signatures;
        this.json = json;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        signatures.record(
                Variables.offeringId(execution),
                input.list("signatures", json, new TypeReference<List<Signature>>() {}));
        input.remove(List.of("signatures"));
    }
}
