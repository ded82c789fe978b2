package org.registrationrights.process.suspension;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.registrationrights.suspension.SuspensionEvent.Assessment;
import org.registrationrights.suspension.SuspensionEvent.Defect;
import org.springframework.stereotype.Component;

/** Stores counsel's judgment. */
@Component
class AssessMisstatementListener extends CompletedForm {

    private final Suspensions suspensions;
    private final CurrentUser user;
    private final Clock clock;

    AssessMisstatementListener(Suspensions suspensions, CurrentUser user, Clock clock) {
        this.suspensions = suspensions;
        this.user = user;
        this.clock = clock;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        Assessment assessment = new Assessment(
                input.requiredBoolean("prospectusRequired"),
                input.requiredChoice("defect", Defect.class),
                input.requiredBoolean("material"),
                input.ticked("returnDirected"),
                input.text("told", 2000),
                input.requiredText("reasons", 2000),
                user.id(),
                clock.instant());
        suspensions.assess(Variables.eventId(execution), assessment, ids(input.text("furtherHolders", 1000)));
        execution.setVariable(Variables.NOTICE_OWED, assessment.noticeOwed());
        input.remove(List.of(
                "prospectusRequired", "defect", "material", "reasons", "returnDirected", "told", "furtherHolders"));
    }

    private static List<String> ids(String text) {
        return text == null ? List.of() : Arrays.asList(text.split("[,\\s]+"));
    }
}
