package org.registrationrights.process.piggyback;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.SaleRepository;
import org.registrationrights.offering.SaleRepository.Sale;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.Input;
import org.registrationrights.register.RegisterRepository;
import org.registrationrights.register.ShareLot;
import org.registrationrights.register.StatementSale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts about a whole offering that forms and other programs report alike: effectiveness and closing. */
@Component
@Transactional
public class OfferingFacts {

    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final SaleRepository sales;
    private final RegisterRepository register;
    private final RegistrationDecisions decisions;
    private final Agreement agreement;
    private final OfferingPapers papers;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final TransactionTemplate savepoint;

    OfferingFacts(
            OfferingRepository offerings,
            AllocationRepository allocations,
            SaleRepository sales,
            RegisterRepository register,
            RegistrationDecisions decisions,
            Agreement agreement,
            OfferingPapers papers,
            Dates dates,
            CaseNotes caseFile,
            PlatformTransactionManager transactions) {
        this.offerings = offerings;
        this.allocations = allocations;
        this.sales = sales;
        this.register = register;
        this.decisions = decisions;
        this.agreement = agreement;
        this.papers = papers;
        this.dates = dates;
        this.caseFile = caseFile;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @throws Refusal before the filing, or while transfer agent, registrar or CUSIP number is missing */
    @Implements({Clause.S4_E, Clause.S1_6_A})
    public void effective(String offeringId, Instant effectiveAt) {
        Offering offering = offerings.lock(offeringId);
        if (effectiveAt.equals(offering.registration().effectiveAt())) {
            return; // stored before the process was told, and told again now
        }
        if (offering.phase() != Phase.FILED) {
            throw Refusal.conflict(
                    "offeringId", offeringId + " is not filed and waiting for effectiveness", Clause.S1_6_A);
        }
        if (!offering.registration().appointmentsComplete()) {
            throw Refusal.conflict(
                    "offeringId",
                    "transfer agent, registrar and CUSIP number must be provided before the effective date",
                    Clause.S4_E);
        }
        decisions.checkGoesOn(offeringId);
        dates.notInFuture("effectiveAt", effectiveAt);
        LocalDate filedOn = offering.registration().filedOn();
        dates.notBefore("effectiveAt", dates.day(effectiveAt), filedOn, "the filing");
        offerings.effective(offeringId, effectiveAt);
        caseFile.on(offeringId, Clause.S1_6_A)
                .happened(effectiveAt)
                .input("effectiveAt", effectiveAt)
                .write("Registration statement effective");
    }

    /**
     * The closing with what each Holder sold under the statement.
     *
     * @throws Refusal before the effectiveness, for a sale outside effectiveness and closing, and for more shares than
     *     the Holder's own in this registration
     */
    @Implements(Clause.S1_7_W)
    public void closed(String offeringId, LocalDate closedOn, List<Sale> reported) {
        Offering offering = offerings.lock(offeringId);
        if (offering.phase() != Phase.EFFECTIVE || offering.registration().closedOn() != null) {
            throw Refusal.conflict(
                    "offeringId", offeringId + " is not effective and open for a closing", Clause.S1_7_W);
        }
        LocalDate effectiveOn = dates.day(offering.registration().effectiveAt());
        dates.notInFuture("closedOn", closedOn);
        dates.notBefore("closedOn", closedOn, effectiveOn, "the effectiveness");
        check(reported, registered(offeringId), effectiveOn, closedOn);
        tryDisposal(reported, effectiveOn);
        offerings.closed(offeringId, closedOn);
        sales.report(offeringId, reported);
        caseFile.on(offeringId, Clause.S1_7_W)
                .input("closedOn", closedOn)
                .input("sales", reported)
                .write("Closing reported");
    }

    /** What was sold under the effective statement ceases to be Registrable Shares; the rest of its lots stays. */
    @Implements(Clause.S1_7_W)
    public void ceaseSoldShares(String offeringId) {
        Offering offering = offerings.get(offeringId);
        LocalDate effectiveOn = dates.day(offering.registration().effectiveAt());
        List<ShareLot> sold = dispose(sales.ofOffering(offeringId), effectiveOn);
        caseFile.on(offeringId, Clause.S1_7_W).result("lots", sold).write("Sold lots ceased to be registrable");
        papers.transferOfSold(offeringId, 1, sold);
    }

    /** Asks the register before the fact is stored: what it refused afterwards would leave the closing half done. */
    private void tryDisposal(List<Sale> reported, LocalDate effectiveOn) {
        savepoint.executeWithoutResult(attempt -> {
            dispose(reported, effectiveOn);
            attempt.setRollbackOnly();
        });
    }

    private List<ShareLot> dispose(List<Sale> reported, LocalDate effectiveOn) {
        List<StatementSale> sold = reported.stream()
                .map(sale -> new StatementSale(sale.holderId(), sale.shares(), sale.soldOn(), sale.lot()))
                .toList();
        return register.disposeUnderStatement(sold, effectiveOn, agreement.policiesAsOf(effectiveOn));
    }

    private Map<String, BigInteger> registered(String offeringId) {
        return allocations
                .find(offeringId)
                .map(round -> allocations.lines(round).stream()
                        .filter(line -> line.allocated() != null)
                        .collect(Collectors.toMap(Line::holderId, Line::allocated)))
                .orElse(Map.of());
    }

    private void check(
            List<Sale> reported, Map<String, BigInteger> registered, LocalDate effectiveOn, LocalDate closedOn) {
        Input.withoutGaps("sales", reported);
        Map<String, BigInteger> sold = new HashMap<>();
        for (int i = 0; i < reported.size(); i++) {
            Sale sale = reported.get(i);
            String path = "sales[" + i + "].";
            require(sale.holderId() != null, path + "holderId", "is required");
            require(sale.shares() != null && sale.shares().signum() > 0, path + "shares", "must be above zero");
            require(sale.soldOn() != null, path + "soldOn", "is required");
            require(
                    !sale.soldOn().isBefore(effectiveOn) && !sale.soldOn().isAfter(closedOn),
                    path + "soldOn",
                    sale.soldOn() + " is not between effectiveness and closing");
            BigInteger most = registered.get(sale.holderId());
            if (most == null) {
                throw Refusal.unknown(path + "holderId", sale.holderId() + " has no shares in this registration");
            }
            BigInteger total = sold.merge(sale.holderId(), sale.shares(), BigInteger::add);
            require(
                    total.compareTo(most) <= 0,
                    path + "shares",
                    total + " is more than the " + most + " shares of " + sale.holderId() + " in this registration");
        }
    }

    private static void require(boolean met, String field, String sentence) {
        if (!met) {
            throw Refusal.invalid(field, sentence, Clause.S1_7_W);
        }
    }
}
