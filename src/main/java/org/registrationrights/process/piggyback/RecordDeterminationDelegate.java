package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Kind;
import org.registrationrights.offering.OfferingGate;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.RegistrationTerm;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Checks the start data, stores the offering and asks whether Holders must be notified. */
@Component
@Implements({Clause.S1_5_A, Clause.S1_5_B, Clause.S2_1_A, Clause.S10_A})
class RecordDeterminationDelegate implements JavaDelegate {

    private static final Pattern ID = Pattern.compile("OFF-\\d{4}-[1-9]\\d{0,8}");

    private final OfferingRepository offerings;
    private final Agreement agreement;
    private final CaseNotes caseFile;
    private final Clock clock;

    RecordDeterminationDelegate(OfferingRepository offerings, Agreement agreement, CaseNotes caseFile, Clock clock) {
        this.offerings = offerings;
        this.agreement = agreement;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Input input = new Input(execution);
        Kind kind = input.requiredChoice("offeringKind", Kind.class);
        Instant determinedAt = determinedAt(input);
        LocalDate day = agreement.day(determinedAt);
        AgreementTerms terms = agreement.termsAsOf(day);
        Policies policies = agreement.policiesAsOf(day);
        Instant series2aClosedAt = agreement.series2aClosing() == null
                ? null
                : agreement.series2aClosing().closedAt();
        OfferingGate gate =
                OfferingGate.decide(Offering.planned(kind, determinedAt), series2aClosedAt, terms, policies);
        Offering offering = Offering.determined(
                id(execution.getProcessBusinessKey(), determinedAt, policies.zone()),
                input.requiredText("offeringName", 200),
                kind,
                input.requiredBoolean("underwritten"),
                input.text("managingUnderwriter", 200),
                input.requiredCount("companyShares"),
                determinedAt,
                gate);
        offerings.insert(offering);
        execution.setProcessBusinessKey(offering.id());
        execution.setVariable(Variables.GATE_RESULT, gate.name());
        caseFile.on(offering.id(), Clause.S2_1_A)
                .happened(determinedAt)
                .input("offering", offering)
                .input("agreementDate", terms.agreementDate())
                .input("series2aClosing", agreement.series2aClosing())
                .policies(policies.only(RegistrationTerm.POLICIES))
                .result("gate", gate)
                .write("Determination of an offering recorded");
    }

    private Instant determinedAt(Input input) {
        Instant given = input.instant("determinedAt");
        if (given == null) {
            return clock.instant();
        }
        if (given.isAfter(clock.instant())) {
            throw Refusal.invalid("determinedAt", given + " is in the future", Clause.S2_1_B);
        }
        if (agreement.day(given).isBefore(agreement.date())) {
            throw Refusal.invalid(
                    "determinedAt", given + " is before the agreement's date " + agreement.date(), Clause.P_A);
        }
        return given;
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
