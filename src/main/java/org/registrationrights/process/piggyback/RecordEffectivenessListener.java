package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores when the statement became effective. */
@Component
class RecordEffectivenessListener extends CompletedForm {

    private final OfferingFacts facts;

    RecordEffectivenessListener(OfferingFacts facts) {
        this.facts = facts;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        facts.effective(Variables.offeringId(execution), input.requiredInstant("effectiveAt"));
        input.remove(List.of("effectiveAt"));
    }
}
