package org.registrationrights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.calendar.WrittenTime;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.TransactionReview;
import org.registrationrights.offering.TransactionReviewRepository;
import org.registrationrights.process.piggyback.Intake;
import org.registrationrights.process.suspension.ReportedSales;
import org.registrationrights.process.suspension.ReportedSales.SaleReceipt;
import org.registrationrights.suspension.ReportedSale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/offerings/{offeringId}")
@Tag(name = "Suspensions")
class HolderStatesController {

    /** @param soldAt the instant of the sale; where only its day is known {@code soldOn} takes its place */
    record Disposition(
            String receiptId, String holderId, BigInteger shares, Instant soldAt, LocalDate soldOn, String evidence) {}

    private final OfferingRepository offerings;
    private final TransactionReviewRepository reviews;
    private final HolderStates states;
    private final ReportedSales sales;
    private final Intake intake;
    private final Clock clock;

    HolderStatesController(
            OfferingRepository offerings,
            TransactionReviewRepository reviews,
            HolderStates states,
            ReportedSales sales,
            Intake intake,
            Clock clock) {
        this.offerings = offerings;
        this.reviews = reviews;
        this.states = states;
        this.sales = sales;
        this.intake = intake;
        this.clock = clock;
    }

    @GetMapping("/suspension-state")
    @Operation(
            summary = "Who may sell under the statement, and whom a stand-off binds, at an instant, past or present",
            description = "Worked out from all that is known today of what reached whom (Sections 2.6, 7)")
    List<HolderStates.HolderState> states(@PathVariable String offeringId, @RequestParam(required = false) String at) {
        return states.at(offerings.get(offeringId).id(), at == null ? clock.instant() : instant(at));
    }

    @PostMapping("/dispositions")
    @PreAuthorize("hasAnyAuthority('holder-services', 'transfer-agent', 'corporate-secretary', 'camunda-admin')")
    @Operation(
            summary =
                    "A sale under the statement; one inside its Holder's stop goes before counsel (Sections 2.6, 3.1)")
    SaleReceipt dispose(@PathVariable String offeringId, @RequestBody Disposition request) {
        ReportedSale sale = new ReportedSale(
                request.holderId(), request.shares(), request.soldAt(), request.soldOn(), request.evidence());
        return intake.take(
                request.receiptId(),
                "offerings/" + offeringId + "/dispositions",
                request,
                SaleReceipt.class,
                () -> sales.report(offeringId, sale),
                () -> {});
    }

    @GetMapping("/transaction-reviews")
    @Operation(summary = "Transactions before counsel, and the breaches it found, on which an indemnity may turn (3.1)")
    List<TransactionReview> reviews(@PathVariable String offeringId) {
        return reviews.ofOffering(offerings.get(offeringId).id());
    }

    static Instant instant(String at) {
        try {
            return WrittenTime.instant(at);
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "at", "'" + at + "' is not an instant with offset, such as 2002-01-10T09:00:00-08:00");
        }
    }
}
