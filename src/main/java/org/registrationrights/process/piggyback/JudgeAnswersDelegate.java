package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Works out which answer counts, from the stored evidence and not from what woke the instance. */
@Component
@Implements({Clause.S2_1_C, Clause.S2_1_F})
class JudgeAnswersDelegate implements JavaDelegate {

    private final Elections elections;
    private final LateReviews reviews;

    JudgeAnswersDelegate(Elections elections, LateReviews reviews) {
        this.elections = elections;
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        elections.judge(Variables.election(execution));
        reviews.bringUpToDate(Variables.election(execution));
    }
}
