package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.Expenses.Item;
import org.registrationrights.offering.Expenses.Type;

/**
 * By which shares the bills of a registration are split (5).
 *
 * @param holderShares by Holder, in the order in which odd cents fall
 */
public record ExpenseBasis(
        Kind kind, Map<String, BigInteger> holderShares, BigInteger companyShares, BigInteger otherShares) {

    public enum Kind {
        /** What each sold over all closings. */
        SOLD,
        /**
         * Withdrawn before anything was sold. The Company bears the registration all the same, for it decides on a
         * withdrawal (8); Holders keep their own counsel, by the shares that it was to register; and there is no discount.
         */
        UNSOLD
    }

    /** A Holder that was included and sold nothing is among them, with no shares. */
    public static ExpenseBasis sold(CoveredShares covered) {
        Map<String, BigInteger> holders = new LinkedHashMap<>();
        covered.lines().forEach(line -> holders.put(line.holderId(), line.sold()));
        return new ExpenseBasis(Kind.SOLD, holders, covered.soldByCompany(), covered.soldByOthers());
    }

    /** @param toBeRegistered by Holder the shares that were allocated or, before that, asked for */
    public static ExpenseBasis unsold(Map<String, BigInteger> toBeRegistered) {
        return new ExpenseBasis(Kind.UNSOLD, toBeRegistered, BigInteger.ZERO, BigInteger.ZERO);
    }

    /** @throws Refusal for a discount where nothing was sold, and for what {@link Expenses} does not take */
    @Implements({Clause.S5_A, Clause.S5_B})
    public Expenses allocate(List<Item> items, Policies policies) {
        for (int i = 0; i < items.size() && kind == Kind.UNSOLD; i++) {
            if (items.get(i).type() == Type.UNDERWRITING_DISCOUNT) {
                throw Refusal.invalid(
                        "items[" + i + "].type",
                        "belongs to sold shares: the registration was withdrawn before anything was sold",
                        Clause.S5_B);
            }
        }
        return Expenses.allocate(holderShares, companyShares, otherShares, items, policies);
    }
}
