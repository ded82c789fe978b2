package org.registrationrights.process.piggyback;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Sends a notice again that has not become effective, or goes on without one on counsel's ground. */
@Component
@Implements(Clause.S2_1_B)
class ResolveOverdueNoticeListener extends CompletedForm {

    /** What is done about it. */
    private enum Resolution {
        SEND_AGAIN,
        GO_ON_WITHOUT
    }

    private final Elections elections;
    private final OfferingCorrespondence letters;
    private final CurrentUser user;

    ResolveOverdueNoticeListener(Elections elections, OfferingCorrespondence letters, CurrentUser user) {
        this.elections = elections;
        this.letters = letters;
        this.user = user;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        ElectionKey key = Variables.election(execution);
        boolean goOn = input.requiredChoice("resolution", Resolution.class) == Resolution.GO_ON_WITHOUT;
        if (goOn) {
            if (!user.isIn("counsel")) {
                throw Refusal.invalid("resolution", "to go on without notice is counsel's decision", Clause.S2_1_B);
            }
            elections.goOnWithoutNotice(key, input.requiredText("ground", 1000));
        } else {
            elections.sendNoticeAgain(key);
            letters.noticeAgain(key);
            execution.setVariable(Variables.NOTICE_OVERDUE_AT, Date.from(elections.noticeOverdueAt(key)));
        }
        execution.setVariable(Variables.GOES_ON_WITHOUT_NOTICE, goOn);
        input.remove(List.of("resolution", "ground"));
    }
}
