package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores that the notices were sent. */
@Component
class SendNoticesListener extends CompletedForm {

    private final HolderNotices notices;

    SendNoticesListener(HolderNotices notices) {
        this.notices = notices;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        notices.sent(notices.decision(execution), input);
    }
}
