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

/** Facts about a whole offering that forms and other programs report alike: effectiveness and withdrawal. */
@Component
@Transactional
public class OfferingFacts {

    private final OfferingRepository offerings;
    private final Appointments appointments;
    private final Closings closings;
    private final Dates dates;
    private final CaseNotes caseFile;

    OfferingFacts(
            OfferingRepository offerings,
            Appointments appointments,
            Closings closings,
            Dates dates,
            CaseNotes caseFile) {
        this.offerings = offerings;
        this.appointments = appointments;
        this.closings = closings;
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

    /**
     * The Company withdraws, at its sole discretion and at any time before the final closing.
     *
     * @throws Refusal where the offering is over
     */
    @Implements(Clause.S8_A)
    public void withdrawn(String offeringId, Instant withdrawnAt) {
        Offering offering = offerings.lock(offeringId);
        if (offering.registration().closedOn() != null
                || offering.phase() == Phase.WITHDRAWN
                || offering.phase() == Phase.NO_NOTICE_REQUIRED) {
            throw Refusal.conflict(
                    "offeringId", offeringId + " is over: its phase is " + offering.phase(), Clause.S8_A);
        }
        dates.notInFuture("withdrawnAt", withdrawnAt);
        closings.ceaseSoldShares(offeringId); // what was sold in a closing before stays sold
        offerings.withdrawn(offeringId, withdrawnAt);
        caseFile.on(offeringId, Clause.S8_A)
                .happened(withdrawnAt)
                .input("phase", offering.phase())
                .input("withdrawnAt", withdrawnAt)
                .write("Registration withdrawn");
    }
}
