package org.registrationrights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.dispute.ArbitrationFiling;
import org.registrationrights.dispute.AwardFinding;
import org.registrationrights.dispute.Dispute;
import org.registrationrights.dispute.Dispute.Awaited;
import org.registrationrights.dispute.DisputeCostRepository;
import org.registrationrights.dispute.DisputeCostRepository.Bill;
import org.registrationrights.dispute.DisputeCostRepository.Sheet;
import org.registrationrights.dispute.DisputeOutcome;
import org.registrationrights.dispute.DisputeParty;
import org.registrationrights.dispute.DisputeRepository;
import org.registrationrights.dispute.PrevailingFinding;
import org.registrationrights.indemnity.CostSheet;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.FormView;
import org.registrationrights.process.Input;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.dispute.DisputeCosts;
import org.registrationrights.process.dispute.DisputeCosts.BillLine;
import org.registrationrights.process.dispute.DisputeCosts.SplitLine;
import org.registrationrights.process.dispute.DisputeStart;
import org.registrationrights.process.dispute.Disputes;
import org.registrationrights.process.dispute.Disputes.PartyLine;
import org.registrationrights.process.piggyback.Intake;
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

/** Counsel and finance see every dispute, the underwriter's desk those to which the underwriter is a party, nobody else any. */
@RestController
@RequestMapping("/api/disputes")
@PreAuthorize("hasAnyAuthority('counsel', 'finance', 'underwriter')")
@Tag(name = "Disputes", description = "Arbitrations from the demand to their costs (Sections 11.4, 11.5, 11.6)")
class DisputesController {

    /**
     * @param disputeId such as {@code DSP-2027-1}; assigned where it is absent
     * @param claimId the claim that it is about; absent for none
     * @param offeringId the registration that it is about; absent for none
     * @param relief what is asked for
     * @param demandedOn today where it is absent
     * @param evidence the paper that shows the demand
     * @param parties in the order in which odd cents fall
     */
    record Demand(
            String receiptId,
            String disputeId,
            String claimId,
            String offeringId,
            String subject,
            String relief,
            String demandedOn,
            String evidence,
            List<PartyLine> parties) {}

    /** @param seat Los Angeles; no other is agreed to */
    record Filing(String receiptId, String jamsNumber, LocalDate filedOn, String seat, String procedure) {

        ArbitrationFiling filing() {
            return new ArbitrationFiling(jamsNumber, filedOn, seat, procedure);
        }
    }

    /**
     * @param arbitrator with an award only
     * @param awardFinding with an award in a dispute about a claim, and then required
     */
    record Outcome(
            String receiptId,
            DisputeOutcome.Kind outcome,
            LocalDate endedOn,
            String arbitrator,
            String terms,
            String paper,
            AwardFinding awardFinding) {

        DisputeOutcome ended() {
            return new DisputeOutcome(outcome, endedOn, arbitrator, terms, paper, awardFinding);
        }
    }

    /** @param prevailing required: parties by id; empty where nobody prevails */
    record Finding(String receiptId, List<String> prevailing, String ground) {}

    /**
     * @param moreToCome required: whether these are not all bills; true while it is not found who prevails
     * @param split who pays how much by the award's own words; absent where it says nothing, and losers pay equal parts
     * @param splitGround where the award says so
     */
    record Costs(
            String receiptId, List<BillLine> bills, Boolean moreToCome, List<SplitLine> split, String splitGround) {}

    /**
     * @param bill its number in the dispute
     * @param replacedBy the number of the bill that corrects it and counts in its place
     * @param sheet the number of the sheet in which it was approved; null until then
     */
    record BillView(
            int bill,
            String party,
            String type,
            BigInteger billCents,
            BigInteger reasonableCents,
            String reasonableGround,
            boolean unpaid,
            String evidence,
            Integer replaces,
            Integer replacedBy,
            Integer sheet,
            Instant enteredAt,
            String enteredBy) {

        static BillView of(Bill bill) {
            CostSheet.Item item = bill.bill().item();
            return new BillView(
                    bill.line(),
                    item.party(),
                    item.type(),
                    item.cents(),
                    item.reasonableCents(),
                    bill.bill().reasonableGround(),
                    item.unpaid(),
                    bill.bill().evidence(),
                    bill.bill().replaces(),
                    bill.replacedBy(),
                    bill.sheet(),
                    bill.enteredAt(),
                    bill.enteredBy());
        }
    }

    /** @param awaits what comes next: {@code FILING}, {@code OUTCOME}, {@code TELLING}, {@code FINDING}, {@code NOTHING} */
    record DisputeView(
            String id,
            String claimId,
            String offeringId,
            String subject,
            String relief,
            LocalDate demandedOn,
            String evidence,
            List<DisputeParty> parties,
            ArbitrationFiling filing,
            DisputeOutcome outcome,
            PrevailingFinding finding,
            Awaited awaits) {

        static DisputeView of(Dispute dispute) {
            return new DisputeView(
                    dispute.id(),
                    dispute.claimId(),
                    dispute.offeringId(),
                    dispute.subject(),
                    dispute.relief(),
                    dispute.demandedOn(),
                    dispute.evidence(),
                    dispute.parties(),
                    dispute.filing(),
                    dispute.outcome(),
                    dispute.finding(),
                    dispute.awaits());
        }
    }

    /** @param costs sheet by sheet, with who pays how much */
    record DisputeFile(DisputeView dispute, List<Sheet> costs, List<BillView> bills) {}

    private final DisputeRepository disputes;
    private final DisputeCostRepository costs;
    private final DisputeStart start;
    private final Disputes facts;
    private final DisputeCosts settlement;
    private final Waiting waiting;
    private final Intake intake;
    private final CurrentUser user;
    private final FormView json;

    DisputesController(
            DisputeRepository disputes,
            DisputeCostRepository costs,
            DisputeStart start,
            Disputes facts,
            DisputeCosts settlement,
            Waiting waiting,
            Intake intake,
            CurrentUser user,
            FormView json) {
        this.disputes = disputes;
        this.costs = costs;
        this.start = start;
        this.facts = facts;
        this.settlement = settlement;
        this.waiting = waiting;
        this.intake = intake;
        this.user = user;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "Disputes, the last demanded first; of a claim in the order in which they were recorded")
    List<DisputeView> list(@RequestParam(required = false) String claimId) {
        boolean seesAll = seesAll();
        return (claimId == null ? disputes.all() : disputes.ofClaim(claimId))
                .stream()
                        .filter(dispute -> seesAll || dispute.concerns(DisputeParty.Kind.UNDERWRITER))
                        .map(DisputeView::of)
                        .toList();
    }

    @GetMapping("/{disputeId}")
    @Operation(summary = "One dispute with its filing, outcome and finding, its bills, and who pays what of them")
    DisputeFile one(@PathVariable String disputeId) {
        Dispute dispute = disputes.get(disputeId);
        if (!seesAll() && !dispute.concerns(DisputeParty.Kind.UNDERWRITER)) {
            throw Refusal.unknown("disputeId", "there is no dispute " + disputeId);
        }
        return new DisputeFile(
                DisputeView.of(dispute),
                costs.sheets(disputeId),
                costs.bills(disputeId).stream().map(BillView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('counsel')")
    @Operation(summary = "Records a demand for arbitration and starts its process; no registration waits for it")
    DisputeFile demand(@RequestBody Demand demand) {
        return one(intake.take(
                demand.receiptId(),
                "disputes",
                demand,
                String.class,
                () -> start.start(demand.disputeId(), variables(demand)).id(),
                () -> {}));
    }

    private Map<String, Object> variables(Demand demand) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("claimId", demand.claimId());
        variables.put("offeringId", demand.offeringId());
        variables.put("subject", demand.subject());
        variables.put("relief", demand.relief());
        variables.put("demandedOn", demand.demandedOn());
        variables.put("evidence", demand.evidence());
        variables.put("parties", json.of(Refusal.required("parties", demand.parties(), Clause.S11_5_A)));
        return variables;
    }

    @PostMapping("/{disputeId}/filing")
    @PreAuthorize("hasAuthority('counsel')")
    @Operation(summary = "The demand is on file with JAMS, in Los Angeles (Sections 11.4, 11.5)")
    DisputeFile file(@PathVariable String disputeId, @RequestBody Filing request) {
        return report(request.receiptId(), disputeId, "filing", request, () -> facts.file(disputeId, request.filing()));
    }

    @PostMapping("/{disputeId}/outcome")
    @PreAuthorize("hasAuthority('counsel')")
    @Operation(
            summary = "The award, final and binding; or a settlement, or the withdrawal of the demand (Section 11.5)")
    DisputeFile end(@PathVariable String disputeId, @RequestBody Outcome request) {
        return report(request.receiptId(), disputeId, "outcome", request, () -> facts.end(disputeId, request.ended()));
    }

    @PostMapping("/{disputeId}/finding")
    @PreAuthorize("hasAuthority('counsel')")
    @Operation(summary = "Who prevails by the award, or that nobody does, with the ground (Section 11.6)")
    DisputeFile find(@PathVariable String disputeId, @RequestBody Finding request) {
        List<String> prevailing = Refusal.required("prevailing", request.prevailing(), Clause.S11_6_A);
        String ground = Refusal.requiredText("ground", request.ground(), 1000, Clause.S11_6_A);
        return report(
                request.receiptId(),
                disputeId,
                "finding",
                request,
                () -> facts.find(disputeId, Input.withoutGaps("prevailing", prevailing), ground));
    }

    @PostMapping("/{disputeId}/costs")
    @PreAuthorize("hasAnyAuthority('counsel', 'finance')")
    @Operation(summary = "Bills of the dispute, or corrections of them, and whether more are to come (11.5, 11.6)")
    DisputeFile enter(@PathVariable String disputeId, @RequestBody Costs request) {
        List<BillLine> bills = Refusal.required("bills", request.bills(), Clause.S11_6_A);
        boolean moreToCome = Refusal.required("moreToCome", request.moreToCome(), Clause.S11_6_A);
        List<SplitLine> split = request.split() == null ? List.of() : request.split();
        take(
                request.receiptId(),
                disputeId,
                "costs",
                request,
                () -> settlement.enter(disputeId, bills, moreToCome, split, request.splitGround()),
                () -> {
                    waiting.tell(disputeId, Messages.DISPUTE_COSTS_REPORTED);
                    start.beginForLateBills(disputeId);
                });
        return one(disputeId);
    }

    private DisputeFile report(String receiptId, String disputeId, String resource, Object request, Runnable store) {
        take(receiptId, disputeId, resource, request, store, () -> waiting.tell(disputeId, Messages.DISPUTE_REPORTED));
        return one(disputeId);
    }

    private void take(
            String receiptId, String disputeId, String resource, Object request, Runnable store, Runnable tell) {
        disputes.get(disputeId);
        intake.record(receiptId, "disputes/" + disputeId + "/" + resource, request, store, tell);
    }

    private boolean seesAll() {
        return user.isIn("counsel") || user.isIn("finance");
    }
}
