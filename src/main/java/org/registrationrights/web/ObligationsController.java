package org.registrationrights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.registrationrights.offering.Appointment;
import org.registrationrights.offering.AppointmentRepository;
import org.registrationrights.offering.Listing;
import org.registrationrights.offering.ListingRepository;
import org.registrationrights.offering.Obligation;
import org.registrationrights.offering.Obligation.Kind;
import org.registrationrights.offering.ObligationRepository;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.ProspectusDelivery;
import org.registrationrights.offering.ProspectusRepository;
import org.registrationrights.offering.StateQualification;
import org.registrationrights.offering.StateQualificationRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.piggyback.Appointments;
import org.registrationrights.process.piggyback.CompanyObligations;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/offerings/{offeringId}")
@Tag(name = "Obligations of the Company", description = "What it does for the registered shares (Section 4)")
class ObligationsController {

    /**
     * Each of the three as far as it is settled.
     *
     * @param providedOn the day since which it is provided; today where absent
     */
    record AppointmentsMade(
            String receiptId, String transferAgent, String registrar, String cusip, LocalDate providedOn) {}

    /**
     * @param listings what became of exchanges; may be absent where listingComplete is true
     * @param listingComplete whether every exchange that lists similar securities is entered and settled; false where
     *     absent
     * @param listingGround on which there is no such exchange; only where none is entered
     */
    record ListingReport(String receiptId, List<Listing> listings, boolean listingComplete, String listingGround) {}

    /**
     * @param states what became of the qualification in states; may be absent where statesComplete is true
     * @param statesComplete whether every state that was granted to a Holder is entered and settled; false where absent
     * @param statesGround on which none is entered; only where none is
     */
    record StatesReport(
            String receiptId, List<StateQualification> states, boolean statesComplete, String statesGround) {}

    /**
     * @param prospectuses the copies that went out, a line without a Holder to each selling Holder; may be absent where
     *     prospectusesComplete is true
     * @param prospectusesComplete whether every selling Holder has what it needs; false where absent
     * @param prospectusesGround on which one needs no final prospectus; only where one has none
     */
    record ProspectusReport(
            String receiptId,
            List<ProspectusDelivery> prospectuses,
            boolean prospectusesComplete,
            String prospectusesGround) {}

    /** @param complete whether effectiveness can be recorded */
    record AppointmentsView(boolean complete, List<Appointment> appointments) {}

    /**
     * @param obligation how it stands; null before it begins
     * @param entries what counts of an exchange or a state; of prospectuses all
     */
    record ObligationView<T>(Obligation obligation, Collection<T> entries) {}

    private final OfferingRepository offerings;
    private final AppointmentRepository appointmentRows;
    private final ObligationRepository obligationRows;
    private final ListingRepository listings;
    private final StateQualificationRepository states;
    private final ProspectusRepository prospectuses;
    private final Appointments appointments;
    private final CompanyObligations obligations;
    private final Waiting waiting;
    private final OfferingReports reports;

    ObligationsController(
            OfferingRepository offerings,
            AppointmentRepository appointmentRows,
            ObligationRepository obligationRows,
            ListingRepository listings,
            StateQualificationRepository states,
            ProspectusRepository prospectuses,
            Appointments appointments,
            CompanyObligations obligations,
            Waiting waiting,
            OfferingReports reports) {
        this.offerings = offerings;
        this.appointmentRows = appointmentRows;
        this.obligationRows = obligationRows;
        this.listings = listings;
        this.states = states;
        this.prospectuses = prospectuses;
        this.appointments = appointments;
        this.obligations = obligations;
        this.waiting = waiting;
        this.reports = reports;
    }

    @GetMapping("/appointments")
    @Operation(summary = "Transfer agent, registrar and CUSIP number as they were provided (Section 4(e))")
    AppointmentsView appointments(@PathVariable String offeringId) {
        return new AppointmentsView(
                offerings.get(offeringId).registration().appointmentsComplete(),
                appointmentRows.ofOffering(offeringId));
    }

    @PostMapping("/appointments")
    @PreAuthorize("hasAnyAuthority('transfer-agent', 'corporate-secretary', 'camunda-admin')")
    @Operation(summary = "Transfer agent, registrar or CUSIP number, without which nothing is effective (Section 4(e))")
    AppointmentsView appoint(@PathVariable String offeringId, @RequestBody AppointmentsMade request) {
        take(
                request.receiptId(),
                offeringId,
                "appointments",
                request,
                () -> appointments.provide(
                        offeringId,
                        request.transferAgent(),
                        request.registrar(),
                        request.cusip(),
                        request.providedOn()),
                Messages.APPOINTMENTS_REPORTED);
        return appointments(offeringId);
    }

    @GetMapping("/listings")
    @Operation(summary = "The listing of the shares, exchange by exchange (Section 4(d))")
    ObligationView<Listing> listings(@PathVariable String offeringId) {
        return view(offeringId, Kind.LISTING, listings.latest(offeringId));
    }

    @PostMapping("/listings")
    @PreAuthorize("hasAnyAuthority('corporate-secretary', 'counsel', 'camunda-admin')")
    @Operation(summary = "What became of the listing on exchanges, one or many (Section 4(d))")
    ObligationView<Listing> list(@PathVariable String offeringId, @RequestBody ListingReport request) {
        take(
                request.receiptId(),
                offeringId,
                "listings",
                request,
                () -> obligations.list(
                        offeringId, orNone(request.listings()), request.listingComplete(), request.listingGround()),
                Messages.LISTING_REPORTED);
        return listings(offeringId);
    }

    @GetMapping("/blue-sky")
    @Operation(summary = "The qualification of the shares, state by state (Section 4(b))")
    ObligationView<StateQualification> states(@PathVariable String offeringId) {
        return view(offeringId, Kind.STATES, states.latest(offeringId).values());
    }

    @PostMapping("/blue-sky")
    @PreAuthorize("hasAnyAuthority('corporate-secretary', 'counsel', 'camunda-admin')")
    @Operation(summary = "What became of the qualification in states, one or many (Section 4(b))")
    ObligationView<StateQualification> qualify(@PathVariable String offeringId, @RequestBody StatesReport request) {
        take(
                request.receiptId(),
                offeringId,
                "blue-sky",
                request,
                () -> obligations.qualify(
                        offeringId, orNone(request.states()), request.statesComplete(), request.statesGround()),
                Messages.STATES_REPORTED);
        return states(offeringId);
    }

    @GetMapping("/prospectuses")
    @Operation(summary = "Which copies of the prospectus went to which selling Holder (Section 4(a))")
    ObligationView<ProspectusDelivery> prospectuses(@PathVariable String offeringId) {
        return view(offeringId, Kind.PROSPECTUSES, prospectuses.ofOffering(offeringId));
    }

    @PostMapping("/prospectuses")
    @PreAuthorize("hasAnyAuthority('holder-services', 'corporate-secretary', 'camunda-admin')")
    @Operation(summary = "Copies of the prospectus that went to selling Holders, to one, many or all (Section 4(a))")
    ObligationView<ProspectusDelivery> furnish(@PathVariable String offeringId, @RequestBody ProspectusReport request) {
        take(
                request.receiptId(),
                offeringId,
                "prospectuses",
                request,
                () -> obligations.furnish(
                        offeringId,
                        orNone(request.prospectuses()),
                        request.prospectusesComplete(),
                        request.prospectusesGround()),
                Messages.PROSPECTUSES_REPORTED);
        return prospectuses(offeringId);
    }

    private void take(
            String receiptId, String offeringId, String resource, Object request, Runnable store, String message) {
        reports.take(receiptId, offeringId, resource, request, store, () -> waiting.tellOffering(offeringId, message));
    }

    private <T> ObligationView<T> view(String offeringId, Kind kind, Collection<T> entries) {
        offerings.get(offeringId);
        Obligation obligation = obligationRows.ofOffering(offeringId).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElse(null);
        return new ObligationView<>(obligation, entries);
    }

    private static <T> List<T> orNone(List<T> lines) {
        return lines == null ? List.of() : lines;
    }
}
