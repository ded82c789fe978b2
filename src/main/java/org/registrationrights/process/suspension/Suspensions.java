package org.registrationrights.process.suspension;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.piggyback.Dates;
import org.registrationrights.register.RegisterRepository;
import org.registrationrights.suspension.Correction;
import org.registrationrights.suspension.HolderSuspension.Key;
import org.registrationrights.suspension.HolderSuspensionRepository;
import org.registrationrights.suspension.SuspensionEvent;
import org.registrationrights.suspension.SuspensionEvent.Assessment;
import org.registrationrights.suspension.SuspensionEvent.State;
import org.registrationrights.suspension.SuspensionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Events that may have made a prospectus misleading: judged by counsel, corrected by the Company (2.5, 4(c)). */
@Component
@Transactional
public class Suspensions {

    private static final Pattern ID = Pattern.compile("EVT-\\d{4}-[1-9]\\d{0,8}");

    private final SuspensionRepository events;
    private final HolderSuspensionRepository holders;
    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final RegisterRepository register;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    Suspensions(
            SuspensionRepository events,
            HolderSuspensionRepository holders,
            OfferingRepository offerings,
            AllocationRepository allocations,
            RegisterRepository register,
            Dates dates,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.events = events;
        this.holders = holders;
        this.offerings = offerings;
        this.allocations = allocations;
        this.register = register;
        this.dates = dates;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * @param businessKey the event's id; null where one is to be assigned
     * @param discoveredAt null for now
     * @throws Refusal where no prospectus with Registrable Shares is in use. The closing ends that no more than a
     *     withdrawal does: whether a prospectus is still required is counsel's first question
     */
    SuspensionEvent record(String businessKey, String offeringId, String description, Instant discoveredAt) {
        if (offerings.get(offeringId).registration().effectiveAt() == null) {
            throw Refusal.conflict("offeringId", offeringId + " has no statement that became effective", Clause.S4_C);
        }
        if (allocations.included(offeringId).isEmpty()) {
            throw Refusal.conflict(
                    "offeringId", "no Registrable Shares are covered by the statement of " + offeringId, Clause.S4_C);
        }
        Instant at = discoveredAt == null ? clock.instant() : dates.notInFuture("discoveredAt", discoveredAt);
        SuspensionEvent event = new SuspensionEvent(
                id(businessKey, at), offeringId, description, at, user.id(), State.ASSESSMENT, null, null, null);
        events.insert(event, clock.instant());
        note(event)
                .happened(at)
                .input("description", description)
                .input("discoveredAt", at)
                .write("Possible misstatement discovered");
        return event;
    }

    private String id(String businessKey, Instant discoveredAt) {
        if (businessKey == null) {
            String id;
            do {
                id = "EVT-" + dates.day(discoveredAt).getYear() + "-" + events.drawNumber(clock.instant());
            } while (events.exists(id));
            return id;
        }
        if (!ID.matcher(businessKey).matches()) {
            throw Refusal.invalid("businessKey", "'" + businessKey + "' is not of the form EVT-2027-1");
        }
        return businessKey;
    }

    /**
     * Stores counsel's judgment.
     *
     * @param further Holders that came to covered shares since the statement was made
     */
    @Implements(Clause.S4_C)
    void assess(String eventId, Assessment assessment, List<String> further) {
        SuspensionEvent event = events.lock(eventId);
        events.assessed(eventId, assessment);
        for (String holderId : Set.copyOf(further)) {
            register.holder(holderId);
            holders.list(new Key(eventId, holderId));
        }
        note(event)
                .input("prospectusRequired", assessment.prospectusRequired())
                .input("defect", assessment.defect())
                .input("material", assessment.material())
                .input("returnDirected", assessment.returnDirected())
                .input("told", assessment.told())
                .input("furtherHolders", further)
                .input("reasons", assessment.reasons())
                .result("noticeOwed", assessment.noticeOwed())
                .write(
                        assessment.noticeOwed()
                                ? "Misstatement found: the Holders are to be told"
                                : "No notice owed of the misstatement");
    }

    /** Lists every Holder whose shares the statement covers, whether or not it has sold them: reports may be late. */
    @Implements(Clause.S4_C)
    void listCovered(String eventId) {
        SuspensionEvent event = events.lock(eventId);
        List<String> listed = holders.ofEvent(eventId).stream()
                .map(holder -> holder.key().holderId())
                .toList();
        allocations.included(event.offeringId()).stream()
                .map(Line::holderId)
                .filter(holderId -> !listed.contains(holderId))
                .forEach(holderId -> holders.list(new Key(eventId, holderId)));
        note(event).result("holders", holders.ofEvent(eventId).size()).write("Covered Holders listed");
    }

    /**
     * Stores the supplement or amendment that corrects the event, and others of the same offering.
     *
     * @param also the ids of these others
     * @throws Refusal for an event that is not open, or is corrected already
     */
    @Implements({Clause.S2_5_A, Clause.S4_C})
    public void correct(Correction correction, List<String> also) {
        TreeSet<String> all = new TreeSet<>(also);
        all.add(correction.eventId());
        SuspensionEvent own = events.get(correction.eventId());
        for (String id : all) {
            String field = id.equals(own.id()) ? "eventId" : "corrects";
            SuspensionEvent event = events.lock(id);
            checkCorrectable(field, event, own);
            dates.notBefore("madeOn", correction.madeOn(), dates.day(event.discoveredAt()), "the discovery of " + id);
        }
        dates.notInFuture("madeOn", correction.madeOn());
        events.correct(correction, List.copyOf(all), clock.instant(), user.id());
        caseFile.on(subject(own), Clause.S2_5_A)
                .input("correction", correction)
                .result("corrects", all)
                .write(
                        correction.inEffect()
                                ? "Prospectus corrected by a supplement"
                                : "Prospectus corrected by an amendment that is not effective yet");
    }

    private static void checkCorrectable(String field, SuspensionEvent event, SuspensionEvent own) {
        if (!event.offeringId().equals(own.offeringId())) {
            throw Refusal.invalid(field, event.id() + " belongs to offering " + event.offeringId(), Clause.S2_5_A);
        }
        if (event.state() != State.OPEN) {
            throw Refusal.conflict(field, event.id() + " is not open: it is in " + event.state(), Clause.S4_C);
        }
        if (event.correctedBy() != null) {
            throw Refusal.conflict(
                    field, event.id() + " is corrected already, for " + event.correctedBy(), Clause.S2_5_A);
        }
    }

    /** Stores that the SEC declared the amendment effective by which the event is corrected. */
    @Implements(Clause.S2_5_A)
    public void effective(String eventId, Instant effectiveAt) {
        SuspensionEvent event = events.get(eventId);
        Correction correction = events.correction(event)
                .orElseThrow(() -> Refusal.conflict("eventId", eventId + " is not corrected yet", Clause.S2_5_A));
        events.correctedBy(correction.eventId()).forEach(one -> events.lock(one.id()));
        if (correction.kind() == Correction.Kind.SUPPLEMENT) {
            throw Refusal.conflict("eventId", "a supplement needs no effectiveness", Clause.S2_5_A);
        }
        if (effectiveAt.equals(correction.effectiveAt())) {
            return; // stored before the process was told, and told again now
        }
        if (correction.inEffect()) {
            throw Refusal.conflict(
                    "effectiveAt", "the amendment is effective since " + correction.effectiveAt(), Clause.S2_5_A);
        }
        dates.notInFuture("effectiveAt", effectiveAt);
        dates.notBefore("effectiveAt", dates.day(effectiveAt), correction.madeOn(), "the amendment");
        events.effective(correction.eventId(), effectiveAt);
        caseFile.on(subject(events.get(correction.eventId())), Clause.S2_5_A)
                .happened(effectiveAt)
                .input("effectiveAt", effectiveAt)
                .write("Amendment of the statement effective");
    }

    /** The correction of the event, or null. One that is stored from now on finds the instance waiting that asks here. */
    Correction correction(String eventId) {
        return events.correction(events.lock(eventId)).orElse(null);
    }

    /** Whether all Holders are free as far as the event goes; who is released from now on tells it. */
    boolean allReleased(String eventId) {
        events.lock(eventId);
        return holders.allReleased(eventId);
    }

    void close(String eventId) {
        SuspensionEvent event = events.lock(eventId);
        events.enter(eventId, State.CLOSED);
        note(event).write("Event closed: every covered Holder has the corrected prospectus");
    }

    public SuspensionEvent get(String eventId) {
        return events.get(eventId);
    }

    /** Other events of the same offering that wait for a correction, by their ids. */
    String othersOpen(String eventId) {
        return events.ofOffering(events.get(eventId).offeringId()).stream()
                .filter(other -> other.state() == State.OPEN && other.correctedBy() == null)
                .map(SuspensionEvent::id)
                .filter(id -> !id.equals(eventId))
                .collect(Collectors.joining(", "));
    }

    private CaseNotes.Note note(SuspensionEvent event) {
        return caseFile.on(subject(event), Clause.S4_C);
    }

    private static CaseSubject subject(SuspensionEvent event) {
        return CaseSubject.matter(event.id()).in(event.offeringId());
    }
}
