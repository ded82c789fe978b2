package org.registrationrights.process.piggyback;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.Closing;
import org.registrationrights.offering.Closing.Reported;
import org.registrationrights.offering.ClosingRepository;
import org.registrationrights.offering.CoveredShares;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.OtherSeller;
import org.registrationrights.offering.SaleRepository;
import org.registrationrights.offering.SaleRepository.Sale;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.registrationrights.process.Lines;
import org.registrationrights.process.suspension.ReportedSales;
import org.registrationrights.register.RegisterRepository;
import org.registrationrights.register.ShareLot;
import org.registrationrights.register.StatementSale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The closings of an offering, with what was sold in each; forms and other programs report them alike (1.7(w)). */
@Component
@Transactional
@Implements(Clause.S1_7_W)
public class Closings {

    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final ClosingRepository closings;
    private final SaleRepository sales;
    private final ReportedSales reportedSales;
    private final RegisterRepository register;
    private final Agreement agreement;
    private final OfferingPapers papers;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;
    private final TransactionTemplate savepoint;

    Closings(
            OfferingRepository offerings,
            AllocationRepository allocations,
            ClosingRepository closings,
            SaleRepository sales,
            ReportedSales reportedSales,
            RegisterRepository register,
            Agreement agreement,
            OfferingPapers papers,
            Dates dates,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.offerings = offerings;
        this.allocations = allocations;
        this.closings = closings;
        this.sales = sales;
        this.reportedSales = reportedSales;
        this.register = register;
        this.agreement = agreement;
        this.papers = papers;
        this.dates = dates;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Stores a closing with what each Holder sold under the statement.
     *
     * @throws Refusal before the effectiveness, and for what {@link CoveredShares#close} or the register does not take
     */
    public Closing report(String offeringId, Reported reported) {
        Offering offering = offerings.lock(offeringId);
        if (offering.phase() != Phase.EFFECTIVE && offering.phase() != Phase.CLOSED) {
            throw Refusal.conflict(
                    "offeringId", offeringId + " is not effective and open for a closing", Clause.S1_7_W);
        }
        Input.withoutGaps("sales", reported.sales());
        Input.checked("companySold", reported.companySold());
        Input.checked("othersSold", reported.othersSold());
        for (int i = 0; i < reported.sales().size(); i++) {
            Input.checked("sales[" + i + "].grossCents", reported.sales().get(i).grossCents());
        }
        Closing closing = covered(offering).close(reported, effectiveOn(offering));
        dates.notInFuture("closedOn", closing.closedOn());
        notWhileSuspended(offering, closing);
        tryDisposal(offering, reported.sales());
        closings.insert(offeringId, closing, clock.instant(), user.id());
        sales.report(offeringId, closing.number(), reported.sales());
        reportedSales.ofClosing(offeringId, reported.sales());
        if (closing.last()) {
            offerings.closed(offeringId, closing.closedOn());
        }
        caseFile.on(offeringId, Clause.S1_7_W)
                .input("closing", closing)
                .input("sales", reported.sales())
                .write(closing.last() ? "Final closing reported" : "Closing reported");
        return closing;
    }

    /**
     * Stores what sales brought that were reported without; proceeds that stand are not changed.
     *
     * @throws Refusal for what names no sale, or more than one
     */
    @Implements(Clause.S3_3_C)
    public void addProceeds(String offeringId, List<Sale> sold) {
        offerings.lock(offeringId);
        Lines.each("proceeds", sold, Clause.S3_3_C, sale -> {
            Refusal.required("holderId", sale.holderId(), Clause.S3_3_C);
            Refusal.required("shares", sale.shares(), Clause.S3_3_C);
            Refusal.required("soldOn", sale.soldOn(), Clause.S3_3_C);
            Input.checked("grossCents", Refusal.required("grossCents", sale.grossCents(), Clause.S3_3_C));
            if (sales.addProceeds(offeringId, sale) != 1) {
                throw Refusal.conflict(
                        "holderId",
                        sale.holderId() + " has not just one sale of " + sale.shares() + " shares"
                                + (sale.lot() == null ? "" : " of " + sale.lot()) + " on " + sale.soldOn()
                                + " whose proceeds are missing",
                        Clause.S3_3_C);
            }
        });
        caseFile.on(offeringId, Clause.S3_3_C).input("proceeds", sold).write("Proceeds of sales reported");
    }

    /** Nothing is sold under a statement that the Company holds (8); what closed before is recorded all the same. */
    private void notWhileSuspended(Offering offering, Closing closing) {
        Instant suspendedAt = offering.registration().suspendedAt();
        if (suspendedAt != null && closing.closedOn().isAfter(dates.day(suspendedAt))) {
            throw Refusal.conflict(
                    "closedOn",
                    closing.closedOn() + " lies in the suspension since " + suspendedAt
                            + "; resume the registration first",
                    Clause.S8_A);
        }
    }

    /**
     * What was sold under the effective statement ceases to be Registrable Shares; the rest of its lots stays.
     *
     * @return whether the final closing is among those reported so far. One that is reported from now on finds the
     *     instance waiting that asks here
     */
    public boolean ceaseSoldShares(String offeringId) {
        Offering offering = offerings.lock(offeringId);
        for (Closing closing : closings.unceased(offeringId)) {
            List<ShareLot> sold = dispose(offering, sales.ofClosing(offeringId, closing.number()));
            closings.cease(offeringId, closing);
            caseFile.on(offeringId, Clause.S1_7_W)
                    .input("closing", closing.number())
                    .result("lots", sold)
                    .write("Sold lots ceased to be registrable");
            papers.transferOfSold(offeringId, closing.number(), sold);
        }
        return offering.registration().closedOn() != null;
    }

    /** The shares that the offering's statement covers, and what of them was sold so far. */
    public CoveredShares covered(Offering offering) {
        Optional<Round> round = allocations.find(offering.id());
        Map<String, BigInteger> registered = new LinkedHashMap<>();
        round.map(allocations::lines).orElse(List.of()).stream()
                .filter(line -> line.allocated() != null)
                .forEach(line -> registered.put(line.holderId(), line.allocated()));
        BigInteger ofOthers = round.map(allocations::others).orElse(List.of()).stream()
                .map(OtherSeller::included)
                .reduce(BigInteger.ZERO, BigInteger::add);
        return new CoveredShares(
                registered,
                offering.companyShares(),
                ofOthers,
                closings.ofOffering(offering.id()),
                sales.soldByHolder(offering.id()));
    }

    /** Asks the register before the fact is stored: what it refused afterwards would leave the closing half done. */
    private void tryDisposal(Offering offering, List<Sale> reported) {
        List<Sale> pending = closings.unceased(offering.id()).stream()
                .flatMap(closing -> sales.ofClosing(offering.id(), closing.number()).stream())
                .toList();
        savepoint.executeWithoutResult(attempt -> {
            dispose(offering, pending);
            dispose(offering, reported);
            attempt.setRollbackOnly();
        });
    }

    private List<ShareLot> dispose(Offering offering, List<Sale> sold) {
        LocalDate effectiveOn = effectiveOn(offering);
        return register.disposeUnderStatement(
                sold.stream()
                        .map(sale -> new StatementSale(sale.holderId(), sale.shares(), sale.soldOn(), sale.lot()))
                        .toList(),
                effectiveOn,
                agreement.policiesAsOf(effectiveOn));
    }

    private LocalDate effectiveOn(Offering offering) {
        return dates.day(offering.registration().effectiveAt());
    }
}
