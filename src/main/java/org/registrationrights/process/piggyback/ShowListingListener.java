package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.offering.ListingRepository;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Shows the exchanges entered so far. */
@Component
class ShowListingListener implements TaskListener {

    private final ListingRepository listings;
    private final FormView view;

    ShowListingListener(ListingRepository listings, FormView view) {
        this.listings = listings;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        String offeringId = task.getExecution().getProcessBusinessKey();
        task.setVariableLocal("entered", view.of(listings.latest(offeringId)));
    }
}
