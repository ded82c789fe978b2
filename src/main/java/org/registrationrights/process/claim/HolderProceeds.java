package org.registrationrights.process.claim;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.indemnity.FaultSheet.Proceeds;
import org.registrationrights.indemnity.FaultSheetRepository;
import org.registrationrights.offering.ExpenseRepository;
import org.registrationrights.offering.ExpenseRepository.Bill;
import org.registrationrights.offering.Expenses.Type;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.SaleRepository;
import org.registrationrights.offering.SaleRepository.Sale;
import org.springframework.stereotype.Component;

/** What the sale in a registration brought a Holder: by the reported closings and the approved discount, by no form (3.3). */
@Component
@Implements(Clause.S3_3_C)
class HolderProceeds {

    private final SaleRepository sales;
    private final ExpenseRepository expenses;
    private final FaultSheetRepository sheets;

    HolderProceeds(SaleRepository sales, ExpenseRepository expenses, FaultSheetRepository sheets) {
        this.sales = sales;
        this.expenses = expenses;
        this.sheets = sheets;
    }

    /**
     * @param otherThan the claim whose own contribution has not used the cap up
     * @param net whether the underwriting discount is taken off, so that it must be known
     * @throws Refusal while more may be sold in it, where the closings do not say what its shares were sold for, or no settlement what discount it bore
     */
    Proceeds of(Offering offering, String holderId, String otherThan, boolean net) {
        if (offering.phase() != Phase.CLOSED && offering.phase() != Phase.WITHDRAWN) {
            throw Refusal.conflict(
                    "party",
                    "what " + holderId + " sells in " + offering.id()
                            + " is known only once that is closed or withdrawn: it is " + offering.phase(),
                    Clause.S3_3_C);
        }
        BigInteger gross = gross(offering.id(), holderId)
                .orElseThrow(() -> Refusal.conflict(
                        "party",
                        "no closing of " + offering.id() + " says what the shares of " + holderId
                                + " were sold for; report the proceeds first",
                        Clause.S3_3_C));
        BigInteger discount =
                gross.signum() == 0 || !offering.underwritten() ? BigInteger.ZERO : discount(offering.id(), holderId);
        if (discount == null && net) {
            throw Refusal.conflict(
                    "party",
                    "no approved settlement of " + offering.id() + " says what underwriting discount " + holderId
                            + " bore; settle the expenses first",
                    Clause.S3_3_C);
        }
        return new Proceeds(
                gross,
                discount == null ? BigInteger.ZERO : discount,
                sheets.contributed(offering.id(), holderId, otherThan));
    }

    /** As far as they are known, for people to look at. */
    Optional<Proceeds> known(Offering offering, String holderId, String otherThan) {
        return gross(offering.id(), holderId).map(gross -> {
            BigInteger discount = offering.underwritten() ? discount(offering.id(), holderId) : BigInteger.ZERO;
            return new Proceeds(
                    gross,
                    discount == null ? BigInteger.ZERO : discount,
                    sheets.contributed(offering.id(), holderId, otherThan));
        });
    }

    private Optional<BigInteger> gross(String offeringId, String holderId) {
        List<BigInteger> brought = sales.ofOffering(offeringId).stream()
                .filter(sale -> sale.holderId().equals(holderId))
                .map(Sale::grossCents)
                .toList();
        return brought.stream().anyMatch(Objects::isNull)
                ? Optional.empty()
                : Optional.of(brought.stream().reduce(BigInteger.ZERO, BigInteger::add));
    }

    /** Null where no discount is settled: that there was none is said by a bill of zero. */
    private BigInteger discount(String offeringId, String holderId) {
        List<Bill> discounts = expenses.bills(offeringId).stream()
                .filter(bill -> bill.item().type() == Type.UNDERWRITING_DISCOUNT && bill.settlement() != null)
                .toList();
        if (discounts.isEmpty()) {
            return null;
        }
        Map<Integer, Map<String, BigInteger>> parts = expenses.parts(offeringId);
        return discounts.stream()
                .filter(bill -> bill.replacedBy() == null)
                .map(bill -> parts.getOrDefault(bill.line(), Map.of()).getOrDefault(holderId, BigInteger.ZERO))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
