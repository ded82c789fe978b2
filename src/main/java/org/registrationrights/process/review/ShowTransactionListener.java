package org.registrationrights.process.review;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.offering.TransactionReview;
import org.springframework.stereotype.Component;

/** Puts the transaction before counsel, and why a person looks at it. */
@Component
class ShowTransactionListener implements TaskListener {

    private final TransactionReviews reviews;

    ShowTransactionListener(TransactionReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void notify(DelegateTask task) {
        TransactionReview review = reviews.of(task.getExecution().getProcessBusinessKey());
        task.setVariableLocal("transaction", review.transaction());
        task.setVariableLocal("question", review.question().sentence());
        task.setVariableLocal("section", review.clause().citation());
        task.setVariableLocal("executed", review.executed());
    }
}
