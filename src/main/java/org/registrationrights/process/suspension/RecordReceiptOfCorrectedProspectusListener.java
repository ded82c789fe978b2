package org.registrationrights.process.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.registrationrights.process.piggyback.DeliveryForm;
import org.registrationrights.process.suspension.HolderSuspensions.StopPaper;
import org.registrationrights.suspension.HolderSuspension.Key;
import org.springframework.stereotype.Component;

/** Stores what the form says of the delivery of the corrected prospectus. */
@Component
class RecordReceiptOfCorrectedProspectusListener extends CompletedForm {

    private final HolderSuspensions holders;
    private final SuspensionStart start;

    RecordReceiptOfCorrectedProspectusListener(HolderSuspensions holders, SuspensionStart start) {
        this.holders = holders;
        this.start = start;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        Key key = Variables.holder(execution);
        holders.recordDelivery(key, StopPaper.CORRECTED_PROSPECTUS, DeliveryForm.read(input));
        start.tellOtherEvents(key);
        input.remove(DeliveryForm.FIELDS);
    }
}
