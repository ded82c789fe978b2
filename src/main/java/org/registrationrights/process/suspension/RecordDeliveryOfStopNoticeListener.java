package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.registrationrights.process.piggyback.DeliveryForm;
import org.registrationrights.process.suspension.HolderSuspensions.StopPaper;
import org.springframework.stereotype.Component;

/** Stores what the form says of the delivery of the notice. */
@Component
class RecordDeliveryOfStopNoticeListener extends CompletedForm {

    private final HolderSuspensions holders;

    RecordDeliveryOfStopNoticeListener(HolderSuspensions holders) {
        this.holders = holders;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        holders.recordDelivery(Variables.holder(execution), StopPaper.NOTICE, DeliveryForm.read(input));
        input.remove(DeliveryForm.FIELDS);
    }
}
