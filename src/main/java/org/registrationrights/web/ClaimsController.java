package org.registrationrights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.dispute.Dispute;
import org.registrationrights.dispute.DisputeRepository;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.ClaimExpense;
import org.registrationrights.indemnity.ClaimExpenseRepository;
import org.registrationrights.indemnity.ClaimRepository;
import org.registrationrights.indemnity.ClaimRepository.Counsel;
import org.registrationrights.indemnity.ClaimRepository.Held;
import org.registrationrights.indemnity.ClaimRepository.Holding;
import org.registrationrights.indemnity.ClaimRepository.Payment;
import org.registrationrights.indemnity.ComplainedStatement;
import org.registrationrights.indemnity.ContributionRivals.Rival;
import org.registrationrights.indemnity.FaultSheet;
import org.registrationrights.indemnity.SettlementOffer;
import org.registrationrights.indemnity.SettlementRepository;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.FormView;
import org.registrationrights.process.Input;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.claim.ClaimDefense;
import org.registrationrights.process.claim.ClaimExpenses;
import org.registrationrights.process.claim.ClaimParties;
import org.registrationrights.process.claim.ClaimStart;
import org.registrationrights.process.claim.Claims;
import org.registrationrights.process.claim.Contributions;
import org.registrationrights.process.claim.Settlements;
import org.registrationrights.process.piggyback.Intake;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For counsel and finance, and for the managing underwriter on its own claims. */
@RestController
@RequestMapping("/api/claims")
@PreAuthorize("hasAnyAuthority('counsel', 'finance', 'underwriter')")
@Tag(
        name = "Claims",
        description =
                "Claims for indemnity, their expenses and settlements, and contribution (3.1, 3.2, 3.3); counsel and"
                        + " finance see all, the managing underwriter its own, nobody else any")
class ClaimsController {

    /**
     * @param claimId such as {@code CLM-2027-1}; assigned where it is absent
     * @param claimantRole {@code HOLDER}, {@code UNDERWRITER}, {@code CONTROLLING_PERSON}, {@code COMPANY},
     *     {@code DIRECTOR}, {@code SIGNING_OFFICER}, {@code HOLDER_PERSON}
     * @param claimant a Holder's id, else a name; absent for the Company and for the managing underwriter
     * @param claimantOf whom a controlling person controls, or whose officer or director it is
     * @param indemnitor {@code COMPANY} (3.1), or a Holder's id (3.2)
     * @param basis {@code UNTRUE_STATEMENT}, {@code OMISSION}, {@code VIOLATION_OF_LAW}
     * @param statements known ones by {@code statementId}, new ones by {@code document} and {@code words}; none for a
     *     violation of law, which {@code violation} describes
     * @param informationFrom whose written information the statement is said to follow; absent for nobody's
     * @param lossCents as the claimant puts it
     * @param notifiedOn today where it is absent
     */
    record ClaimRequest(
            String receiptId,
            String claimId,
            String offeringId,
            String claimantRole,
            String claimant,
            String claimantOf,
            String indemnitor,
            String basis,
            List<ComplainedStatement.Entry> statements,
            String violation,
            String informationFrom,
            Boolean claimantBreach,
            BigInteger lossCents,
            String action,
            String forum,
            String servedOn,
            String notifiedOn,
            String evidence) {

        Map<String, Object> variables(FormView view) {
            Map<String, Object> variables = new HashMap<>();
            variables.put("offeringId", offeringId);
            variables.put("claimantRole", claimantRole);
            variables.put("claimant", claimant);
            variables.put("claimantOf", claimantOf);
            variables.put("indemnitor", indemnitor);
            variables.put("basis", basis);
            variables.put("violation", violation);
            variables.put("informationFrom", informationFrom);
            variables.put("claimantBreach", claimantBreach);
            variables.put("lossCents", lossCents == null ? null : lossCents.toString());
            variables.put("action", action);
            variables.put("forum", forum);
            variables.put("servedOn", servedOn);
            variables.put("notifiedOn", notifiedOn);
            variables.put("evidence", evidence);
            if (statements != null) {
                variables.put("statements", view.of(statements));
            }
            return variables;
        }
    }

    record ExpenseRequest(
            String receiptId,
            ClaimExpense.Kind kind,
            String payee,
            String purpose,
            BigInteger cents,
            LocalDate incurredOn,
            String evidence) {}

    record SettlementRequest(
            String receiptId,
            BigInteger cents,
            String terms,
            Boolean unconditionalRelease,
            List<String> parties,
            String proposedBy,
            LocalDate proposedOn,
            String evidence) {}

    record ConflictRequest(String receiptId, String separateCounsel, String ground) {}

    /** @param holding {@code AVAILABLE} or {@code UNAVAILABLE} */
    record HoldingRequest(
            String receiptId, Holding holding, String court, LocalDate heldOn, String paper, String ground) {}

    /** @param dueCents what is to be paid; null until the action is over, and where no indemnity is owed */
    record ClaimView(
            Claim claim,
            List<Counsel> counsel,
            List<ClaimExpense> expenses,
            List<SettlementOffer> settlements,
            List<Held> holdings,
            List<String> disputes,
            BigInteger dueCents,
            Payment payment,
            FaultSheet contribution,
            List<Rival> rivalReadings) {}

    private final ClaimRepository claims;
    private final ClaimExpenseRepository expenseRows;
    private final SettlementRepository settlementRows;
    private final DisputeRepository disputes;
    private final OfferingRepository offerings;
    private final Claims facts;
    private final ClaimExpenses expenses;
    private final ClaimDefense defense;
    private final Settlements settlements;
    private final Contributions contributions;
    private final ClaimParties parties;
    private final ClaimStart start;
    private final Waiting waiting;
    private final Intake intake;
    private final FormView view;

    ClaimsController(
            ClaimRepository claims,
            ClaimExpenseRepository expenseRows,
            SettlementRepository settlementRows,
            DisputeRepository disputes,
            OfferingRepository offerings,
            Claims facts,
            ClaimExpenses expenses,
            ClaimDefense defense,
            Settlements settlements,
            Contributions contributions,
            ClaimParties parties,
            ClaimStart start,
            Waiting waiting,
            Intake intake,
            FormView view) {
        this.claims = claims;
        this.expenseRows = expenseRows;
        this.settlementRows = settlementRows;
        this.disputes = disputes;
        this.offerings = offerings;
        this.facts = facts;
        this.expenses = expenses;
        this.defense = defense;
        this.settlements = settlements;
        this.contributions = contributions;
        this.parties = parties;
        this.start = start;
        this.waiting = waiting;
        this.intake = intake;
        this.view = view;
    }

    @GetMapping
    @Operation(summary = "The claims of an offering in the order of recording, or all, the last first")
    List<Claim> list(@RequestParam(required = false) String offeringId) {
        List<Claim> found = offeringId == null
                ? claims.all()
                : claims.ofOffering(offerings.get(offeringId).id());
        return found.stream().filter(parties::maySee).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Makes a claim for indemnity, by or for one who is protected, and starts its process (3.1, 3.2)")
    Claim make(@RequestBody ClaimRequest request) {
        return intake.take(
                request.receiptId(),
                "claims",
                request,
                Claim.class,
                () -> start.start(request.claimId(), request.variables(view)),
                () -> {});
    }

    @GetMapping("/{claimId}")
    @Operation(
            summary =
                    "One claim with counsel, expenses, settlements, holdings and payment, and its contribution with the"
                            + " figures of the readings that were not chosen")
    ClaimView one(@PathVariable String claimId) {
        Claim claim = seen(claimId);
        boolean due = claim.outcome() != null && claim.finding() != null && claim.state() == Claim.State.OWED;
        return new ClaimView(
                claim,
                claims.counsel(claimId),
                expenseRows.ofClaim(claimId),
                settlementRows.ofClaim(claimId),
                claims.holdings(claimId),
                disputes.ofClaim(claimId).stream().map(Dispute::id).toList(),
                due ? facts.dueCents(claim) : null,
                claims.payment(claimId).orElse(null),
                contributions.latest(claimId).orElse(null),
                contributions.rivals(claim));
    }

    @PostMapping("/{claimId}/expenses")
    @Operation(summary = "An expense of investigating or defending, as incurred, any number of times (3.1, 3.2)")
    ClaimExpense submit(@PathVariable String claimId, @RequestBody ExpenseRequest request) {
        seen(claimId);
        ClaimExpenses.Submitted expense = new ClaimExpenses.Submitted(
                request.kind(),
                request.payee(),
                request.purpose(),
                Input.checked("cents", request.cents()),
                request.incurredOn(),
                request.evidence());
        return intake.take(
                request.receiptId(),
                "claims/" + claimId + "/expenses",
                request,
                ClaimExpense.class,
                () -> expenses.submit(claimId, expense),
                () -> start.tellExpense(claimId));
    }

    @PostMapping("/{claimId}/settlements")
    @Operation(summary = "A proposal to settle the action, or to accept a judgment by consent (3.1, 3.2)")
    SettlementOffer propose(@PathVariable String claimId, @RequestBody SettlementRequest request) {
        seen(claimId);
        Settlements.Proposed proposed = new Settlements.Proposed(
                Input.checked("cents", request.cents()),
                request.terms(),
                request.unconditionalRelease(),
                request.parties(),
                request.proposedBy(),
                request.proposedOn(),
                request.evidence());
        return intake.take(
                request.receiptId(),
                "claims/" + claimId + "/settlements",
                request,
                SettlementOffer.class,
                () -> settlements.propose(claimId, proposed),
                () -> waiting.tell(claimId, Messages.SETTLEMENT_PROPOSED));
    }

    @PostMapping("/{claimId}/conflict")
    @PreAuthorize("hasAuthority('counsel')")
    @Operation(summary = "A conflict of interest that came up, with the separate counsel that the Holder pays (3.2)")
    ClaimView conflict(@PathVariable String claimId, @RequestBody ConflictRequest request) {
        String counsel = Refusal.requiredText("separateCounsel", request.separateCounsel(), 200, Clause.S3_2_D);
        String ground = Refusal.requiredText("ground", request.ground(), 1000, Clause.S3_2_D);
        seen(claimId);
        intake.record(
                request.receiptId(),
                "claims/" + claimId + "/conflict",
                request,
                () -> defense.assess(claimId, true, counsel, ground),
                () -> {});
        return one(claimId);
    }

    @PostMapping("/{claimId}/holding")
    @PreAuthorize("hasAuthority('counsel')")
    @Operation(summary = "What a court has held on the indemnity; an award comes from its dispute (3.3)")
    ClaimView hold(@PathVariable String claimId, @RequestBody HoldingRequest request) {
        seen(claimId);
        if (Refusal.required("holding", request.holding(), Clause.S3_3_A) == Holding.CLOSED) {
            throw Refusal.invalid("holding", "a claim is given up in its task", Clause.S3_3_A);
        }
        Held held = new Held(
                request.holding(),
                Refusal.requiredText("court", request.court(), 200, Clause.S3_3_A),
                Refusal.required("heldOn", request.heldOn(), Clause.S3_3_A),
                Refusal.requiredText("paper", request.paper(), 500, Clause.S3_3_A),
                Refusal.requiredText("ground", request.ground(), 1000, Clause.S3_3_A));
        intake.record(
                request.receiptId(),
                "claims/" + claimId + "/holding",
                request,
                () -> facts.hold(claimId, held),
                () -> waiting.tell(claimId, Messages.AWARD_RENDERED));
        return one(claimId);
    }

    /** @throws AccessDeniedException for one whom the claim is none of the business of */
    private Claim seen(String claimId) {
        Claim claim = claims.get(claimId);
        if (!parties.maySee(claim)) {
            throw new AccessDeniedException("no party to " + claimId);
        }
        return claim;
    }
}
