package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.offering.Listing;
import org.registrationrights.offering.Obligation.Kind;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores what the form says about listings. */
@Component
class RecordListingListener extends CompletedForm {

    private final CompanyObligations obligations;

    RecordListingListener(CompanyObligations obligations) {
        this.obligations = obligations;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        String complete = Kind.LISTING.completeField();
        String ground = Kind.LISTING.groundField();
        obligations.list(
                Variables.offeringId(execution),
                input.listOrNone("listings", Listing.class, complete),
                input.ticked(complete),
                input.text(ground));
        input.remove(List.of("listings", complete, ground));
    }
}
