package org.registrationrights.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.calendar.WrittenTime;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.TransactionReview;
import org.registrationrights.offering.TransactionReviewRepository;
import org.registrationrights.process.piggyback.Intake;
import org.registrationrights.process.standoff.StandoffPeriods;
import org.registrationrights.process.standoff.StandoffPeriods.Period;
import org.registrationrights.process.suspension.ReportedSales;
import org.registrationrights.process.suspension.ReportedSales.SaleReceipt;
import org.registrationrights.process.suspension.SuspensionStates;
import org.registrationrights.standoff.StandoffRepository;
import org.registrationrights.suspension.ReportedSale;
import org.registrationrights.suspension.SuspensionState;
import org.registrationrights.suspension.SuspensionState.Stop;
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

    /**
     * @param mayDispose whether no event stops the Holder under this offering's statement at the instant (2.6)
     * @param stops every event that the Holder was told of, before or after the instant
     * @param standoffs the Holder's own days in each stand-off of this offering that has reached it (7)
     */
    record HolderState(
            String holderId,
            boolean mayDispose,
            List<String> openEvents,
            List<Stop> stops,
            List<StandoffDays> standoffs) {}

    /** @param restricted whether the Holder is bound on the day of the instant */
    record StandoffDays(String standoffId, LocalDate firstDay, LocalDate lastDay, boolean restricted) {

        static StandoffDays of(Period period, LocalDate day) {
            return new StandoffDays(
                    period.holder().key().standoffId(), period.firstDay(), period.lastDay(), period.isRestricted(day));
        }
    }

    /** @param soldAt the instant of the sale; where only its day is known {@code soldOn} takes its place */
    record Disposition(
            String receiptId, String holderId, BigInteger shares, Instant soldAt, LocalDate soldOn, String evidence) {}

    private final OfferingRepository offerings;
    private final TransactionReviewRepository reviews;
    private final StandoffRepository standoffs;
    private final SuspensionStates states;
    private final StandoffPeriods periods;
    private final ReportedSales sales;
    private final Intake intake;
    private final Agreement agreement;
    private final Clock clock;

    HolderStatesController(
            OfferingRepository offerings,
            TransactionReviewRepository reviews,
            StandoffRepository standoffs,
            SuspensionStates states,
            StandoffPeriods periods,
            ReportedSales sales,
            Intake intake,
            Agreement agreement,
            Clock clock) {
        this.offerings = offerings;
        this.reviews = reviews;
        this.standoffs = standoffs;
        this.states = states;
        this.periods = periods;
        this.sales = sales;
        this.intake = intake;
        this.agreement = agreement;
        this.clock = clock;
    }

    @GetMapping("/suspension-state")
    @Operation(
            summary = "Who may sell under the statement, and whom a stand-off binds, at an instant, past or present",
            description = "Worked out from all that is known today of what reached whom (Sections 2.6, 7)")
    List<HolderState> states(@PathVariable String offeringId, @RequestParam(required = false) String at) {
        Instant instant = at == null ? clock.instant() : instant(at);
        LocalDate day = agreement.day(instant);
        Map<String, SuspensionState> stops = states.at(offerings.get(offeringId).id(), instant);
        Map<String, List<StandoffDays>> bound = standoffs.ofOffering(offeringId).stream()
                .flatMap(standoff -> periods.all(standoff).stream())
                .filter(period -> period.firstDay() != null)
                .collect(groupingBy(
                        period -> period.holder().key().holderId(),
                        mapping(period -> StandoffDays.of(period, day), toList())));
        return Stream.concat(stops.keySet().stream(), bound.keySet().stream())
                .distinct()
                .sorted()
                .map(holderId -> view(
                        holderId,
                        stops.getOrDefault(holderId, SuspensionState.of(List.of(), instant)),
                        bound.getOrDefault(holderId, List.of())))
                .toList();
    }

    private static HolderState view(String holderId, SuspensionState state, List<StandoffDays> standoffs) {
        return new HolderState(holderId, state.mayDispose(), state.openEvents(), state.stops(), standoffs);
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

    private static Instant instant(String at) {
        try {
            return WrittenTime.instant(at);
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "at", "'" + at + "' is not an instant with offset, such as 2002-01-10T09:00:00-08:00");
        }
    }
}
