package org.registrationrights.process.piggyback;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Kind;
import org.registrationrights.offering.OfferingGate;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Checks the start data and stores the offering with what the decision table said of it. */
@Component
@Implements({Clause.S2_1_B, Clause.P_A})
class RecordDeterminationDelegate implements JavaDelegate {

    private final GateQuestions questions;
    private final OfferingIds ids;
    private final OfferingRepository offerings;
    private final Agreement agreement;
    private final CaseNotes caseFile;

    RecordDeterminationDelegate(
            GateQuestions questions,
            OfferingIds ids,
            OfferingRepository offerings,
            Agreement agreement,
            CaseNotes caseFile) {
        this.questions = questions;
        this.ids = ids;
        this.offerings = offerings;
        this.agreement = agreement;
        this.caseFile = caseFile;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Input input = new Input(execution);
        OfferingGate gate = questions.answer(input);
        Instant determinedAt = gate.offering().determinedAt();
        Offering offering = Offering.determined(
                ids.of("businessKey", execution.getProcessBusinessKey(), determinedAt),
                input.requiredText("offeringName", 200),
                input.requiredChoice("offeringKind", Kind.class),
                input.requiredBoolean("underwritten"),
                input.text("managingUnderwriter", 200),
                input.requiredCount("companyShares"),
                determinedAt,
                input.requiredChoice(Variables.GATE_RESULT, OfferingGate.Result.class));
        offerings.insert(offering);
        execution.setProcessBusinessKey(offering.id());
        execution.setVariable(
                Variables.OBLIGATION_ENDS_AT,
                Date.from(gate.term().terminatesAt().toInstant()));
        caseFile.on(offering.id(), Clause.S2_1_B)
                .happened(determinedAt)
                .input("offering", offering)
                .input("agreementDate", gate.term().terms().agreementDate())
                .input("series2aClosing", agreement.series2aClosing())
                .policies(gate.term().policies().only(OfferingGate.POLICIES))
                .result("gate", offering.gate())
                .steps(gate.explain(null))
                .write("Determination of an offering recorded");
    }
}
