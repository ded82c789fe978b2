package org.registrationrights.process.piggyback;

import java.time.Instant;
import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** That the statement became effective, which forms and other programs report alike. */
@Component
@Transactional
public class OfferingFacts {

    private final OfferingRepository offerings;
    private final Appointments appointments;
    private final RegistrationDecisions decisions;
    private final Dates dates;
    private final CaseNotes caseFile;

    OfferingFacts(
            OfferingRepository offerings,
            Appointments appointments,
            RegistrationDecisions decisions,
            Dates dates,
            CaseNotes caseFile) {
        this.offerings = offerings;
        this.appointments = appointments;
        this.decisions = decisions;
        this.dates = dates;
        this.caseFile = caseFile;
    }

    /** @throws Refusal before the filing, or while transfer agent, registrar or CUSIP number is missing */
    @Implements({Clause.S4_E, Clause.S1_6_A})
    public void effective(String offeringId, Instant effectiveAt) {
        Offering offering = offerings.lock(offeringId);
        if (effectiveAt.equals(offering.registration().effectiveAt())) {
            return; // stored before the process was told, and told again now
        }
        if (offering.phase() != Phase.FILED) {
            throw Refusal.conflict(
                    "offeringId", offeringId + " is not filed and waiting for effectiveness", Clause.S1_6_A);
        }
        if (!offering.registration().appointmentsComplete()) {
            throw Refusal.conflict(
                    "offeringId",
                    "transfer agent, registrar and CUSIP number must be provided before the effective date",
                    Clause.S4_E);
        }
        decisions.checkGoesOn(offeringId);
        dates.notInFuture("effectiveAt", effectiveAt);
        LocalDate filedOn = offering.registration().filedOn();
        dates.notBefore("effectiveAt", dates.day(effectiveAt), filedOn, "the filing");
        offerings.effective(offeringId, effectiveAt);
        appointments.noteLateOnes(offeringId, dates.day(effectiveAt));
        caseFile.on(offeringId, Clause.S1_6_A)
                .happened(effectiveAt)
                .input("effectiveAt", effectiveAt)
                .write("Registration statement effective");
    }
}
