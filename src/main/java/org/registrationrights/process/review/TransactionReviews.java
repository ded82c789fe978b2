package org.registrationrights.process.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.config.EngineAuthority;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.TransactionReview;
import org.registrationrights.offering.TransactionReview.Outcome;
import org.registrationrights.offering.TransactionReview.Question;
import org.registrationrights.offering.TransactionReviewRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.register.RegisterRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Transactions that a Holder may not have been free to make go before counsel, each once (2.6, 7). */
@Component
@Transactional
public class TransactionReviews {

    private final TransactionReviewRepository reviews;
    private final OfferingRepository offerings;
    private final RegisterRepository register;
    private final RuntimeService runtime;
    private final EngineAuthority authority;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    TransactionReviews(
            TransactionReviewRepository reviews,
            OfferingRepository offerings,
            RegisterRepository register,
            RuntimeService runtime,
            EngineAuthority authority,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.reviews = reviews;
        this.offerings = offerings;
        this.register = register;
        this.runtime = runtime;
        this.authority = authority;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Puts a reported transaction before counsel. Whoever reports need not be one who may start reviews.
     *
     * @param reference the report; one that is reviewed already is left at that
     * @param transaction what it was, in a sentence
     * @return the review's business key
     */
    public String open(
            String offeringId,
            String holderId,
            Clause clause,
            String reference,
            String transaction,
            LocalDate happenedOn,
            boolean executed,
            Question question) {
        return reviews.ofReport(reference)
                .orElseGet(() -> start(reviews.open(
                        offeringId,
                        holderId,
                        clause,
                        reference,
                        transaction,
                        happenedOn,
                        executed,
                        question,
                        clock.instant())))
                .businessKey();
    }

    private TransactionReview start(TransactionReview review) {
        Map<String, Object> variables = Map.of(
                "offeringId", review.offeringId(),
                "offeringName", offerings.get(review.offeringId()).name(),
                "holderId", review.holderId(),
                "holderName", register.holder(review.holderId()).name());
        String instance = authority.withoutAuthorization(
                () -> runtime.startProcessInstanceByKey("transaction-review", review.businessKey(), variables)
                        .getId());
        reviews.started(review.id(), instance);
        return review;
    }

    TransactionReview of(String businessKey) {
        return reviews.get(Long.parseLong(businessKey.substring(businessKey.lastIndexOf('-') + 1)));
    }

    /** Stores counsel's decision; what was done and is not allowed is a breach, which an indemnity may turn on (3.1). */
    @Implements({Clause.S2_6_A, Clause.S7_B})
    void decide(String businessKey, Outcome outcome, String ground) {
        TransactionReview review = of(businessKey);
        reviews.decided(review.id(), outcome, ground, user.id(), clock.instant());
        boolean breach = reviews.get(review.id()).isBreach();
        caseFile.on(new ElectionKey(review.offeringId(), review.holderId()), review.clause())
                .input("transaction", review.transaction())
                .input("question", review.question())
                .input("ground", ground)
                .result("outcome", outcome)
                .result("breach", breach)
                .write(breach ? "Breach of the Holder found" : "Transaction of the Holder decided on");
    }
}
