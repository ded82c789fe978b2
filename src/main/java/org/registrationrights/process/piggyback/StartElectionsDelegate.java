package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.OfferingRepository;
import org.springframework.stereotype.Component;

/** Opens the next batch of elections, each as an instance of its own: a right that runs for one Holder alone. */
@Component
@Implements(Clause.S2_1_B)
class StartElectionsDelegate implements JavaDelegate {

    /** Per transaction, so that none grows with the number of Holders. */
    static final int BATCH = 100;

    private final ElectionRepository elections;
    private final OfferingRepository offerings;
    private final ElectionStart starting;

    StartElectionsDelegate(ElectionRepository elections, OfferingRepository offerings, ElectionStart starting) {
        this.elections = elections;
        this.offerings = offerings;
        this.starting = starting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = Variables.offeringId(execution);
        // see ReportToOffering: what is settled from here on tells the offering that waits
        offerings.lock(offeringId);
        elections.next(offeringId, List.of(State.LISTED), BATCH).forEach(starting::start);
        // asked of the rows: an empty round after the last would let the answers come before anybody waits for them
        boolean noneLeft = elections.next(offeringId, List.of(State.LISTED), 1).isEmpty();
        execution.setVariable(Variables.ALL_ELECTIONS_STARTED, noneLeft);
        execution.setVariable(Variables.ALL_ELECTIONS_SETTLED, elections.allSettled(offeringId));
    }
}
