package org.registrationrights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.piggyback.Intake;
import org.registrationrights.process.standoff.LockUps;
import org.registrationrights.process.standoff.LockUps.RequestDelivery;
import org.registrationrights.process.standoff.StandoffPeriods;
import org.registrationrights.process.standoff.StandoffPeriods.Period;
import org.registrationrights.process.standoff.StandoffStart;
import org.registrationrights.process.standoff.StandoffTransactions;
import org.registrationrights.process.standoff.StandoffTransactions.TransactionReceipt;
import org.registrationrights.standoff.Lockup;
import org.registrationrights.standoff.ReportedTransaction;
import org.registrationrights.standoff.Standoff;
import org.registrationrights.standoff.StandoffRepository;
import org.registrationrights.standoff.StandoffRepository.Reported;
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
@RequestMapping("/api/standoffs")
@Tag(
        name = "Stand-offs",
        description = "Requests, lock-ups, stops on transfers and transactions of Holders (Section 7)")
class StandoffsController {

    /**
     * @param standoffId such as {@code STO-2027-1}; assigned where it is absent
     * @param offeringId an effective Public Offering that is known here, or the id for the one that is entered with this
     * @param offeringName with the three after it, an effective Public Offering that opened no notice here
     * @param offeringEffectiveAt an ISO instant with offset; absent for an offering that is known here
     * @param requestedBy {@code MANAGING_UNDERWRITER}, or {@code EXECUTIVE_OFFICER} where there is none
     * @param requester who asked, by name
     * @param days counted from the day after effectiveness, 180 at most
     * @param requestedOn today where it is absent
     */
    record Request(
            String receiptId,
            String standoffId,
            String offeringId,
            String offeringName,
            String managingUnderwriter,
            String offeringEffectiveAt,
            String offeringEvidence,
            String requestedBy,
            String requester,
            BigInteger days,
            String requestedOn,
            String evidence) {

        Map<String, Object> variables() {
            Map<String, Object> variables = new HashMap<>();
            variables.put("offeringId", offeringId);
            variables.put("offeringName", offeringName);
            variables.put("managingUnderwriter", managingUnderwriter);
            variables.put("offeringEffectiveAt", offeringEffectiveAt);
            variables.put("offeringEvidence", offeringEvidence);
            variables.put("requestedBy", requestedBy);
            variables.put("requester", requester);
            variables.put("days", days == null ? null : days.toString());
            variables.put("requestedOn", requestedOn);
            variables.put("evidence", evidence);
            return variables;
        }
    }

    record Deliveries(String receiptId, List<RequestDelivery> deliveries) {}

    record Lockups(String receiptId, List<Lockup> lockups) {}

    /** @param securities how many, of whatever kind; the other fields as {@link ReportedTransaction} tells them */
    record TransactionRequest(
            String receiptId,
            String holderId,
            BigInteger securities,
            LocalDate date,
            String kind,
            Boolean sharesInOffering,
            Boolean doneeBound,
            Boolean executed,
            String evidence) {}

    /**
     * @param receivedOn the day on which the request reached the Holder; null while nothing shows it
     * @param firstDay null, as {@code lastDay} is, where the Holder is not bound
     * @param restricted whether it is bound on the day asked about
     * @param lockup null until it has signed
     */
    record HolderDays(
            String holderId,
            LocalDate receivedOn,
            LocalDate firstDay,
            LocalDate lastDay,
            boolean restricted,
            Lockup lockup,
            String givenUpGround) {

        static HolderDays of(Period period, LocalDate day) {
            return new HolderDays(
                    period.holder().key().holderId(),
                    period.receivedOn(),
                    period.firstDay(),
                    period.lastDay(),
                    period.isRestricted(day),
                    period.holder().lockup(),
                    period.holder().givenUpGround());
        }
    }

    record StandoffView(Standoff standoff, LocalDate asOf, List<HolderDays> holders, List<Reported> transactions) {}

    private final StandoffRepository standoffs;
    private final OfferingRepository offerings;
    private final StandoffPeriods periods;
    private final StandoffStart start;
    private final LockUps lockUps;
    private final StandoffTransactions transactions;
    private final Intake intake;
    private final Agreement agreement;
    private final Clock clock;

    StandoffsController(
            StandoffRepository standoffs,
            OfferingRepository offerings,
            StandoffPeriods periods,
            StandoffStart start,
            LockUps lockUps,
            StandoffTransactions transactions,
            Intake intake,
            Agreement agreement,
            Clock clock) {
        this.standoffs = standoffs;
        this.offerings = offerings;
        this.periods = periods;
        this.start = start;
        this.lockUps = lockUps;
        this.transactions = transactions;
        this.intake = intake;
        this.agreement = agreement;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Stand-offs of an offering in the order in which they were asked for, or all, the last first")
    List<Standoff> list(@RequestParam(required = false) String offeringId) {
        return offeringId == null
                ? standoffs.all()
                : standoffs.ofOffering(offerings.get(offeringId).id());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Records a request for a stand-off after an effective Public Offering and starts its process")
    Standoff request(@RequestBody Request request) {
        return intake.take(
                request.receiptId(),
                "standoffs",
                request,
                Standoff.class,
                () -> start.start(request.standoffId(), request.variables()),
                () -> {});
    }

    @GetMapping("/{standoffId}")
    @Operation(
            summary = "One stand-off with each Holder's own days and lock-up as of a day (default: today), and its"
                    + " transactions")
    StandoffView one(@PathVariable String standoffId, @RequestParam(required = false) LocalDate asOf) {
        Standoff standoff = standoffs.get(standoffId);
        LocalDate day = asOf == null ? agreement.day(clock.instant()) : asOf;
        return new StandoffView(
                standoff,
                day,
                periods.all(standoff).stream()
                        .map(period -> HolderDays.of(period, day))
                        .toList(),
                standoffs.transactions(standoffId));
    }

    @PostMapping("/{standoffId}/deliveries")
    @PreAuthorize("hasAnyAuthority('holder-services', 'corporate-secretary', 'underwriter', 'camunda-admin')")
    @Operation(summary = "Evidence that the request was delivered to Holders, one or many (Sections 7, 11.1)")
    StandoffView deliver(@PathVariable String standoffId, @RequestBody Deliveries request) {
        return take(
                request.receiptId(),
                standoffId,
                "deliveries",
                request,
                () -> lockUps.recordDeliveries(standoffId, request.deliveries()),
                () -> start.tell(
                        standoffId,
                        request.deliveries().stream()
                                .map(RequestDelivery::holderId)
                                .toList()));
    }

    @PostMapping("/{standoffId}/lockups")
    @PreAuthorize("hasAnyAuthority('holder-services', 'corporate-secretary', 'underwriter', 'camunda-admin')")
    @Operation(summary = "Lock-ups that Holders have signed, one or many (Section 7)")
    StandoffView lockUp(@PathVariable String standoffId, @RequestBody Lockups request) {
        return take(
                request.receiptId(),
                standoffId,
                "lockups",
                request,
                () -> lockUps.recordLockups(standoffId, request.lockups()),
                () -> start.tell(
                        standoffId,
                        request.lockups().stream().map(Lockup::holderId).toList()));
    }

    @PostMapping("/{standoffId}/transactions")
    @PreAuthorize(
            "hasAnyAuthority('holder-services', 'transfer-agent', 'corporate-secretary', 'underwriter', 'camunda-admin')")
    @Operation(
            summary =
                    "A transaction that a Holder made or asks for: allowed, refused, or put before counsel (Section 7)")
    TransactionReceipt transact(@PathVariable String standoffId, @RequestBody TransactionRequest request) {
        ReportedTransaction reported = new ReportedTransaction(
                request.holderId(),
                request.securities(),
                request.date(),
                request.kind(),
                request.sharesInOffering(),
                request.doneeBound(),
                request.executed(),
                request.evidence());
        return intake.take(
                request.receiptId(),
                "standoffs/" + standoffId + "/transactions",
                request,
                TransactionReceipt.class,
                () -> transactions.report(standoffId, reported),
                () -> {});
    }

    private StandoffView take(
            String receiptId, String standoffId, String resource, Object request, Runnable store, Runnable tell) {
        standoffs.get(standoffId);
        intake.take(
                receiptId,
                "standoffs/" + standoffId + "/" + resource,
                request,
                String.class,
                () -> {
                    store.run();
                    return standoffId;
                },
                tell);
        return one(standoffId, null);
    }
}
