package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.offering.ListingRepository;
import org.registrationrights.process.FormTable;
import org.springframework.stereotype.Component;

/** Shows the exchanges entered so far. */
@Component
class ShowListingListener implements TaskListener {

    private final ListingRepository listings;
    private final FormTable table;

    ShowListingListener(ListingRepository listings, FormTable table) {
        this.listings = listings;
        this.table = table;
    }

    @Override
    public void notify(DelegateTask task) {
        String offeringId = task.getExecution().getProcessBusinessKey();
        task.setVariableLocal("entered", table.of(listings.latest(offeringId)));
    }
}
