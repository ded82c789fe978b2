package org.registrationrights.web;

import static org.registrationrights.agreement.Refusal.required;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.registrationrights.offering.HolderInformation;
import org.registrationrights.offering.InformationDecision;
import org.registrationrights.offering.InformationRepository;
import org.registrationrights.offering.InformationRepository.Decided;
import org.registrationrights.offering.InformationRepository.Version;
import org.registrationrights.offering.InformationRequest;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.SellingHolderTable;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.piggyback.InformationOfHolders;
import org.registrationrights.process.piggyback.Intake;
import org.registrationrights.process.piggyback.StandingAllocation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/offerings/{offeringId}")
@Tag(
        name = "Information of Holders",
        description = "What the statement has to say about the selling Holders (Section 2.4)")
class HolderInformationController {

    private static final String CSV = "text/csv;charset=UTF-8";

    record InformationReceived(String receiptId, List<HolderInformation> information) {}

    record DecisionsTaken(String receiptId, List<InformationDecision> decisions) {}

    /** @param versions all that the Holder furnished; the last one counts */
    record HolderView(InformationRequest request, List<Version> versions, List<Decided> decisions) {}

    private final OfferingRepository offerings;
    private final InformationRepository rows;
    private final InformationOfHolders information;
    private final StandingAllocation allocation;
    private final Waiting waiting;
    private final Intake intake;

    HolderInformationController(
            OfferingRepository offerings,
            InformationRepository rows,
            InformationOfHolders information,
            StandingAllocation allocation,
            Waiting waiting,
            Intake intake) {
        this.offerings = offerings;
        this.rows = rows;
        this.information = information;
        this.allocation = allocation;
        this.waiting = waiting;
        this.intake = intake;
    }

    @GetMapping("/information")
    @Operation(summary = "Of whom information was asked, every version that came, and what counsel decided")
    List<HolderView> all(@PathVariable String offeringId) {
        offerings.get(offeringId);
        List<Version> versions = rows.versions(offeringId);
        List<Decided> decisions = rows.decisions(offeringId);
        return rows.requests(offeringId).values().stream()
                .map(request -> new HolderView(
                        request,
                        versions.stream()
                                .filter(one -> one.information().holderId().equals(request.holderId()))
                                .toList(),
                        decisions.stream()
                                .filter(one -> one.decision().holderId().equals(request.holderId()))
                                .toList()))
                .toList();
    }

    @PostMapping("/information")
    @PreAuthorize("hasAnyAuthority('holder-services', 'corporate-secretary', 'camunda-admin')")
    @Operation(summary = "What Holders furnished in writing for use in the statement, one or many")
    List<HolderView> furnish(@PathVariable String offeringId, @RequestBody InformationReceived request) {
        List<HolderInformation> furnished = required("information", request.information());
        return take(
                request.receiptId(),
                offeringId,
                "information",
                request,
                () -> information.furnish(offeringId, furnished));
    }

    @PostMapping("/information/decisions")
    @PreAuthorize("hasAnyAuthority('counsel', 'camunda-admin')")
    @Operation(summary = "What counsel decides where information did not come in time, one or many, until the filing")
    List<HolderView> decide(@PathVariable String offeringId, @RequestBody DecisionsTaken request) {
        List<InformationDecision> decisions = required("decisions", request.decisions());
        return take(
                request.receiptId(),
                offeringId,
                "information/decisions",
                request,
                () -> information.decide(offeringId, decisions));
    }

    @GetMapping("/selling-holders")
    @Operation(summary = "The table of selling Holders for the prospectus; as CSV for those who accept text/csv")
    SellingHolderTable sellingHolders(@PathVariable String offeringId) {
        return information.sellingHolders(offeringId);
    }

    @GetMapping(value = "/selling-holders", produces = CSV)
    String sellingHoldersAsCsv(@PathVariable String offeringId) {
        return information.sellingHolders(offeringId).csv();
    }

    private List<HolderView> take(
            String receiptId, String offeringId, String resource, Object request, Runnable store) {
        offerings.get(offeringId);
        intake.record(receiptId, "offerings/" + offeringId + "/" + resource, request, store, () -> {
            waiting.tellOffering(offeringId, Messages.INFORMATION_RECEIVED);
            allocation.tell(offeringId);
        });
        return all(offeringId);
    }
}
