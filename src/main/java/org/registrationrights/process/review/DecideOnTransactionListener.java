package org.registrationrights.process.review;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.offering.TransactionReview.Outcome;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores what counsel decides on a transaction. */
@Component
class DecideOnTransactionListener extends CompletedForm {

    private final TransactionReviews reviews;

    DecideOnTransactionListener(TransactionReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        Outcome outcome = input.requiredChoice("outcome", Outcome.class);
        reviews.decide(execution.getProcessBusinessKey(), outcome, input.requiredText("ground", 1000));
        execution.setVariable("transactionAllowed", outcome == Outcome.ALLOWED);
        input.remove(List.of("outcome", "ground"));
    }
}
