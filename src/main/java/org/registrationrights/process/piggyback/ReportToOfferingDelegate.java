package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.ElectionWindow;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.OfferingRepository;
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
    private final ElectionEvidence evidence;
    private final ElectionRepository elections;
    private final OfferingRepository offerings;
    private final Waiting waiting;

    ReportToOfferingDelegate(
            Elections judging,
            ElectionEvidence evidence,
            ElectionRepository elections,
            OfferingRepository offerings,
            Waiting waiting) {
        this.judging = judging;
        this.evidence = evidence;
        this.elections = elections;
        this.offerings = offerings;
        this.waiting = waiting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ElectionKey key = Variables.election(execution);
        // before the election: an offering that begins to wait right now either sees this one settled or is told
        offerings.lock(key.offeringId());
        // the offering may have gone on, and an answer may have come, since this instance was judged
        judging.judge(key);
        // an answer that is stored from now on finds this instance waiting again
        HolderElection election = elections.lock(key);
        ElectionWindow window = evidence.window(key);
        execution.setVariable(Variables.ELECTION_CLOSED, !isLedBy(execution, election));
        execution.setVariable(Variables.NOTICE_GIVEN, window != null);
        if (window != null) {
            Variables.setTimers(execution, window);
        }
        if (elections.allSettled(key.offeringId())) {
            waiting.tellOffering(key.offeringId(), Messages.ELECTIONS_SETTLED);
        }
    }

    /** A closed election runs no further, and one that was reopened has an instance of its own. */
    private static boolean isLedBy(DelegateExecution execution, HolderElection election) {
        boolean runs = election.state() == State.NOTICE || election.state() == State.OPEN;
        return runs && execution.getProcessInstanceId().equals(election.processInstanceId());
    }
}
