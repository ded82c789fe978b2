package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.springframework.stereotype.Component;

/** Ends the elections of a withdrawn offering, a batch at a time, and then what people still decide on in them. */
@Component
@Implements(Clause.S8_A)
class EndRunningElectionsDelegate implements JavaDelegate {

    private static final List<State> RUNNING = List.of(State.LISTED, State.NOTICE, State.OPEN);

    private final ElectionRepository elections;
    private final OfferingRepository offerings;
    private final Elections election;
    private final LateReviews reviews;
    private final CorrectionProcess corrections;
    private final Waiting waiting;

    EndRunningElectionsDelegate(
            ElectionRepository elections,
            OfferingRepository offerings,
            Elections election,
            LateReviews reviews,
            CorrectionProcess corrections,
            Waiting waiting) {
        this.elections = elections;
        this.offerings = offerings;
        this.election = election;
        this.reviews = reviews;
        this.corrections = corrections;
        this.waiting = waiting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = Variables.offeringId(execution);
        offerings.lock(offeringId);
        for (HolderElection running : elections.next(offeringId, RUNNING, StartElectionsDelegate.BATCH)) {
            boolean told = running.state() != State.LISTED
                    && waiting.tellInstance(running.processInstanceId(), Messages.REGISTRATION_WITHDRAWN);
            if (!told) {
                // not started yet, or an operator has deleted the instance
                election.voidElection(running.key());
            }
        }
        boolean noneLeft = elections.next(offeringId, RUNNING, 1).isEmpty();
        if (noneLeft) {
            reviews.endAll(offeringId);
            corrections.endAll(offeringId);
        }
        execution.setVariable(Variables.ALL_ELECTIONS_ENDED, noneLeft);
    }
}
