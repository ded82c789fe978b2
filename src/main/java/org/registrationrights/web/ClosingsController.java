package org.registrationrights.web;

import static org.registrationrights.agreement.Refusal.required;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.offering.Closing;
import org.registrationrights.offering.Closing.Reported;
import org.registrationrights.offering.Closing.Sold;
import org.registrationrights.offering.CoveredShares;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.SaleRepository;
import org.registrationrights.offering.SaleRepository.Sale;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.piggyback.Closings;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/offerings/{offeringId}/closings")
@Tag(name = "Closings", description = "What was sold under the statement, closing by closing (Section 1.7(w))")
class ClosingsController {

    /**
     * @param number the next one, which is assigned where it is absent; another is refused
     * @param last {@code final}, required: whether no other closing follows
     * @param companySold all that is registered for the Company and was not sold in an earlier closing, where absent
     * @param othersSold the same of all other sellers together
     * @param sales what Holders sold; later closings may report earlier sales
     */
    record ClosingRequest(
            String receiptId,
            Integer number,
            LocalDate closedOn,
            @JsonProperty("final") Boolean last,
            BigInteger companySold,
            BigInteger othersSold,
            List<Sale> sales) {

        Reported reported() {
            return new Reported(number, closedOn, last, companySold, othersSold, required("sales", sales));
        }
    }

    /** @param proceeds sales as they were reported, each with its {@code grossCents} */
    record ProceedsRequest(String receiptId, List<Sale> proceeds) {}

    record ClosingRecorded(
            String offeringId,
            Offering.Phase phase,
            int number,
            LocalDate closedOn,
            @JsonProperty("final") boolean last,
            Sold company,
            Sold others) {}

    record ClosingView(
            int number,
            LocalDate closedOn,
            @JsonProperty("final") boolean last,
            Sold company,
            Sold others,
            List<Sale> sales) {}

    /** @param holders whose shares the statement covers, with what they sold over all closings */
    record ClosingsView(List<CoveredShares.Line> holders, List<ClosingView> closings) {}

    private final OfferingRepository offerings;
    private final SaleRepository sales;
    private final Closings closings;
    private final Waiting waiting;
    private final OfferingReports reports;

    ClosingsController(
            OfferingRepository offerings,
            SaleRepository sales,
            Closings closings,
            Waiting waiting,
            OfferingReports reports) {
        this.offerings = offerings;
        this.sales = sales;
        this.closings = closings;
        this.waiting = waiting;
        this.reports = reports;
    }

    @GetMapping
    @Operation(summary = "The closings so far with their sales, and of each Holder what is registered, sold and unsold")
    ClosingsView all(@PathVariable String offeringId) {
        CoveredShares covered = closings.covered(offerings.get(offeringId));
        return new ClosingsView(
                covered.lines(),
                covered.closings().stream()
                        .map(closing -> new ClosingView(
                                closing.number(),
                                closing.closedOn(),
                                closing.last(),
                                closing.company(),
                                closing.others(),
                                sales.ofClosing(offeringId, closing.number())))
                        .toList());
    }

    @PostMapping
    @PreAuthorize("hasAnyAuthority('transfer-agent', 'corporate-secretary', 'camunda-admin')")
    @Operation(summary = "The offering closed, finally or not, with what each Holder sold and when")
    ClosingRecorded report(@PathVariable String offeringId, @RequestBody ClosingRequest request) {
        Reported reported = request.reported();
        Closing closing = reports.take(
                request.receiptId(),
                offeringId,
                "closings",
                request,
                Closing.class,
                () -> closings.report(offeringId, reported),
                () -> waiting.tellOffering(offeringId, Messages.OFFERING_CLOSED));
        return new ClosingRecorded(
                offeringId,
                offerings.get(offeringId).phase(),
                closing.number(),
                closing.closedOn(),
                closing.last(),
                closing.company(),
                closing.others());
    }

    @PostMapping("/proceeds")
    @PreAuthorize("hasAnyAuthority('finance', 'corporate-secretary', 'camunda-admin')")
    @Operation(
            summary = "What reported sales brought before the discount, where their closing did not say (Section 3.3)")
    ClosingsView report(@PathVariable String offeringId, @RequestBody ProceedsRequest request) {
        reports.take(
                request.receiptId(),
                offeringId,
                "closings/proceeds",
                request,
                String.class,
                () -> {
                    closings.addProceeds(offeringId, request.proceeds());
                    return offeringId;
                },
                () -> {});
        return all(offeringId);
    }
}
