package org.registrationrights.offering;

import static org.registrationrights.offering.OwnershipPercentage.sum;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.offering.Cutback.Share;

/**
 * How the same number of shares could be dealt so that no Holder is cut deeper than any other seller (2.3) and the
 * others lose as few shares in total as whole shares allow. Who gives way is for people to decide; the text does not
 * say.
 *
 * <p>No other may keep a larger part of its request than any Holder gets of its own. So a ratio as the others' ceiling
 * leaves them what it lets them keep, as far as the Holders, owed as large a part, leave it; the others get the most
 * that any ceiling leaves. They are dealt it from the ratio at which all would meet if shares could be divided: single
 * shares are taken from the best treated of them, or given back to the worst treated as far as the ceiling allows.
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

    /**
     * Where, among the ratios at which another seller can stand, something ceases to hold that once it fails holds for
     * no larger one.
     *
     * @param within the largest for which it holds
     * @param beyond the smallest for which it does not; above 1 where there is none
     */
    record Border(Fraction within, Fraction beyond) {}

    /** What is to be dealt, and to whom. */
    record Deal(List<Share> shares, List<OtherSeller> compared, BigInteger capacity) {

        /** What the others may keep up to a ratio, in whole shares. */
        BigInteger allowed(Fraction ceiling) {
            return sum(compared, other -> allowed(other, ceiling));
        }

        /** What the Holders must then have, in whole shares. */
        BigInteger owed(Fraction ceiling) {
            return sum(shares, share -> owed(share, ceiling));
        }

        /** What a ceiling leaves to the others. */
        BigInteger left(Fraction ceiling) {
            return allowed(ceiling).min(capacity.subtract(owed(ceiling)));
        }

        /** Where what the others may keep and what the Holders are owed cease to fit together. */
        Border fitting() {
            return border(ceiling -> allowed(ceiling).add(owed(ceiling)).compareTo(capacity) <= 0);
        }

        /** The most that any ceiling leaves: up to the border more and more is allowed, from there on less is free. */
        BigInteger mostKept(Border fitting) {
            return left(fitting.within).max(left(fitting.beyond));
        }

        /** The highest ceiling at which the Holders leave the others that many shares. */
        Fraction ceiling(BigInteger most) {
            return border(ceiling -> owed(ceiling).add(most).compareTo(capacity) <= 0).within;
        }

        /** The largest ratio of theirs to which all could be raised or lowered if shares could be divided. */
        Fraction meeting() {
            return border(ratio -> divided(ratio).compareTo(Fraction.of(capacity)) <= 0).within;
        }

        /** What all would then have together. */
        Fraction divided(Fraction ratio) {
            BigInteger n = ratio.numerator();
            BigInteger d = ratio.denominator();
            BigInteger ofHolders = sum(
                    shares,
                    share -> share.request()
                            .shares()
                            .multiply(n)
                            .max(share.allocated().multiply(d)));
            BigInteger ofOthers = sum(
                    compared,
                    other -> other.requested().multiply(n).min(other.included().multiply(d)));
            return Fraction.of(ofHolders.add(ofOthers), d);
        }

        /** It holds for 0. */
        private Border border(Predicate<Fraction> holds) {
            Fraction within = Fraction.ZERO;
            Fraction beyond = Fraction.of(BigInteger.TWO);
            for (OtherSeller other : compared) {
                BigInteger low = within.floorOf(other.requested());
                BigInteger high =
                        beyond.ceilOf(other.requested()).min(other.included().add(BigInteger.ONE));
                while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
                    BigInteger middle = low.add(high).shiftRight(1);
                    Fraction ratio = Fraction.of(middle, other.requested());
                    if (holds.test(ratio)) {
                        low = middle;
                        within = ratio;
                    } else {
                        high = middle;
                        beyond = ratio;
                    }
                }
            }
            return new Border(within, beyond);
        }

        /** What each of the others keeps, by id, of that total. */
        Map<String, BigInteger> kept(BigInteger most) {
            Fraction ceiling = ceiling(most);
            Fraction start = meeting().min(ceiling);
            BigInteger total = allowed(start);
            int change = most.compareTo(total);
            PriorityQueue<Place> queue = new PriorityQueue<>(change < 0 ? Place.GIVES_FIRST : Place.REGAINS_FIRST);
            Map<String, BigInteger> kept = new LinkedHashMap<>();
            for (OtherSeller other : compared) {
                kept.put(other.id(), allowed(other, start));
                queue.add(new Place(other, allowed(other, start)));
            }
            // Only rounding parts the two totals: by less than a share for each Holder and each other seller.
            while (!total.equals(most)) {
                Place moved = queue.remove().plus(change);
                if (moved.shares.compareTo(moved.seller.included()) <= 0 && moved.ratio.compareTo(ceiling) <= 0) {
                    kept.put(moved.seller.id(), moved.shares);
                    queue.add(moved);
                    total = total.add(BigInteger.valueOf(change));
                }
            }
            return kept;
        }

        /** The largest part of its request that any of them keeps. */
        Fraction best(Map<String, BigInteger> kept) {
            return compared.stream()
                    .map(other -> Fraction.of(kept.get(other.id()), other.requested()))
                    .reduce(Fraction.ZERO, Fraction::max);
        }

        private static BigInteger allowed(OtherSeller other, Fraction ceiling) {
            return ceiling.floorOf(other.requested()).min(other.included());
        }

        private static BigInteger owed(Share share, Fraction ceiling) {
            return ceiling.ceilOf(share.request().shares()).max(share.allocated());
        }
    }

    /** @param room the Registrable Shares that remain available, or all requests where there is no limitation */
    static ParityProposal of(List<Share> shares, List<OtherSeller> compared, BigInteger room) {
        Deal deal = new Deal(shares, compared, room.add(sum(compared, OtherSeller::included)));
        BigInteger most = deal.mostKept(deal.fitting());
        Map<String, BigInteger> others = deal.kept(most);
        Fraction best = deal.best(others);
        Map<String, BigInteger> holders = new LinkedHashMap<>(2 * shares.size());
        shares.forEach(share -> holders.put(share.request().holder(), Deal.owed(share, best)));
        BigInteger used = most.add(deal.owed(best));
        return new ParityProposal(holders, others, deal.capacity, deal.capacity.subtract(used));
    }
}
