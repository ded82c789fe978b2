package org.registrationrights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.ExpenseRepository;
import org.registrationrights.offering.InformationRepository;
import org.registrationrights.offering.InformationRequest;
import org.registrationrights.offering.Obligation;
import org.registrationrights.offering.ObligationRepository;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.OtherSeller;
import org.registrationrights.offering.SaleRepository;
import org.registrationrights.offering.SaleRepository.Sale;
import org.registrationrights.offering.SignatureRepository;
import org.registrationrights.offering.SignatureRepository.Signature;
import org.registrationrights.process.DeadlineBoard;
import org.registrationrights.process.piggyback.Intake;
import org.registrationrights.process.piggyback.OfferingStart;
import org.registrationrights.web.HolderStates.HolderState;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/offerings")
@Tag(name = "Offerings", description = "Offerings of the Company, from the determination to the closing")
class OfferingsController {

    /**
     * @param offeringId such as {@code OFF-2027-1}; assigned where it is absent
     * @param determinedAt an ISO instant with offset; now where it is absent
     */
    record StartRequest(
            String receiptId,
            String offeringId,
            String offeringName,
            String offeringKind,
            Boolean underwritten,
            String managingUnderwriter,
            BigInteger companyShares,
            String determinedAt) {

        Map<String, Object> variables() {
            Map<String, Object> variables = new HashMap<>();
            variables.put("offeringName", offeringName);
            variables.put("offeringKind", offeringKind);
            variables.put("underwritten", underwritten);
            variables.put("managingUnderwriter", managingUnderwriter);
            variables.put("companyShares", companyShares == null ? null : companyShares.toString());
            variables.put("determinedAt", determinedAt);
            return variables;
        }
    }

    record AllocationView(Round round, List<Line> holders, List<OtherSeller> others) {}

    /**
     * @param obligations of the Company beside the line, those that are still open among them (4(a), 4(b), 4(d))
     * @param expenseCents by bearer; empty until they are approved
     * @param suspensionStates by Holder, whether it may sell under the statement at the instant that is asked about (2.6, 7)
     */
    record OfferingView(
            Offering offering,
            List<HolderElection> elections,
            List<DeadlineView> deadlines,
            AllocationView allocation,
            List<Signature> signatures,
            Collection<InformationRequest> information,
            List<Obligation> obligations,
            List<Sale> sales,
            Map<String, BigInteger> expenseCents,
            List<HolderState> suspensionStates) {}

    private final OfferingRepository offerings;
    private final ElectionRepository elections;
    private final AllocationRepository allocations;
    private final SignatureRepository signatures;
    private final InformationRepository information;
    private final ObligationRepository obligations;
    private final SaleRepository sales;
    private final ExpenseRepository expenses;
    private final HolderStates states;
    private final DeadlineBoard board;
    private final OfferingStart start;
    private final Intake intake;
    private final Clock clock;

    OfferingsController(
            OfferingRepository offerings,
            ElectionRepository elections,
            AllocationRepository allocations,
            SignatureRepository signatures,
            InformationRepository information,
            ObligationRepository obligations,
            SaleRepository sales,
            ExpenseRepository expenses,
            HolderStates states,
            DeadlineBoard board,
            OfferingStart start,
            Intake intake,
            Clock clock) {
        this.offerings = offerings;
        this.elections = elections;
        this.allocations = allocations;
        this.signatures = signatures;
        this.information = information;
        this.obligations = obligations;
        this.sales = sales;
        this.expenses = expenses;
        this.states = states;
        this.board = board;
        this.start = start;
        this.intake = intake;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "All offerings, the latest determination first")
    List<Offering> list() {
        return offerings.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Records the determination of an offering and starts its process (Section 2.1)")
    Offering start(@RequestBody StartRequest request) {
        return intake.take(
                request.receiptId(),
                "offerings",
                request,
                Offering.class,
                () -> start.start(request.offeringId(), request.variables()),
                () -> {});
    }

    @GetMapping("/{offeringId}")
    @Operation(
            summary =
                    "One offering with its elections, deadlines, allocation, signatures, information, obligations, sales,"
                            + " expenses, and who may sell at an instant (default: now)")
    OfferingView one(@PathVariable String offeringId, @RequestParam(required = false) String at) {
        Offering offering = offerings.get(offeringId);
        return new OfferingView(
                offering,
                elections.ofOffering(offeringId),
                deadlines(offeringId),
                allocations
                        .find(offeringId)
                        .map(round -> new AllocationView(round, allocations.lines(round), allocations.others(round)))
                        .orElse(null),
                signatures.all(offeringId),
                information.requests(offeringId).values(),
                obligations.ofOffering(offeringId),
                sales.ofOffering(offeringId),
                expenses.shares(offeringId),
                states.at(offeringId, at == null ? clock.instant() : HolderStatesController.instant(at)));
    }

    private List<DeadlineView> deadlines(String offeringId) {
        Instant now = clock.instant();
        return board.running(offeringId, null, now).stream()
                .map(deadline -> DeadlineView.of(deadline, now))
                .toList();
    }
}
