package org.registrationrights.process.piggyback;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.process.CaseNotes;
import org.springframework.stereotype.Component;

/** Gives the notice to one Holder its dispatch id, which a retried job finds again. */
@Component
@Implements(Clause.S2_1_B)
class DrawUpNoticeDelegate implements JavaDelegate {

    private final ElectionRepository elections;
    private final CaseNotes caseFile;
    private final Clock clock;

    DrawUpNoticeDelegate(ElectionRepository elections, CaseNotes caseFile, Clock clock) {
        this.elections = elections;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ElectionKey key = Variables.election(execution);
        if (elections.lock(key).dispatchId() != null) {
            return; // opened again: the notice stands
        }
        String dispatchId = key.businessKey() + ":notice";
        elections.dispatched(key, dispatchId, clock.instant());
        caseFile.on(key, Clause.S2_1_B)
                .input("registrableShares", execution.getVariable(Variables.REGISTRABLE_SHARES))
                .result("dispatchId", dispatchId)
                .write("Notice of the determination drawn up");
    }
}
