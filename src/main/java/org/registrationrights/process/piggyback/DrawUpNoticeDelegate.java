package org.registrationrights.process.piggyback;

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

    DrawUpNoticeDelegate(ElectionRepository elections, CaseNotes caseFile) {
        this.elections = elections;
        this.caseFile = caseFile;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ElectionKey key = Variables.election(execution);
        String dispatchId = key.businessKey() + ":notice";
        elections.dispatched(key, dispatchId);
        caseFile.on(key, Clause.S2_1_B)
                .input("registrableShares", execution.getVariable(Variables.REGISTRABLE_SHARES))
                .result("dispatchId", dispatchId)
                .write("Notice of the determination drawn up");
    }
}
