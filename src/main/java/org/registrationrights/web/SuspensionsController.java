package org.registrationrights.web;

import static org.registrationrights.agreement.Refusal.required;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.notice.ProofOfService;
import org.registrationrights.notice.ProofOfServiceRepository;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.piggyback.Intake;
import org.registrationrights.process.suspension.HolderSuspensions;
import org.registrationrights.process.suspension.HolderSuspensions.PaperDelivery;
import org.registrationrights.process.suspension.HolderSuspensions.StopPaper;
import org.registrationrights.process.suspension.OldProspectuses;
import org.registrationrights.process.suspension.SuspensionStart;
import org.registrationrights.process.suspension.SuspensionStates;
import org.registrationrights.process.suspension.Suspensions;
import org.registrationrights.suspension.Correction;
import org.registrationrights.suspension.HolderSuspension;
import org.registrationrights.suspension.HolderSuspensionRepository;
import org.registrationrights.suspension.HolderSuspensionRepository.Return;
import org.registrationrights.suspension.ReturnedCopies;
import org.registrationrights.suspension.SuspensionEvent;
import org.registrationrights.suspension.SuspensionRepository;
import org.registrationrights.suspension.SuspensionState;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/suspensions")
@Tag(
        name = "Suspensions",
        description = "Misleading prospectuses, who must stop, and who is free again (2.5, 2.6, 4(c))")
class SuspensionsController {

    /**
     * @param eventId such as {@code EVT-2027-1}; assigned where it is absent
     * @param discoveredAt an ISO instant with offset; now where it is absent
     */
    record Discovery(String receiptId, String eventId, String offeringId, String description, String discoveredAt) {

        Map<String, Object> variables() {
            Map<String, Object> variables = new HashMap<>();
            variables.put("offeringId", offeringId);
            variables.put("description", description);
            variables.put("discoveredAt", discoveredAt);
            return variables;
        }
    }

    /** @param paper which of the two papers was delivered */
    record Deliveries(String receiptId, StopPaper paper, List<PaperDelivery> deliveries) {}

    /**
     * @param copies how many each Holder is sent; one where it is absent
     * @param corrects other open events of the same offering that it corrects too; none where it is absent
     */
    record CorrectionMade(
            String receiptId,
            Correction.Kind kind,
            String document,
            LocalDate madeOn,
            Integer copies,
            List<String> corrects) {}

    record Effectiveness(String receiptId, Instant effectiveAt) {}

    record Returns(String receiptId, List<ReturnedCopies> returns) {}

    /**
     * @param stoppedFrom when the notice reached the Holder or will by 11.1; null while nothing shows it
     * @param freeFrom when it received the corrected prospectus after that; null until then
     */
    record HolderView(String holderId, HolderSuspension.State state, Instant stoppedFrom, Instant freeFrom) {}

    record EventView(
            SuspensionEvent event,
            Correction correction,
            List<HolderView> holders,
            List<ProofOfService> papers,
            List<Return> returns) {}

    private final SuspensionRepository events;
    private final HolderSuspensionRepository holders;
    private final ProofOfServiceRepository papers;
    private final OfferingRepository offerings;
    private final Suspensions suspensions;
    private final HolderSuspensions holderSuspensions;
    private final OldProspectuses prospectuses;
    private final SuspensionStates states;
    private final SuspensionStart start;
    private final Waiting waiting;
    private final Intake intake;
    private final Clock clock;

    SuspensionsController(
            SuspensionRepository events,
            HolderSuspensionRepository holders,
            ProofOfServiceRepository papers,
            OfferingRepository offerings,
            Suspensions suspensions,
            HolderSuspensions holderSuspensions,
            OldProspectuses prospectuses,
            SuspensionStates states,
            SuspensionStart start,
            Waiting waiting,
            Intake intake,
            Clock clock) {
        this.events = events;
        this.holders = holders;
        this.papers = papers;
        this.offerings = offerings;
        this.suspensions = suspensions;
        this.holderSuspensions = holderSuspensions;
        this.prospectuses = prospectuses;
        this.states = states;
        this.start = start;
        this.waiting = waiting;
        this.intake = intake;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Events of an offering in the order of their discovery, or all, the latest first")
    List<SuspensionEvent> list(@RequestParam(required = false) String offeringId) {
        return offeringId == null
                ? events.all()
                : events.ofOffering(offerings.get(offeringId).id());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Reports what may make a prospectus misleading and starts the event's process (Section 4(c))")
    SuspensionEvent discover(@RequestBody Discovery discovery) {
        return intake.take(
                discovery.receiptId(),
                "suspensions",
                discovery,
                SuspensionEvent.class,
                () -> start.start(discovery.eventId(), discovery.variables()),
                () -> {});
    }

    @GetMapping("/{eventId}")
    @Operation(summary = "One event with its correction, its Holders' stops, their papers and what they returned")
    EventView one(@PathVariable String eventId) {
        SuspensionEvent event = events.get(eventId);
        Map<String, SuspensionState> now = states.at(event.offeringId(), clock.instant());
        return new EventView(
                event,
                events.correction(event).orElse(null),
                holders.ofEvent(eventId).stream()
                        .map(holder -> view(holder, now.get(holder.key().holderId())))
                        .toList(),
                papers.allOf(eventId + ":"),
                holders.returns(eventId));
    }

    private static HolderView view(HolderSuspension holder, SuspensionState state) {
        return state.stops().stream()
                .filter(stop -> stop.event().equals(holder.key().eventId()))
                .map(stop ->
                        new HolderView(holder.key().holderId(), holder.state(), stop.noticeAt(), stop.correctedAt()))
                .findFirst()
                .orElse(new HolderView(holder.key().holderId(), holder.state(), null, null));
    }

    @PostMapping("/{eventId}/deliveries")
    @PreAuthorize("hasAnyAuthority('holder-services', 'corporate-secretary', 'camunda-admin')")
    @Operation(summary = "Evidence that the notice or the corrected prospectus was delivered, one or many (2.6, 11.1)")
    List<HolderView> deliver(@PathVariable String eventId, @RequestBody Deliveries request) {
        StopPaper paper = required("paper", request.paper());
        take(
                request.receiptId(),
                eventId,
                "deliveries",
                request,
                () -> holderSuspensions.recordDeliveries(eventId, paper, request.deliveries()),
                () -> start.tellDelivery(
                        eventId,
                        paper,
                        request.deliveries().stream()
                                .map(PaperDelivery::holderId)
                                .toList()));
        return one(eventId).holders();
    }

    @PostMapping("/{eventId}/correction")
    @PreAuthorize("hasAnyAuthority('counsel', 'corporate-secretary', 'camunda-admin')")
    @Operation(summary = "The supplement or amendment that corrects the event, and perhaps others (Sections 2.5, 4(c))")
    Correction correct(@PathVariable String eventId, @RequestBody CorrectionMade request) {
        Correction correction =
                new Correction(eventId, request.kind(), request.document(), request.madeOn(), request.copies(), null);
        List<String> also = request.corrects() == null ? List.of() : request.corrects();
        take(
                request.receiptId(),
                eventId,
                "correction",
                request,
                () -> suspensions.correct(correction, also),
                () -> start.tellCorrected(eventId, Messages.PROSPECTUS_CORRECTED));
        return events.correction(events.get(eventId)).orElseThrow();
    }

    @PostMapping("/{eventId}/effectiveness")
    @PreAuthorize("hasAnyAuthority('counsel', 'corporate-secretary', 'camunda-admin')")
    @Operation(summary = "The SEC declared the amendment effective by which the event is corrected (Section 2.5)")
    Correction effectiveness(@PathVariable String eventId, @RequestBody Effectiveness request) {
        Instant effectiveAt = required("effectiveAt", request.effectiveAt());
        take(
                request.receiptId(),
                eventId,
                "effectiveness",
                request,
                () -> suspensions.effective(eventId, effectiveAt),
                () -> start.tellCorrected(eventId, Messages.AMENDMENT_EFFECTIVE));
        return events.correction(events.get(eventId)).orElseThrow();
    }

    @PostMapping("/{eventId}/returns")
    @PreAuthorize("hasAnyAuthority('holder-services', 'counsel', 'camunda-admin')")
    @Operation(summary = "Old prospectuses that Holders returned, one or many, with what it cost (Section 2.6)")
    List<Return> returns(@PathVariable String eventId, @RequestBody Returns request) {
        take(
                request.receiptId(),
                eventId,
                "returns",
                request,
                () -> prospectuses.record(eventId, request.returns()),
                () -> {
                    waiting.tell(eventId, Messages.PROSPECTUSES_RETURNED);
                    start.tellCosts(eventId);
                });
        return holders.returns(eventId);
    }

    private void take(
            String receiptId, String eventId, String resource, Object request, Runnable store, Runnable tell) {
        events.get(eventId);
        intake.record(receiptId, "suspensions/" + eventId + "/" + resource, request, store, tell);
    }
}
