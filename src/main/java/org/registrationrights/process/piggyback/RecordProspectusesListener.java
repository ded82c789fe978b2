package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.offering.Obligation.Kind;
import org.registrationrights.offering.ProspectusDelivery;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores which prospectuses the form says were furnished. */
@Component
class RecordProspectusesListener extends CompletedForm {

    private final CompanyObligations obligations;

    RecordProspectusesListener(CompanyObligations obligations) {
        this.obligations = obligations;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        String complete = Kind.PROSPECTUSES.completeField();
        String ground = Kind.PROSPECTUSES.groundField();
        obligations.furnish(
                Variables.offeringId(execution),
                input.listOrNone("prospectuses", ProspectusDelivery.class, complete),
                input.ticked(complete),
                input.text(ground));
        input.remove(List.of("prospectuses", complete, ground));
    }
}
