package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.springframework.stereotype.Component;

/**
 * Wakes the offering when nothing keeps it waiting any longer. It runs in a transaction after the judgment's, so that of
 * two elections which are settled at the same instant at least one sees both.
 */
@Component
@Implements(Clause.S2_1_E)
class ReportToOfferingDelegate implements JavaDelegate {

    private final Elections judging;
    private final ElectionRepository elections;
    private final Waiting waiting;

    ReportToOfferingDelegate(Elections judging, ElectionRepository elections, Waiting waiting) {
        this.judging = judging;
        this.elections = elections;
        this.waiting = waiting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ElectionKey key = Variables.election(execution);
        // the offering may have gone on, and an answer may have come, since this instance was judged
        judging.judge(key);
        // an answer that is stored from now on finds this instance waiting again
        HolderElection election = elections.lock(key);
        execution.setVariable(Variables.ELECTION_CLOSED, election.state() == State.CLOSED);
        Variables.setTimer(execution, election.closesAt());
        if (elections.allSettled(key.offeringId())) {
            waiting.tellOffering(key.offeringId(), Messages.ELECTIONS_SETTLED);
        }
    }
}
