package org.registrationrights.process.claim;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.offering.TransactionReview;
import org.registrationrights.offering.TransactionReviewRepository;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Puts a claim before whoever decides in it, with the claiming Holder's sales inside a stop or a stand-off (2.6, 7). */
@Component
class ShowClaimListener implements TaskListener {

    private record Conduct(LocalDate happenedOn, String transaction, String judged) {

        static Conduct of(TransactionReview review) {
            return new Conduct(review.happenedOn(), review.transaction(), judged(review));
        }

        private static String judged(TransactionReview review) {
            if (review.outcome() == null) {
                return "open";
            }
            return (review.isBreach() ? "a breach: " : "no breach: ") + review.ground();
        }
    }

    private final ClaimHead head;
    private final TransactionReviewRepository reviews;
    private final FormView view;

    ShowClaimListener(ClaimHead head, TransactionReviewRepository reviews, FormView view) {
        this.head = head;
        this.reviews = reviews;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        Claim claim = head.show(task);
        head.showCounsel(task, claim);
        List<Conduct> conduct = reviews.ofOffering(claim.offeringId()).stream()
                .filter(review -> review.holderId().equals(claim.claimingHolder()))
                .map(Conduct::of)
                .toList();
        task.setVariableLocal("statements", view.of(claim.statements()));
        task.setVariableLocal("conduct", view.of(conduct));
    }
}
