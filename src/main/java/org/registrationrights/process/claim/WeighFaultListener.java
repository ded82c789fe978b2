package org.registrationrights.process.claim;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.registrationrights.process.claim.Contributions.FraudLine;
import org.registrationrights.process.claim.Contributions.Weight;
import org.springframework.stereotype.Component;

/** Stores the weights, with their author, and the findings of fraud. */
@Component
class WeighFaultListener extends CompletedForm {

    private final Contributions contributions;

    WeighFaultListener(Contributions contributions) {
        this.contributions = contributions;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        contributions.weigh(
                Variables.claimId(execution),
                input.count(Variables.LOSS_CENTS),
                input.requiredText("claimantFault", 80),
                input.requiredText("claimantFactors", 1000),
                input.requiredText("author", 200),
                input.list("contributors", Weight.class),
                input.listIfThere("frauds", FraudLine.class).stream()
                        .filter(fraud -> !fraud.isBlank())
                        .toList());
        input.remove(
                List.of(Variables.LOSS_CENTS, "claimantFault", "claimantFactors", "author", "contributors", "frauds"));
    }
}
