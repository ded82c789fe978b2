package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.Redistribution;
import org.registrationrights.agreement.Policies.Rounding;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.arithmetic.Selection;

/**
 * How many Registrable Shares of each requesting Holder go into the offering (2.3).
 *
 * @param limitationImposed whether the number of shares is limited at all
 * @param rate the exact shares per share of a {@link Request#base()}, before the request cuts them off
 * @param shares one for each Holder that requests, in the Holders' order
 * @param unallocated what remains available and goes to nobody; null without a limitation
 * @param rejectedRequests the Holders whose requests do not count because they exceed the holding
 * @param parity the comparison with other sellers; null where there is nothing to compare
 */
@Implements({Clause.S2_3_B, Clause.S2_3_C})
public record Cutback(
        boolean limitationImposed,
        Rule rule,
        Fraction rate,
        List<Share> shares,
        BigInteger totalAllocated,
        BigInteger unallocated,
        List<String> rejectedRequests,
        Parity parity) {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = Set.of(
            "numeratorBase",
            "denominator",
            "othersBase",
            "requestOverHolding",
            "fullInclusionWhenNoExclusion",
            "redistribution",
            "rounding",
            "parityUnit",
            "parityMeasure",
            "parityVoluntarySellers");

    /** Which sentence of 2.3 decided. */
    public enum Rule {
        FULL_INCLUSION,
        ENTIRE_EXCLUSION,
        PRODUCT
    }

    /** The whole shares of one request that go in. */
    public record Share(Request request, BigInteger allocated) {

        public BigInteger excluded() {
            return request.shares().subtract(allocated);
        }
    }

    /** What rounding down takes from the request at that place. */
    private record Remainder(int place, Request request, BigInteger numerator) {

        static final Comparator<Remainder> FIRST_SERVED = Comparator.comparing(Remainder::numerator)
                .thenComparing(remainder -> remainder.request.held())
                .reversed()
                .thenComparing(remainder -> remainder.request.holder());
    }

    /**
     * @param available the Registrable Shares that remain available after the limitation, null where there is none
     * @throws org.registrationrights.agreement.Refusal for a negative count, an id that is there twice, or more
     *     included than requested
     */
    public static Cutback allocate(
            List<SellingHolder> holders, List<OtherSeller> others, BigInteger available, Policies policies) {
        if (available != null) {
            Checks.notNegative(available, "available");
        }
        Request.Book book = Request.Book.of(holders, policies);
        OtherSeller.check(others);
        List<Request> requests = book.requests();
        BigInteger requested = sum(requests, Request::shares);
        BigInteger room = available == null ? requested : available;

        Rule rule = rule(available, requested, policies);
        Fraction rate = switch (rule) {
            // No base is smaller than its request.
            case FULL_INCLUSION -> Fraction.ONE;
            case ENTIRE_EXCLUSION -> Fraction.ZERO;
            case PRODUCT ->
                policies.redistribution() == Redistribution.WATERFILL
                        ? waterLevel(requests, room.min(requested))
                        : product(room, OwnershipPercentage.denominator(requests, others, policies));
        };
        List<Share> shares = round(requests, rate, room, policies.rounding());
        BigInteger total = sum(shares, Share::allocated);
        return new Cutback(
                available != null,
                rule,
                rate,
                shares,
                total,
                available == null ? null : rule == Rule.FULL_INCLUSION ? BigInteger.ZERO : available.subtract(total),
                book.rejected(),
                Parity.of(shares, others, room, policies));
    }

    /** Whether nobody who exercised rights is treated better than the Holders; otherwise filing is barred. */
    @Implements(Clause.S2_3_D)
    public boolean parityHolds() {
        return parity == null || parity.compliant();
    }

    /** By Holder: the shares it would get if shares could be divided. */
    public Map<String, Fraction> exact() {
        return byHolder(share -> Fraction.of(rate.numerator().multiply(share.request.base()), rate.denominator())
                .min(Fraction.of(share.request.shares())));
    }

    public Map<String, BigInteger> allocated() {
        return byHolder(Share::allocated);
    }

    public Map<String, BigInteger> excluded() {
        return byHolder(Share::excluded);
    }

    private <T> Map<String, T> byHolder(Function<Share, T> value) {
        Map<String, T> values = new LinkedHashMap<>(2 * shares.size());
        shares.forEach(share -> values.put(share.request.holder(), value.apply(share)));
        return values;
    }

    private static Rule rule(BigInteger available, BigInteger requested, Policies policies) {
        boolean nothingExcluded = available == null || available.compareTo(requested) >= 0;
        if (nothingExcluded && (available == null || policies.fullInclusionWhenNoExclusion())) {
            return Rule.FULL_INCLUSION;
        }
        return available.signum() == 0 ? Rule.ENTIRE_EXCLUSION : Rule.PRODUCT;
    }

    private static Fraction product(BigInteger room, BigInteger denominator) {
        return denominator.signum() == 0 ? Fraction.ZERO : Fraction.of(room, denominator);
    }

    /**
     * The rate at which the exact shares add up to {@code amount}, which is at most all requests: requests that a rate
     * fills drop out and leave more to the others, until it fills none. How often that happens grows with the digits of
     * the holdings, not with the number of Holders.
     */
    private static Fraction waterLevel(List<Request> requests, BigInteger amount) {
        List<Request> unfilled = requests;
        BigInteger left = amount;
        while (!unfilled.isEmpty()) {
            Fraction rate = Fraction.of(left, sum(unfilled, Request::base));
            List<Request> filled = new ArrayList<>();
            List<Request> rest = new ArrayList<>();
            for (Request request : unfilled) {
                (isFilled(request, rate) ? filled : rest).add(request);
            }
            if (filled.isEmpty()) {
                return rate;
            }
            left = left.subtract(sum(filled, Request::shares));
            unfilled = rest;
        }
        return Fraction.ONE;
    }

    private static boolean isFilled(Request request, Fraction rate) {
        BigInteger due = request.base().multiply(rate.numerator());
        return due.compareTo(request.shares().multiply(rate.denominator())) >= 0;
    }

    private static List<Share> round(List<Request> requests, Fraction rate, BigInteger room, Rounding rounding) {
        List<Share> shares = new ArrayList<>(requests.size());
        List<Remainder> remainders = new ArrayList<>();
        for (Request request : requests) {
            BigInteger[] exact = request.base().multiply(rate.numerator()).divideAndRemainder(rate.denominator());
            boolean filled = exact[0].compareTo(request.shares()) >= 0;
            if (!filled && exact[1].signum() > 0) {
                remainders.add(new Remainder(shares.size(), request, exact[1]));
            }
            shares.add(new Share(request, filled ? request.shares() : exact[0]));
        }
        BigInteger roundedUp = switch (rounding) {
            case LARGEST_REMAINDER -> sum(remainders, Remainder::numerator).divide(rate.denominator());
            case FLOOR -> BigInteger.ZERO;
            case CEIL_WITHIN_AVAILABLE ->
                room.subtract(sum(shares, Share::allocated)).min(BigInteger.valueOf(remainders.size()));
        };
        int served = roundedUp.intValueExact();
        Selection.first(served, remainders, Remainder.FIRST_SERVED);
        for (Remainder remainder : remainders.subList(0, served)) {
            Share down = shares.get(remainder.place);
            shares.set(remainder.place, new Share(down.request, down.allocated.add(BigInteger.ONE)));
        }
        return shares;
    }

    private static <T> BigInteger sum(List<T> all, Function<T, BigInteger> value) {
        BigInteger total = BigInteger.ZERO;
        for (T one : all) {
            total = total.add(value.apply(one));
        }
        return total;
    }
}
