package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
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

    private static final Pattern ID = Pattern.compile("OFF-\\d{4}-[1-9]\\d{0,8}");

    private final GateQuestions questions;
    private final OfferingRepository offerings;
    private final Agreement agreement;
    private final CaseNotes caseFile;
    private final Clock clock;

    RecordDeterminationDelegate(
            GateQuestions questions,
            OfferingRepository offerings,
            Agreement agreement,
            CaseNotes caseFile,
            Clock clock) {
        this.questions = questions;
        this.offerings = offerings;
        this.agreement = agreement;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Input input = new Input(execution);
        OfferingGate gate = questions.answer(input);
        Instant determinedAt = gate.offering().determinedAt();
        Offering offering = Offering.determined(
                id(
                        execution.getProcessBusinessKey(),
                        determinedAt,
                        gate.term().policies().zone()),
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

    private String id(String businessKey, Instant determinedAt, ZoneId zone) {
        if (businessKey == null) {
            String id;
            do {
                id = "OFF-" + determinedAt.atZone(zone).getYear() + "-" + offerings.drawNumber(clock.instant());
            } while (offerings.exists(id));
            return id;
        }
        if (!ID.matcher(businessKey).matches()) {
            throw Refusal.invalid("businessKey", "'" + businessKey + "' is not of the form OFF-2027-1");
        }
        return businessKey;
    }
}
