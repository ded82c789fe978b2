package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.offering.InformationDecision;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores what counsel decides on each Holder that the form lists. */
@Component
class DecideOnMissingInformationListener extends CompletedForm {

    private final InformationOfHolders information;

    DecideOnMissingInformationListener(InformationOfHolders information) {
        this.information = information;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        information.decide(Variables.offeringId(execution), input.list("decisions", InformationDecision.class));
        input.remove(List.of("decisions"));
    }
}
