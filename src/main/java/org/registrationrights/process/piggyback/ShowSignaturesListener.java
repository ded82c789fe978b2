package org.registrationrights.process.piggyback;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.offering.SignatureRepository;
import org.registrationrights.offering.SignatureRepository.Signature;
import org.springframework.stereotype.Component;

/** Tells the form whose signature is still missing. */
@Component
class ShowSignaturesListener implements TaskListener {

    private final SignatureRepository signatures;

    ShowSignaturesListener(SignatureRepository signatures) {
        this.signatures = signatures;
    }

    @Override
    public void notify(DelegateTask task) {
        String missing = signatures.all(task.getExecution().getProcessBusinessKey()).stream()
                .filter(signature -> signature.signedOn() == null)
                .map(Signature::holderId)
                .collect(Collectors.joining(", "));
        task.setVariableLocal("missingSignatures", missing);
    }
}
