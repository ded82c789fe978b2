package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.springframework.stereotype.Component;

/** Ends the elections of a withdrawn offering, a batch at a time. */
@Component
@Implements(Clause.S8_A)
class EndRunningElectionsDelegate implements JavaDelegate {

    private static final List<State> RUNNING = List.of(State.LISTED, State.NOTICE, State.OPEN);

    private final ElectionRepository elections;
    private final Elections election;
    private final Waiting waiting;

    EndRunningElectionsDelegate(ElectionRepository elections, Elections election, Waiting waiting) {
        this.elections = elections;
        this.election = election;
        this.waiting = waiting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = Variables.offeringId(execution);
        for (HolderElection running : elections.next(offeringId, RUNNING, StartElectionsDelegate.BATCH)) {
            boolean told = running.state() != State.LISTED
                    && waiting.tellInstance(running.processInstanceId(), Messages.REGISTRATION_WITHDRAWN);
            if (!told) {
                // not started yet, or an operator has deleted the instance
                election.voidElection(running.key());
            }
        }
        boolean noneLeft = elections.next(offeringId, RUNNING, 1).isEmpty();
        execution.setVariable(Variables.ALL_ELECTIONS_ENDED, noneLeft);
    }
}
