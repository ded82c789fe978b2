package org.registrationrights.process.piggyback;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionWindow;
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
        ElectionKey key = Variables.election(execution);
        ElectionWindow window = elections.computeWindow(key);
        execution.setVariable(Variables.NOTICE_GIVEN, window != null);
        if (window == null) {
            execution.setVariable(Variables.NOTICE_OVERDUE_AT, Date.from(elections.noticeOverdueAt(key)));
        } else {
            Variables.setTimers(execution, window);
        }
    }
}
