package org.registrationrights.process.piggyback;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.ExpenseRepository;
import org.registrationrights.offering.Expenses;
import org.registrationrights.offering.Expenses.Item;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.OtherSeller;
import org.registrationrights.offering.SaleRepository;
import org.registrationrights.process.CaseNotes;
import org.springframework.stereotype.Component;

/** The costs of a registration: entered bill by bill, shared by who sold how much (5). */
@Component
@Implements({Clause.S5_A, Clause.S5_B})
class ExpenseSharing {

    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final SaleRepository sales;
    private final ExpenseRepository expenses;
    private final Agreement agreement;
    private final CaseNotes caseFile;

    ExpenseSharing(
            OfferingRepository offerings,
            AllocationRepository allocations,
            SaleRepository sales,
            ExpenseRepository expenses,
            Agreement agreement,
            CaseNotes caseFile) {
        this.offerings = offerings;
        this.allocations = allocations;
        this.sales = sales;
        this.expenses = expenses;
        this.agreement = agreement;
        this.caseFile = caseFile;
    }

    /** Stores the bills; a set that cannot be shared is refused as a whole. */
    void enter(String offeringId, List<Item> items) {
        allocate(offeringId, items);
        expenses.enter(offeringId, items);
        caseFile.on(offeringId, Clause.S5_A).input("items", items).write("Expenses entered");
    }

    void share(String offeringId) {
        Expenses shared = allocate(offeringId, expenses.items(offeringId));
        expenses.share(offeringId, shared.borne());
        offerings.enter(offeringId, Phase.CLOSED);
        caseFile.on(offeringId, Clause.S5_B)
                .input("items", expenses.items(offeringId))
                .input("sold", sales.soldByHolder(offeringId))
                .policies(policies(offerings.get(offeringId)).only(Expenses.POLICIES))
                .result("shares", shared.borne())
                .steps(shared.explain(null))
                .write("Expenses shared");
    }

    private Expenses allocate(String offeringId, List<Item> items) {
        Offering offering = offerings.get(offeringId);
        Map<String, BigInteger> registered = new LinkedHashMap<>();
        BigInteger others = allocations
                .find(offeringId)
                .map(round -> {
                    allocations.lines(round).forEach(line -> registered.put(line.holderId(), BigInteger.ZERO));
                    return allocations.others(round).stream()
                            .map(OtherSeller::included)
                            .reduce(BigInteger.ZERO, BigInteger::add);
                })
                .orElse(BigInteger.ZERO);
        registered.putAll(sales.soldByHolder(offeringId));
        return Expenses.allocate(registered, offering.companyShares(), others, items, policies(offering));
    }

    private Policies policies(Offering offering) {
        return agreement.policiesAsOf(offering.registration().closedOn());
    }
}
