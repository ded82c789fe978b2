package org.registrationrights.web;

import static org.registrationrights.agreement.Refusal.required;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.explanation.Step;
import org.registrationrights.offering.ExpenseRepository;
import org.registrationrights.offering.ExpenseRepository.Bill;
import org.registrationrights.offering.ExpenseRepository.Entry;
import org.registrationrights.offering.ExpenseRepository.Settlement;
import org.registrationrights.offering.ExpenseStatement;
import org.registrationrights.offering.Expenses;
import org.registrationrights.offering.Expenses.Item;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.Input;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.piggyback.ExpenseSettlement;
import org.registrationrights.process.piggyback.SettlementProcess;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/offerings/{offeringId}/expenses")
@Tag(name = "Expenses", description = "The costs of a registration and who bears them (Section 5)")
class ExpensesController {

    /**
     * @param holders {@code for}: the Holders that a counsel worked for, in the order in which odd cents fall; all where
     *     absent
     * @param replaces the number of the bill that it corrects; a new one where absent
     */
    record BillEntered(
            Expenses.Type type,
            BigInteger cents,
            @JsonProperty("for") List<String> holders,
            Integer replaces) {

        Entry entry() {
            return new Entry(new Item(type, cents, holders), replaces);
        }
    }

    /** @param moreToCome required: whether these are not all bills; true while the offering is not over */
    record BillsEntered(String receiptId, List<BillEntered> expenses, Boolean moreToCome) {

        List<Entry> entries() {
            return Input.withoutGaps("expenses", required("expenses", expenses)).stream()
                    .map(BillEntered::entry)
                    .toList();
        }
    }

    /**
     * @param bill its number in the offering
     * @param replacedBy the number of the bill that corrects it and counts in its place
     * @param settlement the number of the settlement in which it was approved; null until then
     * @param cents who bears what, by bearer; empty until it is allocated
     */
    record BillView(
            int bill,
            Expenses.Type type,
            BigInteger billCents,
            @JsonProperty("for") List<String> holders,
            Integer replaces,
            Integer replacedBy,
            Integer settlement,
            Instant enteredAt,
            String enteredBy,
            Map<String, BigInteger> cents) {

        static BillView of(Bill bill, Map<String, BigInteger> cents) {
            return new BillView(
                    bill.line(),
                    bill.item().type(),
                    bill.item().cents(),
                    bill.item().holders(),
                    bill.replaces(),
                    bill.replacedBy(),
                    bill.settlement(),
                    bill.enteredAt(),
                    bill.enteredBy(),
                    cents);
        }
    }

    record StatementView(String bearer, List<ExpenseStatement.Line> bills, BigInteger totalCents, String statement) {

        static StatementView of(ExpenseStatement statement) {
            return new StatementView(statement.bearer(), statement.lines(), statement.totalCents(), statement.text());
        }
    }

    /**
     * @param approved what is settled, by bearer
     * @param proposed what is allocated and waits for its approval, by bearer
     */
    record ExpensesView(
            List<Settlement> settlements,
            List<BillView> bills,
            List<StatementView> approved,
            List<StatementView> proposed) {}

    /** @param steps how its part of the approved bills came about, which are counted from {@code items[0]} in them */
    record HolderStatement(StatementView statement, List<Step> steps) {}

    private final OfferingRepository offerings;
    private final ExpenseRepository expenses;
    private final ExpenseSettlement settlement;
    private final SettlementProcess process;
    private final Waiting waiting;
    private final OfferingReports reports;

    ExpensesController(
            OfferingRepository offerings,
            ExpenseRepository expenses,
            ExpenseSettlement settlement,
            SettlementProcess process,
            Waiting waiting,
            OfferingReports reports) {
        this.offerings = offerings;
        this.expenses = expenses;
        this.settlement = settlement;
        this.process = process;
        this.waiting = waiting;
        this.reports = reports;
    }

    @GetMapping
    @Operation(summary = "All bills with who bears which part of each, and of each bearer a statement bill by bill")
    ExpensesView all(@PathVariable String offeringId) {
        offerings.get(offeringId);
        Map<Integer, Map<String, BigInteger>> parts = expenses.parts(offeringId);
        return new ExpensesView(
                expenses.settlements(offeringId),
                expenses.bills(offeringId).stream()
                        .map(bill -> BillView.of(bill, parts.getOrDefault(bill.line(), Map.of())))
                        .toList(),
                statements(offeringId, bill -> bill.settlement() != null),
                statements(offeringId, Bill::isOpen));
    }

    @GetMapping("/{holderId}")
    @Operation(summary = "What a Holder (or COMPANY, OTHER_SELLERS) bears of the approved bills, and how it came about")
    HolderStatement ofHolder(@PathVariable String offeringId, @PathVariable String holderId) {
        offerings.get(offeringId);
        StatementView statement = statements(offeringId, bill -> bill.settlement() != null).stream()
                .filter(one -> one.bearer().equals(holderId))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(
                        "holderId", "nothing is approved that " + holderId + " bears in offering " + offeringId));
        boolean isHolder =
                !holderId.equals(ExpenseRepository.COMPANY) && !holderId.equals(ExpenseRepository.OTHER_SELLERS);
        return new HolderStatement(statement, settlement.approved(offeringId).explain(isHolder ? holderId : null));
    }

    @PostMapping
    @PreAuthorize("hasAnyAuthority('finance', 'camunda-admin')")
    @Operation(summary = "Bills of the registration, or corrections of them, one or many, and whether more are to come")
    ExpensesView enter(@PathVariable String offeringId, @RequestBody BillsEntered request) {
        List<Entry> entries = request.entries();
        boolean moreToCome = required("moreToCome", request.moreToCome());
        reports.take(
                request.receiptId(),
                offeringId,
                "expenses",
                request,
                () -> settlement.enter(offeringId, entries, moreToCome),
                () -> {
                    waiting.tellOffering(offeringId, Messages.EXPENSES_REPORTED);
                    process.beginForLateBills(offeringId);
                });
        return all(offeringId);
    }

    private List<StatementView> statements(String offeringId, Predicate<Bill> which) {
        return ExpenseStatement.of(
                        expenses.bills(offeringId).stream().filter(which).toList(), expenses.parts(offeringId))
                .stream()
                .map(StatementView::of)
                .toList();
    }
}
