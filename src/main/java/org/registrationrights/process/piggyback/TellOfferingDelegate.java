package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Tells the offering of the withdrawal, after the decision is stored. */
@Component
@Implements(Clause.S8_A)
class TellOfferingDelegate implements JavaDelegate {

    private final WithdrawalNews news;

    TellOfferingDelegate(WithdrawalNews news) {
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        news.tell((String) execution.getVariable(Variables.OFFERING_ID));
    }
}
