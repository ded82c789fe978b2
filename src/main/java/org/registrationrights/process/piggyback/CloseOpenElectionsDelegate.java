package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.springframework.stereotype.Component;

/** Ends the elections of Holders that have asked for everything, a batch at a time: nobody can ask for more. */
@Component
@Implements(Clause.S2_1_D)
class CloseOpenElectionsDelegate implements JavaDelegate {

    private final ElectionRepository elections;
    private final OfferingRepository offerings;
    private final Waiting waiting;

    CloseOpenElectionsDelegate(ElectionRepository elections, OfferingRepository offerings, Waiting waiting) {
        this.elections = elections;
        this.offerings = offerings;
        this.waiting = waiting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = Variables.offeringId(execution);
        offerings.lock(offeringId);
        if (!elections.allSettled(offeringId)) {
            // one was reopened since the last was settled: the offering waits again
            execution.setVariable(Variables.ALL_ELECTIONS_ENDED, false);
            return;
        }
        offerings.enter(offeringId, Phase.ALLOCATION);
        List<HolderElection> batch = elections.next(offeringId, List.of(State.OPEN), StartElectionsDelegate.BATCH);
        batch.forEach(election -> waiting.tellInstance(election.processInstanceId(), Messages.ELECTION_PHASE_CLOSED));
        List<HolderElection> left = elections.next(offeringId, List.of(State.OPEN), StartElectionsDelegate.BATCH);
        // one that was not waiting closes when it is judged next: the offering does not go round for it
        boolean nothingToClose = left.equals(batch);
        execution.setVariable(Variables.ALL_ELECTIONS_ENDED, left.isEmpty() || nothingToClose);
    }
}
