package org.registrationrights.offering;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.Closing.Reported;
import org.registrationrights.offering.Closing.Sold;
import org.registrationrights.offering.SaleRepository.Sale;

/**
 * The shares that the statement of an offering covers, and what was sold of them so far (1.7(w)).
 *
 * @param registered by Holder
 * @param ofCompany registered for the Company's own account
 * @param ofOthers registered for all other sellers together
 * @param closings so far, in their order
 * @param sold by Holder, over all closings; absent for one that sold nothing
 */
public record CoveredShares(
        Map<String, BigInteger> registered,
        BigInteger ofCompany,
        BigInteger ofOthers,
        List<Closing> closings,
        Map<String, BigInteger> sold) {

    public record Line(String holderId, BigInteger registered, BigInteger sold, BigInteger unsold) {}

    /** Each Holder whose shares are covered. */
    public List<Line> lines() {
        return registered.entrySet().stream()
                .map(covered -> {
                    BigInteger gone = soldBy(covered.getKey());
                    return new Line(
                            covered.getKey(),
                            covered.getValue(),
                            gone,
                            covered.getValue().subtract(gone));
                })
                .toList();
    }

    /** What the Company has sold over all closings. */
    public BigInteger soldByCompany() {
        return sum(Closing::company);
    }

    /** What the other sellers have sold over all closings. */
    public BigInteger soldByOthers() {
        return sum(Closing::others);
    }

    public int nextNumber() {
        return closings.size() + 1;
    }

    /**
     * The next closing.
     *
     * @throws Refusal after the final one, for a number out of turn, for a day before the last closing or the
     *     effectiveness, for a sale outside effectiveness and this closing, and for more shares of a Holder, over all
     *     closings, than are registered for it
     */
    @Implements(Clause.S1_7_W)
    public Closing close(Reported reported, LocalDate effectiveOn) {
        Refusal.required("closedOn", reported.closedOn(), Clause.S1_7_W);
        if (reported.last() == null) {
            throw Refusal.invalid("final", "is required: whether no other closing follows", Clause.S1_7_W);
        }
        LocalDate earliest = effectiveOn;
        if (!closings.isEmpty()) {
            Closing latest = closings.get(closings.size() - 1);
            if (latest.last()) {
                throw Refusal.conflict(
                        "offeringId",
                        "closing " + latest.number() + ", on " + latest.closedOn() + ", was the final one",
                        Clause.S1_7_W);
            }
            earliest = latest.closedOn();
        }
        if (reported.number() != null && reported.number() != nextNumber()) {
            throw Refusal.conflict(
                    "number", "closing " + nextNumber() + " is next, not " + reported.number(), Clause.S1_7_W);
        }
        if (reported.closedOn().isBefore(earliest)) {
            throw Refusal.invalid(
                    "closedOn",
                    reported.closedOn() + " is before "
                            + (closings.isEmpty() ? "the effectiveness, " : "the last one, ") + earliest,
                    Clause.S1_7_W);
        }
        check(reported.sales(), effectiveOn, reported.closedOn());
        return new Closing(
                nextNumber(),
                reported.closedOn(),
                reported.last(),
                Sold.of(reported.companySold(), ofCompany, soldByCompany()),
                Sold.of(reported.othersSold(), ofOthers, soldByOthers()));
    }

    private void check(List<Sale> sales, LocalDate effectiveOn, LocalDate closedOn) {
        Map<String, BigInteger> soldNow = new HashMap<>();
        for (int i = 0; i < sales.size(); i++) {
            Sale sale = sales.get(i);
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
            BigInteger before = soldBy(sale.holderId());
            BigInteger total = soldNow.merge(sale.holderId(), sale.shares(), BigInteger::add)
                    .add(before);
            require(
                    total.compareTo(most) <= 0,
                    path + "shares",
                    total + " is more than the " + most + " shares of " + sale.holderId() + " in this registration"
                            + (before.signum() == 0 ? "" : ", " + before + " of them sold in earlier closings"));
        }
    }

    private BigInteger soldBy(String holderId) {
        return sold.getOrDefault(holderId, BigInteger.ZERO);
    }

    private BigInteger sum(Function<Closing, Sold> seller) {
        return closings.stream().map(seller).map(Sold::shares).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static void require(boolean met, String field, String sentence) {
        if (!met) {
            throw Refusal.invalid(field, sentence, Clause.S1_7_W);
        }
    }
}
