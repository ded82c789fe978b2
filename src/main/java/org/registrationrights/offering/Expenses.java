package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.HolderCounselSplit;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.arithmetic.LargestRemainder;

/**
 * Who bears the costs of a registration (5), in cents. The parts add up to the bills.
 *
 * @param holderCents by Holder, all Holders in their order
 * @param otherSellersCents what the other sellers bear together
 */
public record Expenses(
        BigInteger companyCents,
        Map<String, BigInteger> holderCents,
        BigInteger otherSellersCents,
        BigInteger totalCents) {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = Set.of("holderCounselSplit");

    /** What a bill is for. All but the last two are the Company's. */
    public enum Type {
        PRINTING,
        COMPANY_LEGAL,
        ACCOUNTING,
        SEC_FEE,
        BLUE_SKY,
        TRANSFER_AGENT,
        LISTING,
        PROSPECTUS_RETURN,
        UNDERWRITER_EXPENSES,
        INDEMNIFIED_DEFENSE,
        STOCK_TRANSFER_TAX,
        HOLDER_COUNSEL,
        UNDERWRITING_DISCOUNT
    }

    /**
     * One bill.
     *
     * @param holders the Holders for whom the work was done, in the order in which odd cents fall; null for all
     */
    public record Item(Type type, BigInteger cents, List<String> holders) {}

    private static final int COMPANY = 0;

    /**
     * @param holderShares by Holder the shares it sells, in the order in which odd cents fall
     * @throws Refusal for a negative number, a Holder that is unknown or named twice, and a bill that nobody can bear
     */
    @Implements({Clause.S5_A, Clause.S5_B})
    public static Expenses allocate(
            Map<String, BigInteger> holderShares,
            BigInteger companyShares,
            BigInteger otherShares,
            List<Item> items,
            Policies policies) {
        holderShares.forEach((holder, shares) -> Checks.notNegative(shares, "holderShares." + holder));
        Checks.notNegative(companyShares, "companyShares");
        Checks.notNegative(otherShares, "otherShares");

        // One place for the Company, one for each Holder, one for the other sellers.
        List<BigInteger> sold = new ArrayList<>();
        Map<String, Integer> holderPlaces = new LinkedHashMap<>();
        sold.add(companyShares);
        holderShares.forEach((holder, shares) -> {
            holderPlaces.put(holder, sold.size());
            sold.add(shares);
        });
        sold.add(otherShares);

        List<BigInteger> borne = new ArrayList<>(Collections.nCopies(sold.size(), BigInteger.ZERO));
        BigInteger total = BigInteger.ZERO;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String path = "items[" + i + "]";
            List<Integer> bearers = bearers(item, holderPlaces, path);
            List<BigInteger> parts = split(item, bearers, sold, policies.holderCounselSplit(), path);
            for (int k = 0; k < parts.size(); k++) {
                borne.set(bearers.get(k), borne.get(bearers.get(k)).add(parts.get(k)));
            }
            total = total.add(item.cents);
        }
        Map<String, BigInteger> holderCents = new LinkedHashMap<>();
        holderPlaces.forEach((holder, place) -> holderCents.put(holder, borne.get(place)));
        return new Expenses(borne.get(COMPANY), holderCents, borne.get(borne.size() - 1), total);
    }

    private static List<Integer> bearers(Item item, Map<String, Integer> holderPlaces, String path) {
        if (item.type == null) {
            throw Refusal.invalid(path + ".type", "is required");
        }
        Checks.notNegative(item.cents, path + ".cents");
        List<Integer> clients = clients(item, holderPlaces, path);
        return switch (item.type) {
            case HOLDER_COUNSEL -> clients;
            case UNDERWRITING_DISCOUNT -> {
                if (item.holders != null) {
                    throw Refusal.invalid(
                            path + ".for", "does not belong to a discount: it falls on all that sell", Clause.S5_B);
                }
                yield IntStream.range(COMPANY, holderPlaces.size() + 2).boxed().toList();
            }
            default -> List.of(COMPANY);
        };
    }

    private static List<Integer> clients(Item item, Map<String, Integer> holderPlaces, String path) {
        if (item.holders == null) {
            return List.copyOf(holderPlaces.values());
        }
        Set<Integer> clients = new LinkedHashSet<>();
        for (String holder : item.holders) {
            Integer place = holderPlaces.get(holder);
            if (place == null) {
                throw Refusal.invalid(path + ".for", "'" + holder + "' is no Holder in holderShares");
            }
            if (!clients.add(place)) {
                throw Refusal.invalid(path + ".for", "'" + holder + "' is there twice");
            }
        }
        return List.copyOf(clients);
    }

    private static List<BigInteger> split(
            Item item, List<Integer> bearers, List<BigInteger> sold, HolderCounselSplit counselSplit, String path) {
        if (item.cents.signum() == 0) {
            return List.of();
        }
        boolean byShares = item.type == Type.UNDERWRITING_DISCOUNT || counselSplit == HolderCounselSplit.BY_SHARES;
        List<BigInteger> weights = bearers.stream()
                .map(place -> byShares && bearers.size() > 1 ? sold.get(place) : BigInteger.ONE)
                .toList();
        if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
            throw Refusal.invalid(path, "has no one to bear it: nobody concerned sells a share", Clause.S5_B);
        }
        return LargestRemainder.split(item.cents, weights);
    }
}
