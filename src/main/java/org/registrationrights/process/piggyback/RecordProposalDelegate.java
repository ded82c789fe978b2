package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.Answer;
import org.registrationrights.notice.Communication;
import org.registrationrights.notice.EvidenceCorrection;
import org.registrationrights.notice.EvidenceCorrection.Kind;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Checks the start data and stores what is to be corrected, and by what. */
@Component
@Implements(Clause.S11_1_A)
class RecordProposalDelegate implements JavaDelegate {

    private final Corrections corrections;
    private final ElectionNames names;

    RecordProposalDelegate(Corrections corrections, ElectionNames names) {
        this.corrections = corrections;
        this.names = names;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() != null) {
            throw Refusal.invalid("businessKey", "must be absent: a correction is given its own");
        }
        Input input = new Input(execution);
        Kind kind = input.requiredChoice("correction", Kind.class);
        if (kind == Kind.STRIKE && (input.text("method") != null || input.text("answer") != null)) {
            throw Refusal.invalid("correction", "STRIKE puts nothing in its place", Clause.S11_1_A);
        }
        EvidenceCorrection proposed = corrections.propose(
                input.requiredText(Variables.OFFERING_ID, 40),
                Communication.id(Variables.COMMUNICATION_ID, input.requiredText(Variables.COMMUNICATION_ID, 40)),
                kind,
                kind == Kind.REPLACE ? DeliveryForm.read(input) : null,
                kind == Kind.REPLACE ? answer(input) : null,
                input.requiredText("reason", 1000),
                input.text("receiptId", 100),
                execution.getProcessInstanceId());
        input.remove(DeliveryForm.FIELDS);
        input.remove(List.of("correction", "answer", "shares", "declaredFinal", "reason", "receiptId"));
        execution.setProcessBusinessKey(proposed.businessKey());
        execution.setVariables(names.of(proposed.election()));
    }

    private static Answer answer(Input input) {
        Answer.Kind kind = input.choice("answer", Answer.Kind.class);
        if (kind == null && input.count("shares") != null) {
            throw Refusal.invalid("answer", "is required with shares", Clause.S2_1_C);
        }
        return kind == null ? null : new Answer(kind, input.count("shares"), input.ticked("declaredFinal"));
    }
}
