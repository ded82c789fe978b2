package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.OfferingGate;
import org.registrationrights.process.Facts;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Answers the questions of the decision table that says whether Holders must be notified. */
@Component
@Implements({Clause.S1_5_A, Clause.S1_5_B, Clause.S2_1_A, Clause.S10_A})
class AnswerGateQuestionsDelegate implements JavaDelegate {

    private final GateQuestions questions;

    AnswerGateQuestionsDelegate(GateQuestions questions) {
        this.questions = questions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OfferingGate gate = questions.answer(new Input(execution));
        // from here on there is one instant of the determination, also where none was given
        execution.setVariable("determinedAt", gate.offering().determinedAt().toString());
        execution.setVariables(Facts.of(gate.facts()));
    }
}
