package org.registrationrights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.casefile.CaseFileRepository;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.ExpenseRepository;
import org.registrationrights.offering.InformationRepository;
import org.registrationrights.offering.InformationRequest;
import org.registrationrights.offering.Obligation;
import org.registrationrights.offering.ObligationRepository;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.OtherSeller;
import org.registrationrights.offering.SaleRepository;
import org.registrationrights.offering.SaleRepository.Sale;
import org.registrationrights.offering.SignatureRepository;
import org.registrationrights.offering.SignatureRepository.Signature;
import org.registrationrights.process.piggyback.Intake;
import org.registrationrights.process.piggyback.OfferingStart;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
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

    /** @param lastSecond the last instant that is in time */
    record Deadline(String holderId, String clause, Instant lastSecond, String endedBy) {

        static Deadline of(HolderElection election) {
            return new Deadline(
                    election.key().holderId(),
                    Clause.S2_1_D.id(),
                    election.closesAt().minusSeconds(1),
                    "the end of the window or a final answer");
        }

        static Deadline of(InformationRequest request, Instant overdueAt) {
            return new Deadline(
                    request.holderId(),
                    Clause.S2_4_A.id(),
                    overdueAt.minusSeconds(1),
                    "the information or a decision of counsel");
        }
    }

    /** @param clause the clause's id in the register, such as {@code 2.3-c} */
    record CaseFileRow(
            String clause,
            String event,
            String holderId,
            String actor,
            Instant happenedAt,
            Instant recordedAt,
            Map<String, ?> inputs,
            Map<String, String> policies,
            Map<String, ?> result) {

        static CaseFileRow of(CaseEntry entry) {
            return new CaseFileRow(
                    entry.clause().id(),
                    entry.event(),
                    entry.holderId(),
                    entry.actor(),
                    entry.happenedAt(),
                    entry.recordedAt(),
                    entry.inputs(),
                    entry.policies(),
                    entry.result());
        }
    }

    /**
     * @param obligations of the Company beside the line, those that are still open among them (4(a), 4(b), 4(d))
     * @param expenseCents by bearer; empty until they are approved
     */
    record OfferingView(
            Offering offering,
            List<HolderElection> elections,
            List<Deadline> deadlines,
            AllocationView allocation,
            List<Signature> signatures,
            Collection<InformationRequest> information,
            List<Obligation> obligations,
            List<Sale> sales,
            Map<String, BigInteger> expenseCents) {}

    private final OfferingRepository offerings;
    private final ElectionRepository elections;
    private final AllocationRepository allocations;
    private final SignatureRepository signatures;
    private final InformationRepository information;
    private final ObligationRepository obligations;
    private final SaleRepository sales;
    private final ExpenseRepository expenses;
    private final CaseFileRepository caseFile;
    private final OfferingStart start;
    private final Intake intake;
    private final Agreement agreement;

    OfferingsController(
            OfferingRepository offerings,
            ElectionRepository elections,
            AllocationRepository allocations,
            SignatureRepository signatures,
            InformationRepository information,
            ObligationRepository obligations,
            SaleRepository sales,
            ExpenseRepository expenses,
            CaseFileRepository caseFile,
            OfferingStart start,
            Intake intake,
            Agreement agreement) {
        this.offerings = offerings;
        this.elections = elections;
        this.allocations = allocations;
        this.signatures = signatures;
        this.information = information;
        this.obligations = obligations;
        this.sales = sales;
        this.expenses = expenses;
        this.caseFile = caseFile;
        this.start = start;
        this.intake = intake;
        this.agreement = agreement;
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
                    "One offering with its elections, deadlines, allocation, signatures, information, obligations, sales and expenses")
    OfferingView one(@PathVariable String offeringId) {
        Offering offering = offerings.get(offeringId);
        List<HolderElection> all = elections.ofOffering(offeringId);
        Collection<InformationRequest> requests =
                information.requests(offeringId).values();
        return new OfferingView(
                offering,
                all,
                deadlines(offering, all, requests),
                allocations
                        .find(offeringId)
                        .map(round -> new AllocationView(round, allocations.lines(round), allocations.others(round)))
                        .orElse(null),
                signatures.all(offeringId),
                requests,
                obligations.ofOffering(offeringId),
                sales.ofOffering(offeringId),
                expenses.shares(offeringId));
    }

    private List<Deadline> deadlines(
            Offering offering, List<HolderElection> all, Collection<InformationRequest> requests) {
        Stream<Deadline> windows =
                all.stream().filter(election -> election.state() == State.OPEN).map(Deadline::of);
        Stream<Deadline> information = requests.stream()
                .filter(request -> request.missing() && offering.phase() != Phase.WITHDRAWN)
                .map(request -> Deadline.of(request, agreement.endOf(request.dueOn())));
        return Stream.concat(windows, information).toList();
    }

    @GetMapping("/{offeringId}/case-file")
    @Operation(summary = "Who did what in the offering, when, and under which clause")
    List<CaseFileRow> caseFile(@PathVariable String offeringId) {
        return caseFile.ofOffering(offerings.get(offeringId).id()).stream()
                .map(CaseFileRow::of)
                .toList();
    }
}
