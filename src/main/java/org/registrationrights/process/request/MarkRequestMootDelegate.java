package org.registrationrights.process.request;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Notes that the withdrawal has taken the request's object. */
@Component
@Implements(Clause.S8_A)
class MarkRequestMootDelegate implements JavaDelegate {

    private final HolderRequests requests;

    MarkRequestMootDelegate(HolderRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.markMoot(execution.getProcessBusinessKey());
    }
}
