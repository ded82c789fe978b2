package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.offering.HolderInformation;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the information that the form lists. */
@Component
class RecordInformationOfHoldersListener extends CompletedForm {

    private final InformationOfHolders information;

    RecordInformationOfHoldersListener(InformationOfHolders information) {
        this.information = information;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        information.furnish(Variables.offeringId(execution), input.list("information", HolderInformation.class));
        input.remove(List.of("information"));
    }
}
