package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Notes that nothing is left to decide on the communication. */
@Component
@Implements(Clause.S2_1_F)
class SettleCommunicationDelegate implements JavaDelegate {

    private final LateDecisions decisions;
    private final LateReviews reviews;

    SettleCommunicationDelegate(LateDecisions decisions, LateReviews reviews) {
        this.decisions = decisions;
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.settle(decisions.of(execution).communicationId());
    }
}
