package org.registrationrights.process.dispute;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Deadlines;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.dispute.Dispute;
import org.registrationrights.dispute.DisputeBill;
import org.registrationrights.dispute.DisputeCostRepository;
import org.registrationrights.dispute.DisputeCostRepository.Bill;
import org.registrationrights.dispute.DisputeCostRepository.Sheet;
import org.registrationrights.dispute.DisputeRepository;
import org.registrationrights.indemnity.CostAward;
import org.registrationrights.indemnity.CostSheet;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The costs of a dispute (11.5, 11.6): entered bill by bill, worked out when all are there and it is found who prevails, and
 * approved by another person. What comes later, as the costs of enforcing the award, is settled for itself.
 */
@Component
@Transactional
@Implements({Clause.S11_5_B, Clause.S11_6_A})
public class DisputeCosts {

    /**
     * A bill as it is entered.
     *
     * @param party who bore it at first; for unpaid forum fees whoever sent the bill
     * @param type {@code ATTORNEYS}, {@code ACCOUNTING}, {@code FORUM_FEES}, {@code INVESTIGATION}, {@code EXPERTS}, or
     *     another kind by its own name
     * @param reasonableCents of attorneys and accounting, where not all of it is reasonable; with its ground
     * @param unpaid of forum fees: whether JAMS is still owed them
     * @param replaces the number of the bill that it corrects
     */
    public record BillLine(
            String party,
            String type,
            BigInteger cents,
            BigInteger reasonableCents,
            String reasonableGround,
            Boolean unpaid,
            String evidence,
            Integer replaces) {

        DisputeBill bill() {
            Input.checked("cents", cents);
            Input.checked("reasonableCents", reasonableCents);
            return new DisputeBill(
                    new CostSheet.Item(party, type, cents, reasonableCents, unpaid),
                    reasonableGround,
                    evidence,
                    replaces);
        }
    }

    /** What a party pays by the award's own words. */
    public record SplitLine(String party, BigInteger cents) {}

    private final DisputeRepository disputes;
    private final DisputeCostRepository costs;
    private final Agreement agreement;
    private final Deadlines deadlines;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    DisputeCosts(
            DisputeRepository disputes,
            DisputeCostRepository costs,
            Agreement agreement,
            Deadlines deadlines,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.disputes = disputes;
        this.costs = costs;
        this.agreement = agreement;
        this.deadlines = deadlines;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Begins a sheet, or goes on with one that is open.
     *
     * @throws Refusal while it is not known how the dispute ends and who prevails
     */
    void open(String disputeId) {
        Dispute dispute = disputes.lock(disputeId);
        if (!dispute.isDecided()) {
            throw Refusal.conflict(
                    "disputeId", disputeId + " is not decided: its costs are not complete", Clause.S11_6_A);
        }
        openIfNone(disputeId);
    }

    private Sheet openIfNone(String disputeId) {
        if (costs.openSheet(disputeId).isEmpty()) {
            costs.open(disputeId, clock.instant());
        }
        return costs.openSheet(disputeId).orElseThrow();
    }

    /**
     * Stores bills, before the dispute is over or after.
     *
     * @param moreToCome whether these are not all; must be so while it is not found who prevails
     * @param split where the award itself says who pays how much: all of it; else empty
     * @throws Refusal for a bill that cannot be, and for a split that does not add up; then none is stored
     */
    public void enter(
            String disputeId, List<BillLine> lines, boolean moreToCome, List<SplitLine> split, String splitGround) {
        Dispute dispute = disputes.lock(disputeId);
        if (!moreToCome && !dispute.isDecided()) {
            throw Refusal.conflict(
                    "moreToCome", "must be true: " + disputeId + " is not decided, and more may come", Clause.S11_6_A);
        }
        if (lines.isEmpty() && moreToCome) {
            throw Refusal.invalid("bills", "needs at least one bill", Clause.S11_6_A);
        }
        List<DisputeBill> bills = bills(dispute, lines);
        checkCorrections(bills, costs.bills(disputeId));
        costs.enter(disputeId, bills, clock.instant(), user.id());
        note(disputeId, Clause.S11_6_A)
                .input("bills", bills)
                .input("moreToCome", moreToCome)
                .input("split", split)
                .input("splitGround", splitGround)
                .write("Costs of the dispute entered");
        if (dispute.isDecided()) {
            Sheet sheet = openIfNone(disputeId);
            Map<String, BigInteger> shares = split(dispute, moreToCome, split, splitGround);
            costs.completed(disputeId, sheet.number(), moreToCome ? null : user.id(), shares, splitGround);
        } else {
            checkNoSplit(split, splitGround);
        }
    }

    private static List<DisputeBill> bills(Dispute dispute, List<BillLine> lines) {
        List<DisputeBill> bills = new ArrayList<>();
        Input.withoutGaps("bills", lines);
        for (int i = 0; i < lines.size(); i++) {
            try {
                DisputeBill bill = lines.get(i).bill();
                dispute.costs(List.of(bill.item()));
                bills.add(bill);
            } catch (Refusal refused) {
                throw refused.at("bills[" + i + "]." + refused.field().replace("items[0].", ""));
            }
        }
        return bills;
    }

    private static void checkCorrections(List<DisputeBill> entered, List<Bill> before) {
        Map<Integer, Bill> bills = before.stream().collect(Collectors.toMap(Bill::line, bill -> bill));
        for (int i = 0; i < entered.size(); i++) {
            Integer replaces = entered.get(i).replaces();
            if (replaces == null) {
                continue;
            }
            String field = "bills[" + i + "].replaces";
            Bill bill = bills.remove(replaces);
            if (bill == null) {
                throw Refusal.unknown(field, "there is no bill " + replaces + ", or it is there twice");
            }
            if (!bill.isOpen()) {
                throw Refusal.conflict(
                        field,
                        "bill " + replaces + (bill.sheet() == null ? " is corrected already" : " is approved already"),
                        Clause.S11_6_A);
            }
        }
    }

    private Map<String, BigInteger> split(
            Dispute dispute, boolean moreToCome, List<SplitLine> lines, String splitGround) {
        if (moreToCome || lines.isEmpty()) {
            checkNoSplit(lines, splitGround);
            return Map.of();
        }
        Refusal.requiredText("splitGround", splitGround, 1000, Clause.S11_5_B);
        Map<String, BigInteger> shares = new LinkedHashMap<>();
        Input.withoutGaps("split", lines);
        for (int i = 0; i < lines.size(); i++) {
            String party = lines.get(i).party();
            if (!dispute.partyIds().contains(party)) {
                throw Refusal.unknown("split[" + i + "].party", "'" + party + "' is no party to the dispute");
            }
            String field = "split[" + i + "].cents";
            BigInteger cents =
                    Refusal.required(field, Input.checked(field, lines.get(i).cents()), Clause.S11_5_B);
            if (shares.put(party, cents) != null) {
                throw Refusal.invalid("split[" + i + "].party", "'" + party + "' is there twice", Clause.S11_5_B);
            }
        }
        CostAward award = workedOut(dispute);
        BigInteger all = award.awardCents().add(award.forumFeesUnpaidCents());
        BigInteger sum = shares.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (!sum.equals(all)) {
            throw Refusal.invalid(
                    "split", "adds up to " + sum + " cents, and award and unpaid forum fees to " + all, Clause.S11_5_B);
        }
        return shares;
    }

    private static void checkNoSplit(List<SplitLine> lines, String splitGround) {
        if (!lines.isEmpty()) {
            throw Refusal.invalid("split", "belongs to the last of the bills, after the award", Clause.S11_5_B);
        }
        if (splitGround != null) {
            throw Refusal.invalid("splitGround", "belongs to a split", Clause.S11_5_B);
        }
    }

    /** The last second of the day by which all bills of a sheet that is opened today should be entered. */
    Instant dueAt() {
        return agreement
                .endOf(agreement.day(clock.instant()).plus(deadlines.disputeCosts()))
                .minusSeconds(1);
    }

    /** Whether all bills are entered; what is stored from now on finds the instance waiting that asks here. */
    boolean isComplete(String disputeId) {
        disputes.lock(disputeId);
        return underWay(disputeId).completedBy() != null;
    }

    /** Works out who pays what, and keeps how. */
    void allocate(String disputeId) {
        Dispute dispute = disputes.lock(disputeId);
        Sheet sheet = underWay(disputeId);
        CostAward award = workedOut(dispute);
        costs.workedOut(disputeId, sheet.number(), award);
        if (sheet.splitGround() == null) {
            costs.shares(disputeId, sheet.number(), award.payableCents());
        }
        note(disputeId, Clause.S11_5_B)
                .input("sheet", sheet.number())
                .input("bills", toBeApproved(disputeId))
                .input("splitGround", sheet.splitGround())
                .policies(award.policies().only(CostAward.POLICIES))
                .result("awardCents", award.awardCents())
                .result("forumFeesUnpaidCents", award.forumFeesUnpaidCents())
                .result("disallowedCents", award.disallowedCents())
                .result("shares", underWay(disputeId).shares())
                .steps(award.explain(null))
                .write("Costs of the dispute worked out");
    }

    /** The award of what is not approved yet, worked out again from what is stored. */
    CostAward award(String disputeId) {
        return workedOut(disputes.get(disputeId));
    }

    private CostAward workedOut(Dispute dispute) {
        List<CostSheet.Item> items = toBeApproved(dispute.id()).stream()
                .map(bill -> bill.bill().item())
                .toList();
        Policies policies = agreement.policiesAsOf(dispute.outcome().endedOn());
        return CostAward.of(dispute.costs(items), policies);
    }

    /**
     * Approves who pays what, or sends it back.
     *
     * @param reason why it is sent back; null with an approval
     * @throws Refusal for the approval of what one has entered oneself, and where bills have come in since
     */
    void decide(String disputeId, boolean approved, String reason) {
        disputes.lock(disputeId);
        Sheet sheet = underWay(disputeId);
        if (sheet.awardCents() == null) {
            throw Refusal.conflict(
                    Variables.COSTS_APPROVED, "bills have come in meanwhile; read them again", Clause.S11_6_A);
        }
        if (approved == (reason != null)) {
            throw Refusal.invalid(
                    "reason",
                    approved ? "must be absent with an approval" : "is required to send it back",
                    Clause.S11_6_A);
        }
        if (approved) {
            checkApprover(sheet, toBeApproved(disputeId));
        }
        costs.decided(disputeId, sheet.number(), approved, reason, user.id(), clock.instant());
        if (!approved) {
            costs.completed(disputeId, sheet.number(), null, Map.of(), null);
        }
        note(disputeId, Clause.S11_6_A)
                .input("sheet", sheet.number())
                .input("reason", reason)
                .result("shares", sheet.shares())
                .write(approved ? "Costs of the dispute approved" : "Costs of the dispute sent back");
    }

    private void checkApprover(Sheet sheet, List<Bill> bills) {
        Set<String> entered = Stream.concat(
                        Stream.of(sheet.completedBy()), bills.stream().map(Bill::enteredBy))
                .collect(Collectors.toSet());
        if (entered.contains(user.id())) {
            throw Refusal.conflict(
                    Variables.COSTS_APPROVED,
                    "bills were entered by " + user.id() + " and need another person's approval",
                    Clause.S11_6_A);
        }
    }

    List<Bill> toBeApproved(String disputeId) {
        return costs.bills(disputeId).stream().filter(Bill::isOpen).toList();
    }

    Sheet underWay(String disputeId) {
        return costs.openSheet(disputeId)
                .orElseThrow(() -> Refusal.conflict(
                        "disputeId", "no costs of " + disputeId + " are being settled", Clause.S11_6_A));
    }

    private CaseNotes.Note note(String disputeId, Clause clause) {
        return caseFile.on(CaseSubject.matter(disputeId), clause);
    }
}
