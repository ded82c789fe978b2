package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.Appointment;
import org.registrationrights.offering.Appointment.Kind;
import org.registrationrights.offering.AppointmentRepository;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.Offering.Registration;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Transfer agent, registrar and CUSIP number, as each is settled; without them nothing becomes effective (4(e)). */
@Component
@Transactional
@Implements(Clause.S4_E)
public class Appointments {

    private final OfferingRepository offerings;
    private final AppointmentRepository appointments;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    Appointments(
            OfferingRepository offerings,
            AppointmentRepository appointments,
            Dates dates,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.offerings = offerings;
        this.appointments = appointments;
        this.dates = dates;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Stores what is settled of the three; what was given before and is not given now stays.
     *
     * @param providedOn the day since which it is provided; null for today
     * @throws Refusal from the effectiveness on, for which they had to be there, and in an offering that registers nothing
     */
    public void provide(String offeringId, String transferAgent, String registrar, String cusip, LocalDate providedOn) {
        Offering offering = offerings.lock(offeringId);
        if (!offering.phase().isBeforeFiling() && offering.phase() != Phase.FILED) {
            throw Refusal.conflict(
                    "offeringId",
                    offeringId + " is not waiting for its effectiveness: its phase is " + offering.phase(),
                    Clause.S4_E);
        }
        LocalDate since = providedOn == null ? dates.today() : dates.notInFuture("providedOn", providedOn);
        List<Appointment> provided = Appointment.of(transferAgent, registrar, cusip, since);
        appointments.add(offeringId, provided, clock.instant(), user.id());
        Map<Kind, Appointment> all = appointments.latest(offeringId);
        Registration before = offering.registration();
        offerings.appointed(
                offeringId,
                appointee(all.get(Kind.TRANSFER_AGENT), before.transferAgent()),
                appointee(all.get(Kind.REGISTRAR), before.registrar()),
                appointee(all.get(Kind.CUSIP), before.cusip()));
        caseFile.on(offeringId, Clause.S4_E)
                .input("provided", provided)
                .result("complete", offerings.get(offeringId).registration().appointmentsComplete())
                .write("Transfer agent, registrar and CUSIP number recorded");
    }

    /** Whether one was provided only after the effective date cannot be undone, and is written down. */
    void noteLateOnes(String offeringId, LocalDate effectiveOn) {
        List<Appointment> late = appointments.latest(offeringId).values().stream()
                .filter(appointment -> appointment.providedOn().isAfter(effectiveOn))
                .toList();
        if (!late.isEmpty()) {
            caseFile.on(offeringId, Clause.S4_E)
                    .input("effectiveOn", effectiveOn)
                    .result("late", late)
                    .write("Provided after the effective date");
        }
    }

    private static String appointee(Appointment appointment, String before) {
        return appointment == null ? before : appointment.appointee();
    }
}
