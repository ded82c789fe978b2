package org.registrationrights.process.piggyback;

import java.math.BigInteger;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.CoveredShares;
import org.registrationrights.offering.ExpenseBasis;
import org.registrationrights.offering.ExpenseRepository;
import org.registrationrights.offering.ExpenseRepository.Bill;
import org.registrationrights.offering.ExpenseRepository.Entry;
import org.registrationrights.offering.ExpenseRepository.Settlement;
import org.registrationrights.offering.Expenses;
import org.registrationrights.offering.Expenses.Borne;
import org.registrationrights.offering.Expenses.Item;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The costs of a registration (5): entered bill by bill as they come, allocated when all are there, and approved by another
 * person. What comes later is settled for itself; no part of an approved bill is changed by it.
 */
@Component
@Transactional
@Implements({Clause.S5_A, Clause.S5_B})
public class ExpenseSettlement {

    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final ElectionRepository elections;
    private final ExpenseRepository expenses;
    private final Closings closings;
    private final Agreement agreement;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    ExpenseSettlement(
            OfferingRepository offerings,
            AllocationRepository allocations,
            ElectionRepository elections,
            ExpenseRepository expenses,
            Closings closings,
            Agreement agreement,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.offerings = offerings;
        this.allocations = allocations;
        this.elections = elections;
        this.expenses = expenses;
        this.closings = closings;
        this.agreement = agreement;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Begins a settlement, or goes on with one that has lost its process.
     *
     * @throws Refusal in an offering that is not over
     */
    void open(String offeringId) {
        Offering offering = offerings.lock(offeringId);
        if (!isOver(offering)) {
            throw Refusal.conflict(
                    "offeringId",
                    offeringId + " is not over, and its costs are not complete: its phase is " + offering.phase(),
                    Clause.S5_A);
        }
        if (expenses.openSettlement(offeringId).isEmpty()) {
            expenses.open(offeringId, clock.instant());
        }
    }

    /**
     * Stores bills, before the offering is over or after.
     *
     * @param moreToCome whether these are not all; must be so while the offering is not over
     * @throws Refusal for a bill that cannot be, or that nobody can bear; for a correction of one that is approved or
     *     corrected already; then none is stored
     */
    public void enter(String offeringId, List<Entry> entries, boolean moreToCome) {
        Offering offering = offerings.lock(offeringId);
        if (offering.phase() == Phase.NO_NOTICE_REQUIRED) {
            throw Refusal.conflict("offeringId", offeringId + " is no registration under this agreement", Clause.S5_A);
        }
        if (!moreToCome && !isOver(offering)) {
            throw Refusal.conflict(
                    "moreToCome", "must be true: " + offeringId + " is not over, and more may come", Clause.S5_A);
        }
        if (entries.isEmpty() && moreToCome) {
            throw Refusal.invalid("expenses", "needs at least one bill", Clause.S5_A);
        }
        Input.withoutGaps("expenses", entries);
        List<Bill> before = expenses.bills(offeringId);
        checkCorrections(entries, before);
        checkBills(offering, entries);
        expenses.enter(offeringId, entries, clock.instant(), user.id());
        expenses.openSettlement(offeringId).ifPresent(settlement -> complete(offering, settlement, moreToCome));
        caseFile.on(offeringId, Clause.S5_A)
                .input("items", entries)
                .input("moreToCome", moreToCome)
                .write("Expenses entered");
    }

    /** Whether all bills are entered; what is stored from now on finds the instance waiting that asks here. */
    boolean isComplete(String offeringId) {
        offerings.lock(offeringId);
        return underWay(offeringId).completedBy() != null;
    }

    /** Splits every bill that is not approved yet, and keeps how. */
    void allocate(String offeringId) {
        Offering offering = offerings.lock(offeringId);
        List<Bill> bills = toBeApproved(offeringId);
        ExpenseBasis basis = basis(offering);
        Policies policies = policies(offering);
        Map<Integer, Borne> parts = new LinkedHashMap<>();
        for (Bill bill : bills) {
            parts.put(
                    bill.line(), basis.allocate(List.of(bill.item()), policies).borne());
        }
        Expenses all = basis.allocate(items(bills), policies);
        expenses.allocate(offeringId, underWay(offeringId).number(), basis, parts);
        caseFile.on(offeringId, Clause.S5_B)
                .input("bills", bills)
                .input("basis", basis)
                .policies(policies.only(Expenses.POLICIES))
                .result("shares", all.borne())
                .steps(all.explain(null))
                .write("Expenses allocated");
    }

    /** The allocation of what is not approved yet, worked out again from what is stored. */
    Expenses allocation(String offeringId) {
        Offering offering = offerings.get(offeringId);
        return basis(offering).allocate(items(toBeApproved(offeringId)), policies(offering));
    }

    /**
     * How a Holder's part of the approved bills came about.
     *
     * @throws Refusal for one that was not in the registration
     */
    public Expenses approved(String offeringId) {
        Offering offering = offerings.get(offeringId);
        List<Bill> bills = expenses.bills(offeringId).stream()
                .filter(bill -> bill.replacedBy() == null && bill.settlement() != null)
                .toList();
        return basis(offering).allocate(items(bills), policies(offering));
    }

    /**
     * Approves the allocation or sends it back.
     *
     * @param reason why it is sent back; null with an approval
     * @throws Refusal for the approval of what one has entered oneself, and where bills have come in since
     */
    void decide(String offeringId, boolean approved, String reason) {
        offerings.lock(offeringId);
        Settlement settlement = underWay(offeringId);
        if (settlement.basis() == null) {
            throw Refusal.conflict(
                    Variables.EXPENSES_APPROVED, "bills have come in meanwhile; read them again", Clause.S5_A);
        }
        if (approved == (reason != null)) {
            throw Refusal.invalid(
                    "reason",
                    approved ? "must be absent with an approval" : "is required to send it back",
                    Clause.S5_A);
        }
        if (approved) {
            checkApprover(settlement, toBeApproved(offeringId));
        }
        expenses.decided(offeringId, settlement.number(), approved, reason, user.id(), clock.instant());
        if (!approved) {
            expenses.completed(offeringId, settlement.number(), null);
        }
        caseFile.on(offeringId, Clause.S5_B)
                .input("settlement", settlement.number())
                .input("reason", reason)
                .write(approved ? "Expenses approved" : "Expenses sent back");
    }

    List<Bill> toBeApproved(String offeringId) {
        return expenses.bills(offeringId).stream().filter(Bill::isOpen).toList();
    }

    Settlement underWay(String offeringId) {
        return expenses.openSettlement(offeringId)
                .orElseThrow(() -> Refusal.conflict(
                        "offeringId", "no costs of " + offeringId + " are being settled", Clause.S5_A));
    }

    private void checkApprover(Settlement settlement, List<Bill> bills) {
        Set<String> entered = Stream.concat(
                        Stream.of(settlement.completedBy()), bills.stream().map(Bill::enteredBy))
                .collect(Collectors.toSet());
        if (entered.contains(user.id())) {
            throw Refusal.conflict(
                    Variables.EXPENSES_APPROVED,
                    "bills were entered by " + user.id() + " and need another person's approval",
                    Clause.S5_A);
        }
    }

    private void checkCorrections(List<Entry> entries, List<Bill> before) {
        Map<Integer, Bill> bills = before.stream().collect(Collectors.toMap(Bill::line, bill -> bill));
        for (int i = 0; i < entries.size(); i++) {
            Integer replaces = entries.get(i).replaces();
            if (replaces == null) {
                continue;
            }
            String field = "expenses[" + i + "].replaces";
            Bill bill = bills.remove(replaces);
            if (bill == null) {
                throw Refusal.unknown(field, "there is no bill " + replaces + ", or it is there twice");
            }
            if (!bill.isOpen()) {
                throw Refusal.conflict(
                        field,
                        "bill " + replaces
                                + (bill.settlement() == null
                                        ? " is corrected already, by bill " + bill.replacedBy()
                                        : " is approved already"),
                        Clause.S5_A);
            }
        }
    }

    /** Who bears a bill may not be known before the offering is over; what is wrong with it by itself is. */
    private void checkBills(Offering offering, List<Entry> entries) {
        Set<String> known = elections.ofOffering(offering.id()).stream()
                .map(election -> election.key().holderId())
                .collect(Collectors.toSet());
        for (int i = 0; i < entries.size(); i++) {
            Item item = entries.get(i).item();
            String path = "expenses[" + i + "].";
            Refusal.required(path + "type", item.type(), Clause.S5_A);
            Refusal.required(path + "cents", Input.checked(path + "cents", item.cents()), Clause.S5_A);
            for (String holder : item.holders() == null ? List.<String>of() : item.holders()) {
                if (!known.contains(holder)) {
                    throw Refusal.unknown(path + "for", "'" + holder + "' was no Holder in " + offering.id());
                }
            }
            if (isOver(offering)) {
                try {
                    basis(offering).allocate(List.of(item), policies(offering));
                } catch (Refusal refused) {
                    throw refused.at(refused.field().replace("items[0]", "expenses[" + i + "]"));
                }
            }
        }
    }

    /** Bills that came before the offering was over are held against its end now. */
    private void complete(Offering offering, Settlement settlement, boolean moreToCome) {
        expenses.completed(offering.id(), settlement.number(), moreToCome ? null : user.id());
        if (moreToCome) {
            return;
        }
        for (Bill bill : toBeApproved(offering.id())) {
            try {
                basis(offering).allocate(List.of(bill.item()), policies(offering));
            } catch (Refusal refused) {
                throw refused.at(refused.field().replace("items[0]", "bill " + bill.line()));
            }
        }
    }

    private ExpenseBasis basis(Offering offering) {
        CoveredShares covered = closings.covered(offering);
        if (!covered.closings().isEmpty()) {
            return ExpenseBasis.sold(covered);
        }
        boolean allocated = allocations
                .find(offering.id())
                .map(round -> round.approvedBy() != null)
                .orElse(false);
        return ExpenseBasis.unsold(allocated ? covered.registered() : requested(offering.id()));
    }

    private Map<String, BigInteger> requested(String offeringId) {
        Map<String, BigInteger> requested = new TreeMap<>();
        for (HolderElection election : elections.ofOffering(offeringId)) {
            if (election.requested() != null && election.requested().signum() > 0) {
                requested.put(election.key().holderId(), election.requested().min(election.registrableShares()));
            }
        }
        return requested;
    }

    private Policies policies(Offering offering) {
        return agreement.policiesAsOf(
                offering.registration().closedOn() != null
                        ? offering.registration().closedOn()
                        : agreement.day(offering.registration().withdrawnAt()));
    }

    private static boolean isOver(Offering offering) {
        return offering.phase() == Phase.CLOSED || offering.phase() == Phase.WITHDRAWN;
    }

    private static List<Item> items(List<Bill> bills) {
        return bills.stream().map(Bill::item).toList();
    }
}
