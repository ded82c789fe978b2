package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.offering.Obligation.Kind;
import org.registrationrights.offering.StateQualification;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores what the form says about states. */
@Component
class RecordStatesListener extends CompletedForm {

    private final CompanyObligations obligations;

    RecordStatesListener(CompanyObligations obligations) {
        this.obligations = obligations;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        String complete = Kind.STATES.completeField();
        String ground = Kind.STATES.groundField();
        obligations.qualify(
                Variables.offeringId(execution),
                input.listOrNone("states", StateQualification.class, complete),
                input.ticked(complete),
                input.text(ground));
        input.remove(List.of("states", complete, ground));
    }
}
