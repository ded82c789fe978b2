package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores what the form says of the notice's delivery. */
@Component
class RecordDeliveryOfNoticeListener extends CompletedForm {

    private final Elections elections;

    RecordDeliveryOfNoticeListener(Elections elections) {
        this.elections = elections;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        elections.recordDelivery(Variables.election(execution), DeliveryForm.read(input), null);
        input.remove(DeliveryForm.FIELDS);
    }
}
