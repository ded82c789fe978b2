package org.registrationrights.process.suspension;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Deadlines;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.explanation.Step;
import org.registrationrights.notice.BindingReceipt;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.ProofOfService;
import org.registrationrights.notice.ProofOfService.Finding;
import org.registrationrights.notice.ProofOfService.Outcome;
import org.registrationrights.notice.ProofOfServiceRepository;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Lines;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.piggyback.Dates;
import org.registrationrights.suspension.HolderSuspension;
import org.registrationrights.suspension.HolderSuspension.Key;
import org.registrationrights.suspension.HolderSuspensionRepository;
import org.registrationrights.suspension.SuspensionEvent;
import org.registrationrights.suspension.SuspensionRepository;
import org.registrationrights.suspension.SuspensionState;
import org.registrationrights.suspension.SuspensionState.Stop;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One Holder's stop in one event (2.6): begun by the notice, ended by the Holder's own receipt of the corrected
 * prospectus. Whoever takes more than one Holder's row has taken the offering before.
 */
@Component
@Transactional
public class HolderSuspensions {

    /** The two papers that a Holder gets of an event. */
    public enum StopPaper {
        NOTICE,
        CORRECTED_PROSPECTUS
    }

    /** Evidence that a paper reached a Holder, or of an attempt. */
    public record PaperDelivery(String holderId, Delivery delivery) {}

    /**
     * What is known of a Holder in an event.
     *
     * @param noticeSettled whether the notice has arrived, or is deemed to from a day on, or is not pursued
     * @param prospectusSent whether copies of the corrected prospectus are drawn up
     * @param released whether nothing keeps the Holder in this event any longer
     * @param noticeOverdueAt when counsel looks at a notice that nothing shows to have arrived
     * @param receiptOverdueAt the same of the copies; null while there are none
     */
    record Standing(
            boolean noticeSettled,
            boolean prospectusSent,
            boolean released,
            Instant noticeOverdueAt,
            Instant receiptOverdueAt) {}

    private final SuspensionRepository events;
    private final HolderSuspensionRepository holders;
    private final OfferingRepository offerings;
    private final ProofOfServiceRepository papers;
    private final SuspensionCorrespondence letters;
    private final SuspensionStates states;
    private final ReportedSales sales;
    private final Agreement agreement;
    private final Deadlines deadlines;
    private final Dates dates;
    private final Waiting waiting;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    HolderSuspensions(
            SuspensionRepository events,
            HolderSuspensionRepository holders,
            OfferingRepository offerings,
            ProofOfServiceRepository papers,
            SuspensionCorrespondence letters,
            SuspensionStates states,
            ReportedSales sales,
            Agreement agreement,
            Deadlines deadlines,
            Dates dates,
            Waiting waiting,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.events = events;
        this.holders = holders;
        this.offerings = offerings;
        this.papers = papers;
        this.letters = letters;
        this.states = states;
        this.sales = sales;
        this.agreement = agreement;
        this.deadlines = deadlines;
        this.dates = dates;
        this.waiting = waiting;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Draws up the copies of the corrected prospectus for the next Holders and tells their instances. A Holder gets one
     * set, however many events it corrects.
     *
     * @return whether that was the last of them
     */
    @Implements({Clause.S4_C, Clause.S2_5_A})
    boolean sendProspectuses(String eventId, int most) {
        SuspensionEvent event = lock(eventId);
        for (HolderSuspension holder : holders.nextUnsent(eventId, most)) {
            letters.correctedProspectus(event, holder.key().holderId());
            holders.sent(holder.key());
            waiting.tellInstance(holder.processInstanceId(), Messages.CORRECTED_PROSPECTUS_SENT);
        }
        return holders.nextUnsent(eventId, 1).isEmpty();
    }

    /** @throws Refusal for a Holder that the event does not concern, a paper that is not drawn up, and a future instant */
    @Implements({Clause.S2_6_A, Clause.S2_6_B, Clause.S11_1_A})
    public void recordDeliveries(String eventId, StopPaper paper, List<PaperDelivery> deliveries) {
        SuspensionEvent event = lock(eventId);
        Lines.each(
                "deliveries",
                deliveries,
                Clause.S11_1_A,
                line -> recordDelivery(
                        event,
                        new Key(eventId, Refusal.required("holderId", line.holderId(), Clause.S11_1_A)),
                        paper,
                        Refusal.required("delivery", line.delivery(), Clause.S11_1_A)));
    }

    /** One Holder's, from a form. */
    void recordDelivery(Key key, StopPaper paper, Delivery delivery) {
        recordDelivery(lock(key.eventId()), key, paper, delivery);
    }

    private void recordDelivery(SuspensionEvent event, Key key, StopPaper paper, Delivery delivery) {
        lockAll(event, key);
        ProofOfService drawnUp = paper(event, key, paper)
                .orElseThrow(() -> Refusal.conflict(
                        "holderId", "nothing is drawn up yet for " + key.holderId() + "; repeat it", Clause.S4_C));
        dates.notInFuture(delivery);
        papers.add(drawnUp.dispatchId(), delivery, clock.instant(), user.id());
        noteReceipt(event, key, paper)
                .input("delivery", delivery)
                .write(
                        paper == StopPaper.NOTICE
                                ? "Delivery of the notice of the misstatement recorded"
                                : "Delivery of the corrected prospectus recorded");
        sales.reconsider(event.offeringId(), key.holderId());
    }

    private SuspensionEvent lock(String eventId) {
        SuspensionEvent event = events.lock(eventId);
        offerings.lock(event.offeringId());
        return event;
    }

    /** Stores what counsel makes of a paper that nothing shows to have arrived. */
    @Implements({Clause.S2_6_A, Clause.S2_6_B})
    void decide(Key key, StopPaper paper, Finding finding) {
        SuspensionEvent event = lock(key.eventId());
        lockAll(event, key);
        ProofOfService asked = paper(event, key, paper).orElseThrow();
        if (finding.receivedAt() != null) {
            dates.notInFuture("receivedAt", finding.receivedAt());
        }
        if (finding.outcome() == Outcome.NOT_PURSUED && paper == StopPaper.CORRECTED_PROSPECTUS) {
            checkInHand(event, asked);
            papers.add(key.noticeId(), finding, clock.instant(), user.id());
        } else {
            papers.add(asked.dispatchId(), finding, clock.instant(), user.id());
        }
        noteReceipt(event, key, paper)
                .input("finding", finding)
                .write(
                        paper == StopPaper.NOTICE
                                ? "Receipt of the notice of the misstatement decided on"
                                : "Receipt of the corrected prospectus decided on");
        sales.reconsider(event.offeringId(), key.holderId());
    }

    /** A notice that comes after the corrected prospectus need not stop anybody. */
    private void checkInHand(SuspensionEvent event, ProofOfService copies) {
        if (states.receipt(event, copies).actual().isEmpty()) {
            throw Refusal.conflict(
                    "outcome", "nothing shows that the Holder has the corrected prospectus", Clause.S2_6_B);
        }
    }

    /** Works out from all evidence so far where the Holder stands in the event. */
    @Implements({Clause.S2_6_A, Clause.S2_6_B})
    Standing standing(Key key) {
        HolderSuspension holder = holders.lock(key);
        SuspensionEvent event = events.get(key.eventId());
        ProofOfService notice = paper(event, key, StopPaper.NOTICE).orElseThrow();
        boolean arrived = states.receipt(event, notice).binding() != null;
        boolean doubtful = !arrived && notice.hasArrivalSinceDecision();
        boolean released = notice.notPursued() || correctedAt(event, key) != null;
        return new Standing(
                arrived || notice.notPursued(),
                holder.prospectusSent() || notice.notPursued(),
                released,
                overdueAt(notice, doubtful, deadlines.stopNotice()),
                paper(event, key, StopPaper.CORRECTED_PROSPECTUS)
                        .map(copies -> overdueAt(
                                copies, !released && copies.hasArrivalSinceDecision(), deadlines.correctedProspectus()))
                        .orElse(null));
    }

    /** Counsel is asked at once where it is doubtful what an arrival is worth, and else when some days are over. */
    private Instant overdueAt(ProofOfService paper, boolean doubtful, Period time) {
        return doubtful
                ? clock.instant()
                : agreement.endOf(agreement.day(paper.sentAt()).plus(time));
    }

    /**
     * Notes that the Holder is free as far as the event goes.
     *
     * @return whether that was the last one
     */
    @Implements(Clause.S2_6_B)
    boolean release(Key key) {
        SuspensionEvent event = events.lock(key.eventId());
        holders.lock(key);
        holders.released(key);
        SuspensionState now = state(event, key);
        Instant correctedAt = correctedAt(event, key);
        note(key, Clause.S2_6_B)
                .happened(correctedAt == null ? clock.instant() : correctedAt)
                .result("openEvents", now.openEvents())
                .result("mayDispose", now.mayDispose())
                .steps(now.explain(null))
                .write(
                        correctedAt == null
                                ? "Notice to the Holder not pursued"
                                : "Holder free again as far as this event goes");
        return holders.allReleased(key.eventId());
    }

    /** How the Holder's right to sell stands now, over all events of the offering. */
    List<Step> explain(Key key) {
        return state(events.get(key.eventId()), key).explain(null);
    }

    private SuspensionState state(SuspensionEvent event, Key key) {
        return SuspensionState.of(states.received(event.offeringId(), key.holderId()), clock.instant());
    }

    /** Since when the Holder has had the corrected prospectus after its notice; null while it has none. */
    private Instant correctedAt(SuspensionEvent event, Key key) {
        return state(event, key).stops().stream()
                .filter(stop -> stop.event().equals(event.id()))
                .findFirst()
                .map(Stop::correctedAt)
                .orElse(null);
    }

    private Optional<ProofOfService> paper(SuspensionEvent event, Key key, StopPaper paper) {
        return switch (paper) {
            case NOTICE -> papers.find(key.noticeId());
            case CORRECTED_PROSPECTUS ->
                event.correctedBy() == null
                        ? Optional.empty()
                        : papers.find(new Key(event.correctedBy(), key.holderId()).prospectusId());
        };
    }

    /** The Holder in this event, and in each that is corrected with it: the copies concern them all. */
    private void lockAll(SuspensionEvent event, Key key) {
        holders.lock(key);
        if (event.correctedBy() != null) {
            events.correctedBy(event.correctedBy()).stream()
                    .map(other -> new Key(other.id(), key.holderId()))
                    .filter(other -> !other.equals(key) && holders.find(other).isPresent())
                    .forEach(holders::lock);
        }
    }

    private CaseNotes.Note noteReceipt(SuspensionEvent event, Key key, StopPaper paper) {
        BindingReceipt receipt = states.receipt(event, paper(event, key, paper).orElseThrow());
        CaseNotes.Note note = note(key, paper == StopPaper.NOTICE ? Clause.S2_6_A : Clause.S2_6_B)
                .policies(receipt.policies().only(BindingReceipt.POLICIES))
                .steps(receipt.explain(null));
        return paper == StopPaper.NOTICE
                ? note.result("stopsFrom", receipt.binding()).result("basis", receipt.basis())
                : note.result("actualReceipts", receipt.actual());
    }

    private CaseNotes.Note note(Key key, Clause clause) {
        String offeringId = events.get(key.eventId()).offeringId();
        return caseFile.on(CaseSubject.matter(key.eventId()).in(offeringId).of(key.holderId()), clause);
    }
}
