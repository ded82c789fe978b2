package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.BlueSky;
import org.registrationrights.offering.HolderRequestRepository;
import org.registrationrights.offering.Listing;
import org.registrationrights.offering.ListingRepository;
import org.registrationrights.offering.Obligation;
import org.registrationrights.offering.Obligation.Kind;
import org.registrationrights.offering.Obligation.State;
import org.registrationrights.offering.ObligationRepository;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.ProspectusDelivery;
import org.registrationrights.offering.ProspectusRepository;
import org.registrationrights.offering.SaleRepository;
import org.registrationrights.offering.StateQualification;
import org.registrationrights.offering.StateQualificationRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the Company does for the registered shares beside the line: lists them (4(d)), qualifies them in states (4(b)),
 * furnishes prospectuses (4(a)). Each report may come at any time after the determination; it says whether it is all.
 */
@Component
@Transactional
@Implements({Clause.S4_A, Clause.S4_B, Clause.S4_D})
public class CompanyObligations {

    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final ObligationRepository obligations;
    private final ListingRepository listings;
    private final StateQualificationRepository states;
    private final ProspectusRepository prospectuses;
    private final HolderRequestRepository requests;
    private final SaleRepository sales;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    CompanyObligations(
            OfferingRepository offerings,
            AllocationRepository allocations,
            ObligationRepository obligations,
            ListingRepository listings,
            StateQualificationRepository states,
            ProspectusRepository prospectuses,
            HolderRequestRepository requests,
            SaleRepository sales,
            Dates dates,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.offerings = offerings;
        this.allocations = allocations;
        this.obligations = obligations;
        this.listings = listings;
        this.states = states;
        this.prospectuses = prospectuses;
        this.requests = requests;
        this.sales = sales;
        this.dates = dates;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * From the filing on they are due; what was settled before stays so.
     *
     * @return whether anything is owed: nothing is where the statement covers no Holder's shares
     */
    boolean begin(String offeringId) {
        if (allocations.included(offeringId).isEmpty()) {
            return false;
        }
        List<Kind> known = obligations.ofOffering(offeringId).stream()
                .map(Obligation::kind)
                .toList();
        Stream.of(Kind.values())
                .filter(kind -> !known.contains(kind))
                .forEach(kind -> enter(offeringId, kind, State.OPEN, null));
        return true;
    }

    /** What is stored from now on finds the instance waiting that asks here. */
    boolean isSettled(String offeringId, Kind kind) {
        offerings.lock(offeringId);
        return obligations.isSettled(offeringId, kind);
    }

    /** Whether a withdrawal has taken their object. What Holders sold before is registered, and owed as before. */
    boolean areMootIn(Offering offering) {
        return offering.phase() == Phase.WITHDRAWN
                && sales.soldByHolder(offering.id()).isEmpty();
    }

    /** With the sale go the obligations that serve it. */
    @Implements(Clause.S8_A)
    void callOff(String offeringId) {
        obligations.ofOffering(offeringId).stream()
                .filter(obligation -> obligation.state() == State.OPEN)
                .forEach(obligation -> {
                    enter(offeringId, obligation.kind(), State.MOOT, null);
                    caseFile.on(offeringId, Clause.S8_A)
                            .input("obligation", obligation.kind())
                            .write("Obligation moot: the offering was withdrawn");
                });
    }

    /**
     * Stores what became of listings.
     *
     * @param complete whether that is all: each exchange that lists similar securities is entered and settled
     * @param ground on which no exchange lists any; null where one does
     */
    public void list(String offeringId, List<Listing> reported, boolean complete, String ground) {
        lockOpen(offeringId, Kind.LISTING);
        each(Kind.LISTING, "listings", reported, complete, listing -> {
            if (listing.approvedOn() != null) {
                dates.notInFuture("approvedOn", listing.approvedOn());
            }
        });
        listings.add(offeringId, reported, clock.instant(), user.id());
        note(offeringId, Kind.LISTING, "listings", reported, "Listing of the shares recorded");
        if (complete) {
            String reason = Obligation.ground(Kind.LISTING, ground);
            Listing.checkComplete(listings.latest(offeringId), reason);
            settle(offeringId, Kind.LISTING, reason);
        }
    }

    /**
     * Stores what became of the qualification in states.
     *
     * @param complete whether that is all: each state that was granted to a Holder is entered and settled
     * @param ground why none is entered; null where one is
     * @throws Refusal for a state that is refused here and was granted to a Holder
     */
    public void qualify(String offeringId, List<StateQualification> reported, boolean complete, String ground) {
        lockOpen(offeringId, Kind.STATES);
        BlueSky before = blueSky(offeringId);
        each(Kind.STATES, "states", reported, complete, state -> {
            if (state.decidedOn() != null) {
                dates.notInFuture("decidedOn", state.decidedOn());
            }
            before.checkRecord(state);
        });
        states.add(offeringId, reported, clock.instant(), user.id());
        note(offeringId, Kind.STATES, "states", reported, "Qualification in states recorded");
        before.overtaken(reported)
                .forEach(request -> caseFile.on(new ElectionKey(offeringId, request.holderId()), Clause.S4_B)
                        .input("requestId", request.id())
                        .input("states", reported)
                        .write("Refusal of a state overtaken: the shares may be sold there"));
        if (complete) {
            String reason = Obligation.ground(Kind.STATES, ground);
            blueSky(offeringId).checkComplete(reason);
            settle(offeringId, Kind.STATES, reason);
        }
    }

    /**
     * Stores which copies of the prospectus went out.
     *
     * @param reported a line without a Holder is of every selling Holder
     * @param complete whether that is all: each selling Holder has its final prospectus
     * @param ground why one needs none; null where each has one
     */
    public void furnish(String offeringId, List<ProspectusDelivery> reported, boolean complete, String ground) {
        Offering offering = lockOpen(offeringId, Kind.PROSPECTUSES);
        LocalDate effectiveOn = offering.registration().effectiveAt() == null
                ? null
                : dates.day(offering.registration().effectiveAt());
        List<String> selling =
                allocations.included(offeringId).stream().map(Line::holderId).toList();
        List<ProspectusDelivery> furnished = new ArrayList<>();
        each(Kind.PROSPECTUSES, "prospectuses", reported, complete, delivery -> {
            delivery.check(offering.registration(), effectiveOn);
            dates.notInFuture("furnishedOn", delivery.furnishedOn());
            Input.checked("copies", delivery.copies());
            if (delivery.holderId() == null) {
                selling.forEach(holder -> furnished.add(delivery.to(holder)));
            } else if (selling.contains(delivery.holderId())) {
                furnished.add(delivery);
            } else {
                throw Refusal.unknown("holderId", delivery.holderId() + " sells nothing in " + offeringId);
            }
        });
        prospectuses.add(offeringId, furnished, clock.instant(), user.id());
        note(offeringId, Kind.PROSPECTUSES, "prospectuses", reported, "Prospectuses furnished");
        if (complete) {
            String reason = Obligation.ground(Kind.PROSPECTUSES, ground);
            ProspectusDelivery.checkComplete(selling, prospectuses.ofOffering(offeringId), reason);
            settle(offeringId, Kind.PROSPECTUSES, reason);
        }
    }

    private BlueSky blueSky(String offeringId) {
        return new BlueSky(states.latest(offeringId), requests.ofOffering(offeringId));
    }

    private Offering lockOpen(String offeringId, Kind kind) {
        Offering offering = offerings.lock(offeringId);
        if (offering.phase() == Phase.NO_NOTICE_REQUIRED) {
            throw Refusal.conflict("offeringId", offeringId + " registers no Registrable Shares", kind.clause());
        }
        if (areMootIn(offering)) {
            throw Refusal.conflict("offeringId", offeringId + " was withdrawn before a sale", Clause.S8_A);
        }
        return offering;
    }

    /** Takes line by line; a refusal names the line. Nothing is reported only where that is all. */
    private static <T> void each(Kind kind, String list, List<T> lines, boolean complete, Consumer<T> check) {
        if (lines.isEmpty() && !complete) {
            throw Refusal.invalid(list, "needs at least one line, or " + kind.completeField() + " must be true");
        }
        Input.withoutGaps(list, lines);
        for (int i = 0; i < lines.size(); i++) {
            try {
                check.accept(lines.get(i));
            } catch (Refusal refused) {
                throw refused.within(list + "[" + i + "]");
            }
        }
    }

    private void note(String offeringId, Kind kind, String name, List<?> reported, String event) {
        if (!reported.isEmpty()) {
            caseFile.on(offeringId, kind.clause()).input(name, reported).write(event);
        }
    }

    private void settle(String offeringId, Kind kind, String ground) {
        enter(offeringId, kind, State.SETTLED, ground);
        caseFile.on(offeringId, kind.clause())
                .input("obligation", kind)
                .input("ground", ground)
                .write("Obligation of the Company settled");
    }

    private void enter(String offeringId, Kind kind, State state, String ground) {
        obligations.put(offeringId, new Obligation(kind, state, ground, clock.instant(), user.id()));
    }
}
