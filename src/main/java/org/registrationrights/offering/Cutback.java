package org.registrationrights.offering;

import static org.registrationrights.offering.OwnershipPercentage.sum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.ParityMeasure;
import org.registrationrights.agreement.Policies.ParityUnit;
import org.registrationrights.agreement.Policies.Redistribution;
import org.registrationrights.agreement.Policies.Rounding;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.arithmetic.Selection;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Step;

/**
 * How many Registrable Shares of each requesting Holder go into the offering (2.3).
 *
 * @param ownership who asks for what, what of it all is whose (1.3), and the readings that it rests on
 * @param available the Registrable Shares that remain available after the limitation; null without one
 * @param rate the exact shares per share of a {@link Request#base()}, before the request cuts them off
 * @param shares one for each Holder that requests, in the Holders' order
 * @param unallocated what remains available and goes to nobody; null without a limitation
 * @param parity the comparison with other sellers; null where there is nothing to compare
 */
@Implements({Clause.S2_3_B, Clause.S2_3_C})
public record Cutback(
        OwnershipPercentage ownership,
        BigInteger available,
        Rule rule,
        Fraction rate,
        List<Share> shares,
        BigInteger totalAllocated,
        BigInteger unallocated,
        Parity parity)
        implements Explained {

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
        OwnershipPercentage ownership = OwnershipPercentage.of(holders, others, policies);
        List<Request> requests = ownership.book().requests();
        BigInteger requested = ownership.book().shares();
        BigInteger room = available == null ? requested : available;

        Rule rule = rule(available, requested, policies);
        Fraction rate = switch (rule) {
            // No base is smaller than its request.
            case FULL_INCLUSION -> Fraction.ONE;
            case ENTIRE_EXCLUSION -> Fraction.ZERO;
            case PRODUCT ->
                policies.redistribution() == Redistribution.WATERFILL
                        ? waterLevel(requests, room.min(requested))
                        : product(room, ownership.denominator());
        };
        List<Share> shares = round(requests, rate, room, policies.rounding());
        BigInteger total = sum(shares, Share::allocated);
        return new Cutback(
                ownership,
                available,
                rule,
                rate,
                shares,
                total,
                available == null ? null : rule == Rule.FULL_INCLUSION ? BigInteger.ZERO : available.subtract(total),
                Parity.of(shares, others, policies));
    }

    /** Whether the number of shares is limited at all. */
    public boolean limitationImposed() {
        return available != null;
    }

    /** Whether nobody who exercised rights is treated better than the Holders; otherwise filing is barred. */
    @Implements(Clause.S2_3_D)
    public boolean parityHolds() {
        return parity == null || parity.compliant();
    }

    /**
     * How parity could be reached, for a person to decide on; null where it holds, and where the ratio of what was
     * requested, per Holder, is not its measure.
     */
    public ParityProposal parityProposal() {
        Policies policies = ownership.policies();
        return parityHolds()
                        || policies.parityUnit() != ParityUnit.PER_HOLDER
                        || policies.parityMeasure() != ParityMeasure.RATIO_OF_REQUESTED
                ? null
                : ParityProposal.of(shares, Parity.compared(ownership.others(), policies), room());
    }

    @Override
    public List<Step> explain(String subject) {
        return CutbackExplanation.of(this, CutbackExplanation.Common.of(this), subject);
    }

    /** The same explanations for a great many Holders: what concerns all of them is worked out once. */
    public Explained explainedToMany() {
        CutbackExplanation.Common common = CutbackExplanation.Common.withRanks(this);
        return holder -> CutbackExplanation.of(this, common, holder);
    }

    /** By Holder: the shares it would get if shares could be divided. */
    public Map<String, Fraction> exact() {
        return byHolder(this::exact);
    }

    public Map<String, BigInteger> allocated() {
        return byHolder(Share::allocated);
    }

    public Map<String, BigInteger> excluded() {
        return byHolder(Share::excluded);
    }

    Fraction exact(Share share) {
        return rate.times(share.request.base()).min(Fraction.of(share.request.shares()));
    }

    /** What all Holders together would get if shares could be divided. */
    Fraction exactTotal() {
        BigInteger whole = BigInteger.ZERO;
        BigInteger base = BigInteger.ZERO;
        for (Share share : shares) {
            if (isFilled(share.request, rate)) {
                whole = whole.add(share.request.shares());
            } else {
                base = base.add(share.request.base());
            }
        }
        return Fraction.of(whole).plus(rate.times(base));
    }

    /** What all Holders together get at least. */
    BigInteger roundedDown() {
        return sum(
                shares,
                share -> isFilled(share.request, rate) ? share.request.shares() : rate.floorOf(share.request.base()));
    }

    /** What the Holders can get at most: what remains available, or all requests where there is no limitation. */
    BigInteger room() {
        return available == null ? requested() : available;
    }

    BigInteger requested() {
        return ownership.book().shares();
    }

    /** The Holder's place in the order in which fractions become single shares; its own exact share has one. */
    long rank(Share own) {
        Remainder remainder = remainder(own.request);
        return 1
                + shares.stream()
                        .map(Share::request)
                        .filter(request -> !isFilled(request, rate))
                        .filter(request -> Remainder.FIRST_SERVED.compare(remainder(request), remainder) < 0)
                        .count();
    }

    /** The same for every Holder whose request is not filled. */
    Map<String, Long> ranks() {
        Map<String, Long> ranks = new HashMap<>();
        shares.stream()
                .map(Share::request)
                .filter(request -> !isFilled(request, rate))
                .map(this::remainder)
                .sorted(Remainder.FIRST_SERVED)
                .forEach(remainder -> ranks.put(remainder.request.holder(), ranks.size() + 1L));
        return ranks;
    }

    private Remainder remainder(Request request) {
        return new Remainder(
                0, request, request.base().multiply(rate.numerator()).mod(rate.denominator()));
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
    static Fraction waterLevel(List<Request> requests, BigInteger amount) {
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

    static boolean isFilled(Request request, Fraction rate) {
        BigInteger due = request.base().multiply(rate.numerator());
        return due.compareTo(request.shares().multiply(rate.denominator())) >= 0;
    }

    static List<Share> round(List<Request> requests, Fraction rate, BigInteger room, Rounding rounding) {
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
}
