package org.registrationrights.process.claim;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.registrationrights.process.claim.Contributions.Paid;
import org.springframework.stereotype.Component;

/** Stores what each contributor paid. */
@Component
class RecordContributionsListener extends CompletedForm {

    private final Contributions contributions;

    RecordContributionsListener(Contributions contributions) {
        this.contributions = contributions;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        contributions.pay(Variables.claimId(execution), input.list("payments", Paid.class));
        input.remove(List.of("payments"));
    }
}
