package org.registrationrights.web;

import static org.registrationrights.agreement.Refusal.required;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.AllocationSheet;
import org.registrationrights.offering.ExclusionRepository;
import org.registrationrights.offering.ExclusionRepository.Excluded;
import org.registrationrights.offering.HolderExclusion;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.OtherSeller;
import org.registrationrights.offering.RegistrationDecisionRepository;
import org.registrationrights.offering.RegistrationDecisionRepository.Decision;
import org.registrationrights.offering.RegistrationDecisionRepository.Notice;
import org.registrationrights.offering.SignatureDecision;
import org.registrationrights.offering.SignatureRepository;
import org.registrationrights.offering.SignatureRepository.Signature;
import org.registrationrights.offering.UnderwriterRepository.Replacement;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.piggyback.Exclusions;
import org.registrationrights.process.piggyback.Intake;
import org.registrationrights.process.piggyback.ManagingUnderwriters;
import org.registrationrights.process.piggyback.RegistrationDecisions;
import org.registrationrights.process.piggyback.Rounds;
import org.registrationrights.process.piggyback.Signatures;
import org.registrationrights.process.piggyback.StandingAllocation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** From the limit to the filing: what changes who is included, and what holds, releases or ends the registration. */
@RestController
@RequestMapping("/api/offerings/{offeringId}")
@Tag(name = "Filing line", description = "Allocation, Holders left out, the managing underwriter, and Section 8")
class FilingLineController {

    record SuspensionRequest(String receiptId, Instant suspendedAt) {}

    record ResumptionRequest(String receiptId, Instant resumedAt) {}

    record WithdrawalRequest(String receiptId, Instant withdrawnAt) {}

    record ExclusionsRequest(String receiptId, List<HolderExclusion> exclusions) {}

    record SignatureDecisionsRequest(String receiptId, List<SignatureDecision> decisions) {}

    /** @param evidence the paper that shows the change */
    record UnderwriterRequest(String receiptId, String name, LocalDate since, String evidence) {}

    /** Where the fact left the offering. */
    record Recorded(String offeringId, Offering.Phase phase) {}

    /**
     * @param holders the shares as they are decided on
     * @param sheet the product with what dealing out the rest, or another limit, would give; null until it is worked out
     */
    record AllocationView(Round round, List<Line> holders, List<OtherSeller> others, AllocationSheet sheet) {}

    record DecisionView(Decision decision, List<Notice> notices) {}

    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final ExclusionRepository excluded;
    private final SignatureRepository signatureRows;
    private final RegistrationDecisionRepository decisionRows;
    private final Rounds rounds;
    private final StandingAllocation allocation;
    private final Exclusions exclusions;
    private final Signatures signatures;
    private final ManagingUnderwriters underwriters;
    private final RegistrationDecisions decisions;
    private final Waiting waiting;
    private final Intake intake;

    FilingLineController(
            OfferingRepository offerings,
            AllocationRepository allocations,
            ExclusionRepository excluded,
            SignatureRepository signatureRows,
            RegistrationDecisionRepository decisionRows,
            Rounds rounds,
            StandingAllocation allocation,
            Exclusions exclusions,
            Signatures signatures,
            ManagingUnderwriters underwriters,
            RegistrationDecisions decisions,
            Waiting waiting,
            Intake intake) {
        this.offerings = offerings;
        this.allocations = allocations;
        this.excluded = excluded;
        this.signatureRows = signatureRows;
        this.decisionRows = decisionRows;
        this.rounds = rounds;
        this.allocation = allocation;
        this.exclusions = exclusions;
        this.signatures = signatures;
        this.underwriters = underwriters;
        this.decisions = decisions;
        this.waiting = waiting;
        this.intake = intake;
    }

    @GetMapping("/allocation")
    @Operation(summary = "The standing allocation with every figure that it is decided on by (Section 2.3)")
    AllocationView allocation(@PathVariable String offeringId) {
        offerings.get(offeringId);
        Round round = allocations.latest(offeringId);
        return new AllocationView(
                round,
                allocations.lines(round),
                allocations.others(round),
                round.rule() == null ? null : AllocationSheet.of(rounds.cutback(round)));
    }

    @GetMapping("/exclusions")
    @Operation(summary = "Holders that counsel left out, those taken back in among them (Sections 2.2, 2.4)")
    List<Excluded> exclusions(@PathVariable String offeringId) {
        return excluded.all(offerings.get(offeringId).id());
    }

    @PostMapping("/exclusions")
    @PreAuthorize("hasAnyAuthority('counsel', 'camunda-admin')")
    @Operation(summary = "Leaves Holders out before the filing; the shares are allocated anew (Sections 2.2, 2.3)")
    List<Excluded> exclude(@PathVariable String offeringId, @RequestBody ExclusionsRequest request) {
        List<HolderExclusion> leftOut = required("exclusions", request.exclusions());
        take(
                request.receiptId(),
                offeringId,
                "exclusions",
                request,
                () -> exclusions.exclude(offeringId, leftOut),
                () -> allocation.tell(offeringId));
        return excluded.all(offeringId);
    }

    @PostMapping("/signatures/decisions")
    @PreAuthorize("hasAnyAuthority('counsel', 'camunda-admin')")
    @Operation(summary = "Counsel waits for signatures that are overdue, or leaves their Holders out (Section 2.2)")
    List<Signature> decide(@PathVariable String offeringId, @RequestBody SignatureDecisionsRequest request) {
        List<SignatureDecision> decided = required("decisions", request.decisions());
        take(
                request.receiptId(),
                offeringId,
                "signatures/decisions",
                request,
                () -> signatures.decide(offeringId, decided),
                () -> {
                    waiting.tellOffering(offeringId, Messages.SIGNATURES_RECEIVED);
                    allocation.tell(offeringId);
                });
        return signatureRows.all(offeringId);
    }

    @PostMapping("/managing-underwriter")
    @PreAuthorize("hasAnyAuthority('corporate-secretary', 'counsel', 'camunda-admin')")
    @Operation(summary = "Another managing underwriter leads the offering from a day on (Sections 2.3, 4(f), 7)")
    Offering replace(@PathVariable String offeringId, @RequestBody UnderwriterRequest request) {
        take(
                request.receiptId(),
                offeringId,
                "managing-underwriter",
                request,
                () -> underwriters.replace(
                        offeringId, new Replacement(request.name(), request.since(), request.evidence())),
                () -> allocation.tell(offeringId));
        return offerings.get(offeringId);
    }

    @GetMapping("/registration-decisions")
    @Operation(summary = "Suspensions, resumptions and the withdrawal, and whether Holders were told (Section 8)")
    List<DecisionView> decisions(@PathVariable String offeringId) {
        return decisionRows.ofOffering(offerings.get(offeringId).id()).stream()
                .map(decision -> new DecisionView(decision, decisionRows.notices(decision)))
                .toList();
    }

    @PostMapping("/suspension")
    @PreAuthorize("hasAnyAuthority('corporate-secretary', 'counsel', 'camunda-admin')")
    @Operation(summary = "The Company holds the registration; windows of Holders run on (Section 8)")
    Recorded suspension(@PathVariable String offeringId, @RequestBody SuspensionRequest request) {
        Instant suspendedAt = required("suspendedAt", request.suspendedAt());
        return decided(
                request.receiptId(),
                offeringId,
                "suspension",
                request,
                () -> decisions.suspended(offeringId, suspendedAt));
    }

    @PostMapping("/resumption")
    @PreAuthorize("hasAnyAuthority('corporate-secretary', 'counsel', 'camunda-admin')")
    @Operation(summary = "The registration goes on (Section 8)")
    Recorded resumption(@PathVariable String offeringId, @RequestBody ResumptionRequest request) {
        Instant resumedAt = required("resumedAt", request.resumedAt());
        return decided(
                request.receiptId(), offeringId, "resumption", request, () -> decisions.resumed(offeringId, resumedAt));
    }

    @PostMapping("/withdrawal")
    @PreAuthorize("hasAnyAuthority('corporate-secretary', 'counsel', 'camunda-admin')")
    @Operation(summary = "The Company withdraws the registration, at its sole discretion (Section 8)")
    Recorded withdrawal(@PathVariable String offeringId, @RequestBody WithdrawalRequest request) {
        Instant withdrawnAt = required("withdrawnAt", request.withdrawnAt());
        return decided(
                request.receiptId(),
                offeringId,
                "withdrawal",
                request,
                () -> decisions.withdrawn(offeringId, withdrawnAt));
    }

    private Recorded decided(String receiptId, String offeringId, String resource, Object request, Runnable store) {
        take(receiptId, offeringId, resource, request, store, () -> decisions.tell(offeringId));
        return new Recorded(offeringId, offerings.get(offeringId).phase());
    }

    private void take(
            String receiptId, String offeringId, String resource, Object request, Runnable store, Runnable tell) {
        intake.record(receiptId, "offerings/" + offeringId + "/" + resource, request, store, tell);
    }
}
