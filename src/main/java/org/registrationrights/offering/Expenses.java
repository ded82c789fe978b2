package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.HolderCounselSplit;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.arithmetic.LargestRemainder;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;

/**
 * Who bears the costs of a registration (5), in cents. The parts add up to the bills.
 *
 * @param holderShares by Holder the shares it sells, in the order in which odd cents fall
 */
public record Expenses(
        Map<String, BigInteger> holderShares,
        BigInteger companyShares,
        BigInteger otherShares,
        List<Item> items,
        Policies policies,
        Borne borne)
        implements Explained {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = Set.of("holderCounselSplit");

    private static final String ODD_CENTS =
            ", rounded down; cents left over go one each to the largest fractions, the earlier in order first";

    /** What a bill is for. All but the last two are the Company's. */
    public enum Type {
        PRINTING("Printing"),
        COMPANY_LEGAL("Company counsel"),
        ACCOUNTING("Accounting"),
        SEC_FEE("SEC filing fee"),
        BLUE_SKY("Blue-sky fees"),
        TRANSFER_AGENT("Transfer agent"),
        LISTING("Listing"),
        PROSPECTUS_RETURN("Return of prospectuses"),
        UNDERWRITER_EXPENSES("Expenses of the underwriter"),
        INDEMNIFIED_DEFENSE("Defence of an indemnified Holder"),
        STOCK_TRANSFER_TAX("Stock transfer tax"),
        HOLDER_COUNSEL("Counsel of Holders"),
        UNDERWRITING_DISCOUNT("Underwriting discount");

        private final String title;

        Type(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }

        private Clause clause() {
            return this == HOLDER_COUNSEL || this == UNDERWRITING_DISCOUNT ? Clause.S5_B : Clause.S5_A;
        }
    }

    /**
     * One bill.
     *
     * @param holders the Holders for whom the work was done, in the order in which odd cents fall; null for all
     */
    public record Item(Type type, BigInteger cents, List<String> holders) {}

    /**
     * @param holderCents by Holder, all Holders in their order
     * @param otherSellersCents what the other sellers bear together
     */
    public record Borne(
            BigInteger companyCents,
            Map<String, BigInteger> holderCents,
            BigInteger otherSellersCents,
            BigInteger totalCents) {}

    /** One that may have to bear something, under the name of its figure. */
    private record Seller(String figure, BigInteger shares) {}

    private record Sellers(Seller company, Map<String, Seller> holders, Seller others) {

        static Sellers of(Map<String, BigInteger> holderShares, BigInteger companyShares, BigInteger otherShares) {
            Map<String, Seller> holders = new LinkedHashMap<>();
            holderShares.forEach((holder, shares) -> {
                Checks.notNegative(shares, "holderShares." + holder);
                holders.put(holder, new Seller("holderCents." + holder, shares));
            });
            Checks.notNegative(companyShares, "companyShares");
            Checks.notNegative(otherShares, "otherShares");
            return new Sellers(
                    new Seller("companyCents", companyShares), holders, new Seller("otherSellersCents", otherShares));
        }

        List<Seller> all() {
            List<Seller> all = new ArrayList<>();
            all.add(company);
            all.addAll(holders.values());
            all.add(others);
            return all;
        }
    }

    /** A bill and who bears what part of it, in the order in which odd cents fall. */
    private record Split(Item item, List<Seller> bearers, boolean byShares, List<BigInteger> parts) {

        static Split of(Item item, String path, Sellers sellers, Policies policies) {
            List<Seller> bearers = bearers(item, path, sellers);
            boolean byShares = item.type == Type.UNDERWRITING_DISCOUNT
                    || bearers.size() > 1 && policies.holderCounselSplit() == HolderCounselSplit.BY_SHARES;
            List<BigInteger> weights =
                    bearers.stream().map(bearer -> weight(bearer, byShares)).toList();
            if (item.cents.signum() == 0) {
                return new Split(item, List.of(), byShares, List.of());
            }
            if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
                throw Refusal.invalid(path, "has no one to bear it: nobody concerned sells a share", Clause.S5_B);
            }
            return new Split(item, bearers, byShares, LargestRemainder.split(item.cents, weights));
        }

        private static BigInteger weight(Seller bearer, boolean byShares) {
            return byShares ? bearer.shares : BigInteger.ONE;
        }

        private static List<Seller> bearers(Item item, String path, Sellers sellers) {
            if (item.type == null) {
                throw Refusal.invalid(path + ".type", "is required");
            }
            Checks.notNegative(item.cents, path + ".cents");
            List<Seller> clients = clients(item, path, sellers);
            return switch (item.type) {
                case HOLDER_COUNSEL -> clients;
                case UNDERWRITING_DISCOUNT -> {
                    if (item.holders != null) {
                        throw Refusal.invalid(
                                path + ".for", "does not belong to a discount: it falls on all that sell", Clause.S5_B);
                    }
                    yield sellers.all();
                }
                default -> List.of(sellers.company);
            };
        }

        private static List<Seller> clients(Item item, String path, Sellers sellers) {
            if (item.holders == null) {
                return List.copyOf(sellers.holders.values());
            }
            Set<Seller> clients = new LinkedHashSet<>();
            for (String holder : item.holders) {
                Seller client = sellers.holders.get(holder);
                if (client == null) {
                    throw Refusal.invalid(path + ".for", "'" + holder + "' is no Holder in holderShares");
                }
                if (!clients.add(client)) {
                    throw Refusal.invalid(path + ".for", "'" + holder + "' is there twice");
                }
            }
            return List.copyOf(clients);
        }

        void tell(int place, String path, Explanation explanation) {
            Seller bearer = bearers.get(place);
            Explanation.Telling step = explanation
                    .step(item.type.clause(), formula())
                    .with("type", item.type)
                    .with("cents", item.cents);
            if (bearers.size() > 1) {
                BigInteger own = weight(bearer, byShares);
                BigInteger all = bearers.stream()
                        .map(seller -> weight(seller, byShares))
                        .reduce(BigInteger.ZERO, BigInteger::add);
                step.with(byShares ? "shares" : "parts", own)
                        .with(byShares ? "shares of all" : "parts of all", all)
                        .with("exact", Fraction.of(item.cents.multiply(own), all));
                if (item.type == Type.HOLDER_COUNSEL) {
                    step.reading("holderCounselSplit");
                }
            }
            step.gives(path + "." + bearer.figure, parts.get(place));
        }

        private String formula() {
            return switch (item.type) {
                case UNDERWRITING_DISCOUNT -> "its part of the discount by the shares that each sells" + ODD_CENTS;
                case HOLDER_COUNSEL -> {
                    if (bearers.size() == 1) {
                        yield "the bill of its own counsel";
                    }
                    yield (byShares ? "its part of the shared counsel's bill by shares" : "an equal part of that bill")
                            + ODD_CENTS;
                }
                default -> "neither Holders' counsel nor discount, so the Company's";
            };
        }
    }

    /** @throws Refusal for a negative number, a Holder that is unknown or named twice, and a bill that nobody can bear */
    @Implements({Clause.S5_A, Clause.S5_B})
    public static Expenses allocate(
            Map<String, BigInteger> holderShares,
            BigInteger companyShares,
            BigInteger otherShares,
            List<Item> items,
            Policies policies) {
        Sellers sellers = Sellers.of(holderShares, companyShares, otherShares);
        Map<Seller, BigInteger> borne = new HashMap<>();
        sellers.all().forEach(seller -> borne.put(seller, BigInteger.ZERO));
        BigInteger total = BigInteger.ZERO;
        for (int i = 0; i < items.size(); i++) {
            Split split = Split.of(items.get(i), path(i), sellers, policies);
            for (int k = 0; k < split.bearers.size(); k++) {
                borne.merge(split.bearers.get(k), split.parts.get(k), BigInteger::add);
            }
            total = total.add(items.get(i).cents);
        }
        Map<String, BigInteger> holderCents = new LinkedHashMap<>();
        sellers.holders.forEach((holder, seller) -> holderCents.put(holder, borne.get(seller)));
        return new Expenses(
                holderShares,
                companyShares,
                otherShares,
                items,
                policies,
                new Borne(borne.get(sellers.company), holderCents, borne.get(sellers.others), total));
    }

    @Override
    public List<Step> explain(String subject) {
        Sellers sellers = Sellers.of(holderShares, companyShares, otherShares);
        Explanation explanation = Explanation.under(policies);
        if (subject == null) {
            tell(sellers.company, borne.companyCents, sellers, explanation);
            tell(sellers.others, borne.otherSellersCents, sellers, explanation);
            BigInteger holders = borne.holderCents.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            explanation
                    .step(Clause.S5_A, "what all bear together: all bills")
                    .with("companyCents", borne.companyCents)
                    .with("holderCents of all", holders)
                    .with("otherSellersCents", borne.otherSellersCents)
                    .gives("totalCents", borne.totalCents);
        } else if (sellers.holders.containsKey(subject)) {
            tell(sellers.holders.get(subject), borne.holderCents.get(subject), sellers, explanation);
        } else {
            throw Explained.stranger(subject);
        }
        return explanation.steps();
    }

    /** Each bill that falls on the seller, and what its parts come to. */
    private void tell(Seller seller, BigInteger cents, Sellers sellers, Explanation explanation) {
        Map<String, BigInteger> parts = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Split split = Split.of(items.get(i), path(i), sellers, policies);
            int place = split.bearers.indexOf(seller);
            if (place >= 0) {
                split.tell(place, path(i), explanation);
                parts.put(path(i), split.parts.get(place));
            }
        }
        Explanation.Telling sum =
                explanation.step(seller == sellers.company ? Clause.S5_A : Clause.S5_B, "its parts of the bills");
        parts.forEach(sum::with);
        sum.gives(seller.figure, cents);
    }

    private static String path(int item) {
        return "items[" + item + "]";
    }
}
