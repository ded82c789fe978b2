package org.registrationrights.process.piggyback;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.offering.SignatureRepository;
import org.springframework.stereotype.Component;

/** Tells the form whose signature is still missing, and until when it may be. */
@Component
class ShowSignaturesListener implements TaskListener {

    private final SignatureRepository signatures;

    ShowSignaturesListener(SignatureRepository signatures) {
        this.signatures = signatures;
    }

    @Override
    public void notify(DelegateTask task) {
        String missing = signatures.missing(task.getExecution().getProcessBusinessKey()).stream()
                .map(signature -> signature.holderId() + " (due " + signature.dueOn() + ")")
                .collect(Collectors.joining(", "));
        task.setVariableLocal("missingSignatures", missing);
    }
}
