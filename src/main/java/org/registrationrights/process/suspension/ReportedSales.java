package org.registrationrights.process.suspension;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.SaleRepository.Sale;
import org.registrationrights.offering.TransactionReview.Question;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.registrationrights.process.piggyback.Dates;
import org.registrationrights.process.review.TransactionReviews;
import org.registrationrights.suspension.HolderSuspensionRepository;
import org.registrationrights.suspension.JudgedSale;
import org.registrationrights.suspension.JudgedSale.Verdict;
import org.registrationrights.suspension.ReportedSale;
import org.registrationrights.suspension.ReportedSaleRepository;
import org.registrationrights.suspension.ReportedSaleRepository.Reported;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sales under a statement: one that falls into its Holder's stop is a breach until counsel finds otherwise (2.6, 3.1). */
@Component
@Transactional
@Implements(Clause.S2_6_A)
public class ReportedSales {

    /**
     * What a reported sale is by the records.
     *
     * @param openEvents the events that stopped the Holder at the time, or at some time of that day
     * @param reviewKey the business key of counsel's review; null where there is nothing to review
     */
    public record SaleReceipt(long saleId, Verdict verdict, List<String> openEvents, String reviewKey) {}

    private final ReportedSaleRepository sales;
    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final HolderSuspensionRepository holders;
    private final SuspensionStates states;
    private final TransactionReviews reviews;
    private final Agreement agreement;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    ReportedSales(
            ReportedSaleRepository sales,
            OfferingRepository offerings,
            AllocationRepository allocations,
            HolderSuspensionRepository holders,
            SuspensionStates states,
            TransactionReviews reviews,
            Agreement agreement,
            Dates dates,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.sales = sales;
        this.offerings = offerings;
        this.allocations = allocations;
        this.holders = holders;
        this.states = states;
        this.reviews = reviews;
        this.agreement = agreement;
        this.dates = dates;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /** @throws Refusal for a Holder that the statement does not cover, and for a time before its effectiveness or ahead */
    public SaleReceipt report(String offeringId, ReportedSale sale) {
        Offering offering = offerings.lock(offeringId);
        if (offering.registration().effectiveAt() == null) {
            throw Refusal.conflict("offeringId", offeringId + " has no statement that became effective", Clause.S2_6_A);
        }
        if (!isCovered(offeringId, sale.holderId())) {
            throw Refusal.unknown("holderId", sale.holderId() + " has no shares in the statement of " + offeringId);
        }
        Input.checked("shares", sale.shares());
        checkTime(offering, sale);
        return take(offeringId, sale);
    }

    /** Looks in the same way at what a closing reports; the closing has checked it. */
    public void ofClosing(String offeringId, List<Sale> reported) {
        for (Sale sale : reported) {
            boolean known = sales.of(offeringId, sale.holderId()).stream()
                    .map(Reported::sale)
                    .anyMatch(before ->
                            before.shares().equals(sale.shares()) && day(before).equals(sale.soldOn()));
            if (!known) {
                take(
                        offeringId,
                        new ReportedSale(
                                sale.holderId(), sale.shares(), null, sale.soldOn(), "reported with a closing"));
            }
        }
    }

    /** Judges a Holder's sales anew: evidence that comes late may put them into a stop. */
    void reconsider(String offeringId, String holderId) {
        for (Reported reported : sales.of(offeringId, holderId)) {
            JudgedSale judged = judge(offeringId, reported.sale());
            if (judged.verdict() != reported.verdict()) {
                sales.judged(reported.id(), judged.verdict());
                review(reported.id(), offeringId, judged);
            }
        }
    }

    private SaleReceipt take(String offeringId, ReportedSale sale) {
        JudgedSale judged = judge(offeringId, sale);
        long id = sales.add(offeringId, judged, clock.instant(), user.id());
        return new SaleReceipt(id, judged.verdict(), judged.openEvents(), review(id, offeringId, judged));
    }

    private String review(long id, String offeringId, JudgedSale judged) {
        ReportedSale sale = judged.sale();
        caseFile.on(new ElectionKey(offeringId, sale.holderId()), Clause.S2_6_A)
                .input("saleId", id)
                .input("sale", sale)
                .result("verdict", judged.verdict())
                .result("openEvents", judged.openEvents())
                .write(
                        switch (judged.verdict()) {
                            case OUTSIDE_STOP -> "Sale reported outside of any stop";
                            case INSIDE_STOP -> "Breach: sale reported inside the Holder's stop";
                            case HOURS_DECIDE ->
                                "Sale reported on a day on which the Holder was stopped for some hours";
                        });
        if (judged.verdict() == Verdict.OUTSIDE_STOP) {
            return null;
        }
        return reviews.open(
                offeringId,
                sale.holderId(),
                Clause.S2_6_A,
                "sale " + id,
                "Sale of " + sale.shares() + " shares under the statement, "
                        + (sale.soldAt() == null ? sale.soldOn() : sale.soldAt()) + "; open then: "
                        + String.join(", ", judged.openEvents()),
                day(sale),
                true,
                judged.verdict() == Verdict.INSIDE_STOP ? Question.INSIDE_STOP : Question.HOURS_DECIDE);
    }

    private JudgedSale judge(String offeringId, ReportedSale sale) {
        LocalDate day = day(sale);
        return JudgedSale.of(
                sale,
                states.received(offeringId, sale.holderId()),
                agreement.policiesAsOf(day).zone());
    }

    private LocalDate day(ReportedSale sale) {
        return sale.soldAt() == null ? sale.soldOn() : dates.day(sale.soldAt());
    }

    private void checkTime(Offering offering, ReportedSale sale) {
        LocalDate effectiveOn = dates.day(offering.registration().effectiveAt());
        if (sale.soldAt() == null) {
            dates.notInFuture("soldOn", sale.soldOn());
            dates.notBefore("soldOn", sale.soldOn(), effectiveOn, "the effectiveness");
        } else {
            dates.notInFuture("soldAt", sale.soldAt());
            dates.notBefore("soldAt", dates.day(sale.soldAt()), effectiveOn, "the effectiveness");
        }
    }

    private boolean isCovered(String offeringId, String holderId) {
        return allocations.included(offeringId).stream()
                        .anyMatch(line -> line.holderId().equals(holderId))
                || holders.ofOffering(offeringId).stream()
                        .anyMatch(holder -> holder.key().holderId().equals(holderId));
    }
}
