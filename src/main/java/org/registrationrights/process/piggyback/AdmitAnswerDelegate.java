package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.process.Messages;
import org.springframework.stereotype.Component;

/** Works the election out anew with the answer that was let in. */
@Component
@Implements(Clause.S2_1_C)
class AdmitAnswerDelegate implements JavaDelegate {

    private final LateDecisions decisions;
    private final Elections elections;
    private final ElectionStart starting;

    AdmitAnswerDelegate(LateDecisions decisions, Elections elections, ElectionStart starting) {
        this.decisions = decisions;
        this.elections = elections;
        this.starting = starting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ElectionKey key = decisions.of(execution).election();
        elections.admitted(key);
        starting.tell(key, Messages.ELECTION_RECEIVED);
    }
}
