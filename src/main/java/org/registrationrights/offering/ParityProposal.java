package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.offering.Cutback.Share;

/**
 * How the same number of shares could be dealt so that no Holder is cut deeper than any other seller (2.3), at the
 * least cost to the others that moving single shares finds. Who gives way is for people to decide; the text does not
 * say.
 *
 * @param holders by Holder: its shares, never fewer than it has
 * @param others by other seller that is compared: its shares, never more than it has
 * @param capacity the shares that there are for both
 * @param unused the shares that no whole number can use
 */
public record ParityProposal(
        Map<String, BigInteger> holders, Map<String, BigInteger> others, BigInteger capacity, BigInteger unused) {

    /** The shares that another seller would keep, and what part of its request they are. */
    private record Place(OtherSeller seller, BigInteger shares, Fraction ratio) {

        static final Comparator<Place> GIVES_FIRST = Comparator.comparing(Place::ratio)
                .thenComparing(place -> place.seller.requested())
                .thenComparing(place -> place.seller.id())
                .reversed();

        static final Comparator<Place> REGAINS_FIRST =
                Comparator.comparing(Place::ratio).thenComparing(place -> place.seller.id());

        Place(OtherSeller seller, BigInteger shares) {
            this(seller, shares, Fraction.of(shares, seller.requested()));
        }

        Place plus(int change) {
            return new Place(seller, shares.add(BigInteger.valueOf(change)));
        }
    }

    /** A ratio from which on one seller's part of the sum no longer stands still, or no longer grows. */
    private record Turn(Fraction at, BigInteger fixed, BigInteger slope) {}

    /** @param room as for {@link Parity#of} */
    static ParityProposal of(List<Share> shares, List<OtherSeller> compared, Fraction benchmark, BigInteger room) {
        BigInteger capacity = compared.stream().map(OtherSeller::included).reduce(room, BigInteger::add);
        Fraction ratio = commonRatio(shares, compared, benchmark, capacity);
        Map<OtherSeller, BigInteger> kept = new LinkedHashMap<>();
        compared.forEach(
                other -> kept.put(other, ratio.floorOf(other.requested()).min(other.included())));
        cut(kept, shares, capacity);
        regain(kept, shares, capacity);

        Map<String, BigInteger> holders = new LinkedHashMap<>(2 * shares.size());
        Map<String, BigInteger> others = new LinkedHashMap<>();
        Fraction top = top(kept);
        shares.forEach(share -> holders.put(share.request().holder(), lifted(share, top)));
        kept.forEach((other, count) -> others.put(other.id(), count));
        BigInteger used = sum(holders.values()).add(sum(others.values()));
        return new ParityProposal(holders, others, capacity, capacity.subtract(used));
    }

    /**
     * The largest ratio, fractions of shares allowed and the benchmark not exceeded, to which all Holders could be
     * raised and all others lowered within the capacity. The sum of their shares grows with the ratio, along straight
     * lines between the ratios at which a Holder begins to be raised or another seller ceases to be lowered.
     */
    private static Fraction commonRatio(
            List<Share> shares, List<OtherSeller> compared, Fraction benchmark, BigInteger capacity) {
        BigInteger fixed = BigInteger.ZERO;
        BigInteger slope = BigInteger.ZERO;
        List<Turn> turns = new ArrayList<>();
        for (Share share : shares) {
            BigInteger requested = share.request().shares();
            fixed = fixed.add(share.allocated());
            turns.add(new Turn(
                    Fraction.of(share.allocated(), requested), share.allocated().negate(), requested));
        }
        for (OtherSeller other : compared) {
            slope = slope.add(other.requested());
            turns.add(new Turn(
                    Fraction.of(other.included(), other.requested()),
                    other.included(),
                    other.requested().negate()));
        }
        turns.sort(Comparator.comparing(Turn::at));
        Fraction ratio = benchmark.min(Fraction.of(capacity.subtract(fixed), slope));
        for (Turn turn : turns) {
            if (turn.at.compareTo(ratio) >= 0) {
                break;
            }
            fixed = fixed.add(turn.fixed);
            slope = slope.add(turn.slope);
            ratio = benchmark.min(Fraction.of(capacity.subtract(fixed), slope));
        }
        return ratio;
    }

    /** Takes single shares from the best treated others until what they keep and the Holders are then owed fits. */
    private static void cut(Map<OtherSeller, BigInteger> kept, List<Share> shares, BigInteger capacity) {
        BigInteger all = sum(kept.values());
        // Only rounding up can exceed the capacity, by less than one share for each Holder.
        int tooMany = all.add(lifted(shares, top(kept)))
                .subtract(capacity)
                .max(BigInteger.ZERO)
                .intValueExact();
        PriorityQueue<Place> queue = new PriorityQueue<>(Place.GIVES_FIRST);
        kept.forEach((other, count) -> queue.add(new Place(other, count)));
        // Each cut saves a share or more, so the first number of cuts that is enough can be searched for.
        List<Place> bestAfterCuts = new ArrayList<>();
        for (int cuts = 0; cuts <= tooMany; cuts++) {
            Place best = queue.remove();
            bestAfterCuts.add(best);
            if (best.shares.signum() == 0) {
                break;
            }
            queue.add(best.plus(-1));
        }
        int enough = bestAfterCuts.size() - 1;
        int from = 0;
        while (from < enough) {
            int middle = (from + enough) / 2;
            BigInteger sum =
                    all.subtract(BigInteger.valueOf(middle)).add(lifted(shares, bestAfterCuts.get(middle).ratio));
            if (sum.compareTo(capacity) <= 0) {
                enough = middle;
            } else {
                from = middle + 1;
            }
        }
        bestAfterCuts.subList(0, enough).forEach(best -> kept.put(best.seller, best.plus(-1).shares));
    }

    /** Gives single shares back to the worst treated others as long as all fits. */
    private static void regain(Map<OtherSeller, BigInteger> kept, List<Share> shares, BigInteger capacity) {
        PriorityQueue<Place> queue = new PriorityQueue<>(Place.REGAINS_FIRST);
        kept.forEach((other, count) -> queue.add(new Place(other, count)));
        Fraction top = top(kept);
        BigInteger lifted = lifted(shares, top);
        BigInteger all = sum(kept.values());
        while (!queue.isEmpty() && all.add(lifted).compareTo(capacity) < 0) {
            Place worst = queue.remove();
            if (worst.shares.equals(worst.seller.included())) {
                continue;
            }
            Place raised = worst.plus(1);
            Fraction raisedTop = top.max(raised.ratio);
            BigInteger raisedLifted = raisedTop.equals(top) ? lifted : lifted(shares, raisedTop);
            // What does not fit now never will, since all that is given later only takes room.
            if (all.add(BigInteger.ONE).add(raisedLifted).compareTo(capacity) <= 0) {
                kept.put(raised.seller, raised.shares);
                queue.add(raised);
                all = all.add(BigInteger.ONE);
                top = raisedTop;
                lifted = raisedLifted;
            }
        }
    }

    private static Fraction top(Map<OtherSeller, BigInteger> kept) {
        return kept.entrySet().stream()
                .map(place -> Fraction.of(place.getValue(), place.getKey().requested()))
                .reduce(Fraction.ZERO, Fraction::max);
    }

    /** A Holder's shares once it is cut no deeper than that ratio. */
    private static BigInteger lifted(Share share, Fraction ratio) {
        return ratio.ceilOf(share.request().shares()).max(share.allocated());
    }

    private static BigInteger lifted(List<Share> shares, Fraction ratio) {
        BigInteger total = BigInteger.ZERO;
        for (Share share : shares) {
            total = total.add(lifted(share, ratio));
        }
        return total;
    }

    private static BigInteger sum(Collection<BigInteger> counts) {
        return counts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
