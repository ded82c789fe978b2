package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.HolderElection;
import org.springframework.stereotype.Component;

/** Sets the timer of the Holder's own window, once its notice is effective. */
@Component
@Implements(Clause.S2_1_D)
class ComputeElectionWindowDelegate implements JavaDelegate {

    private final Elections elections;

    ComputeElectionWindowDelegate(Elections elections) {
        this.elections = elections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        HolderElection election = elections.computeWindow(Variables.election(execution));
        boolean given = election.closesAt() != null;
        execution.setVariable(Variables.NOTICE_GIVEN, given);
        execution.setVariable(Variables.NOTICE_BASIS, election.noticeBasis().name());
        if (given) {
            Variables.setTimer(execution, election.closesAt());
            execution.setVariable(
                    Variables.ELECTION_LAST_DAY, election.lastDay().toString());
        }
    }
}
