package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.notice.LateCommunicationRepository.LateCommunication;
import org.springframework.stereotype.Component;

/** Says what is left open about a communication, and who decides on it. */
@Component
class ClassifyCommunicationDelegate implements JavaDelegate {

    private final LateDecisions decisions;

    ClassifyCommunicationDelegate(LateDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LateCommunication communication = decisions.of(execution);
        execution.setVariable(Variables.COMPANY_MAY_DECIDE, decisions.companyMayDecide(communication));
        execution.setVariable(Variables.COMMUNICATION_SENTENCE, decisions.sentence(communication));
    }
}
