package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.offering.Sellers.count;
import static org.registrationrights.offering.Sellers.piggyback;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.offering.Cutback.Share;

@Verifies(Clause.S2_3_D)
class ParityProposalTest {

    @Test
    void theBestTreatedOthersGiveWayUpToTheCommonRatio() {
        // With 1,000 for 1,000 + 500 + 100 requested and 40 of 100 kept by N anyway, M and the Holders meet at 0.64.
        ParityProposal proposal = propose(
                List.of(share("A", 1000, 100)),
                List.of(piggyback("M", 500, 500, 500), piggyback("N", 100, 100, 40)),
                460);

        assertThat(proposal.holders()).isEqualTo(Map.of("A", count(640)));
        assertThat(proposal.others()).isEqualTo(Map.of("M", count(320), "N", count(40)));
        assertThat(proposal.capacity()).isEqualTo(1000);
        assertThat(proposal.unused()).isZero();
    }

    @Test
    void nobodyGivesWayWhereWhatIsUnusedIsEnough() {
        ParityProposal proposal =
                propose(List.of(share("A", 10, 1), share("B", 9, 9)), List.of(piggyback("M", 4, 4, 2)), 20);

        assertThat(proposal.holders()).isEqualTo(Map.of("A", count(5), "B", count(9)));
        assertThat(proposal.others()).isEqualTo(Map.of("M", count(2)));
        assertThat(proposal.unused()).isEqualTo(6);
    }

    @Test
    void roundingUpForHoldersIsPaidForByTheBestTreatedTheLargerRequestAndTheLaterId() {
        // Three shares for two Holders and M and N, who come down to one each: one more must go, and N is later.
        assertThat(propose(
                                List.of(share("A", 1, 0), share("B", 1, 0)),
                                List.of(piggyback("M", 2, 2, 1), piggyback("N", 2, 2, 2)),
                                0)
                        .others())
                .isEqualTo(Map.of("M", count(1), "N", count(0)));
        // Both stand at one third: N gives, since it asked for six.
        assertThat(propose(
                                List.of(share("A", 7, 2), share("B", 4, 0)),
                                List.of(piggyback("M", 3, 3, 3), piggyback("N", 6, 6, 2)),
                                2)
                        .others())
                .isEqualTo(Map.of("M", count(1), "N", count(1)));
    }

    @Test
    void whatRoundingDownLeftGoesBackToTheWorstTreatedAndTheEarlierId() {
        // Two shares for three: the ratio of 2/3 gives nobody a whole share, yet one each for A and M is compliant.
        assertThat(propose(List.of(share("A", 1, 0)), List.of(piggyback("N", 1, 1, 1), piggyback("M", 1, 1, 1)), 0)
                        .others())
                .isEqualTo(Map.of("M", count(1), "N", count(0)));
        // M has one of two and N none of one, so N is first.
        assertThat(propose(List.of(share("A", 1, 0)), List.of(piggyback("M", 2, 2, 2), piggyback("N", 1, 1, 1)), 0)
                        .others())
                .isEqualTo(Map.of("M", count(1), "N", count(1)));
    }

    @Test
    void aShareForTheWorstTreatedThatWouldCostTheOthersMoreIsNotGiven() {
        // One share for M, which has none, would owe A all its four; without it L and N keep eight instead of seven.
        ParityProposal proposal = propose(
                List.of(share("A", 4, 0)),
                List.of(piggyback("L", 7, 7, 5), piggyback("M", 1, 1, 1), piggyback("N", 4, 4, 4)),
                1);

        assertThat(proposal.others()).isEqualTo(Map.of("L", count(5), "M", count(0), "N", count(3)));
        assertThat(proposal.holders()).isEqualTo(Map.of("A", count(3)));
        assertThat(proposal.unused()).isZero();
    }

    @Test
    void noDealOfWholeSharesCostsTheOthersLess() {
        forSmallDeals(
                1,
                6000,
                deal -> assertThat(sum(deal.propose().others()))
                        .isEqualTo(deal.mostKept(0, BigInteger.ZERO, Fraction.ZERO)));
    }

    @Test
    void allIsCompliantAfterAndNobodyIsDealtWhatItDoesNotHaveOrAskFor() {
        forSmallDeals(2, 6000, deal -> {
            ParityProposal proposal = deal.propose();
            deal.shares.forEach(
                    share -> assertThat(proposal.holders().get(share.request().holder()))
                            .isBetween(share.allocated(), share.request().shares()));
            deal.others.forEach(other ->
                    assertThat(proposal.others().get(other.id())).isBetween(BigInteger.ZERO, other.included()));
            assertThat(proposal.unused()).isNotNegative();
            assertThat(sum(proposal.holders()).add(sum(proposal.others())).add(proposal.unused()))
                    .isEqualTo(proposal.capacity())
                    .isEqualTo(deal.capacity());
            assertThat(deal.after(proposal).compliant()).isTrue();
        });
    }

    @Test
    void theOrderOfTheInputChangesNothing() {
        Random order = new Random(3);
        forSmallDeals(3, 3000, deal -> {
            List<Share> shares = new ArrayList<>(deal.shares);
            List<OtherSeller> others = new ArrayList<>(deal.others);
            Collections.shuffle(shares, order);
            Collections.shuffle(others, order);
            assertThat(new SmallDeal(shares, others, deal.room).propose()).isEqualTo(deal.propose());
        });
    }

    /** The way in which a person would look for it; it misses the best in rare cases. */
    @Test
    void singleSharesMovedOneByOneLeadToTheSameDealUnlessTheyLeadToAWorseOne() {
        int[] missed = new int[1];
        forSmallDeals(4, 20_000, deal -> {
            Map<String, BigInteger> moved = deal.movedOneByOne();
            Map<String, BigInteger> proposed = deal.propose().others();
            if (sum(moved).equals(sum(proposed))) {
                assertThat(proposed).isEqualTo(moved);
            } else {
                missed[0]++;
            }
        });
        assertThat(missed[0]).isBetween(1, 20);
    }

    @Test
    void countsPassTheRangeOfLong() {
        BigInteger huge = BigInteger.TEN.pow(30);
        OtherSeller other =
                new OtherSeller("M", OtherSeller.SecurityClass.PIGGYBACK, huge, huge, huge, true, true, true);

        // A third each for the two Holders and M: one share more for M would owe the two a share each, and one is left.
        ParityProposal proposal = ParityProposal.of(
                List.of(
                        new Share(new Request("A", huge, huge, huge), BigInteger.ZERO),
                        new Share(new Request("B", huge, huge, huge), BigInteger.ZERO)),
                List.of(other),
                BigInteger.ZERO);

        BigInteger third = huge.divide(count(3));
        assertThat(proposal.others()).isEqualTo(Map.of("M", third));
        assertThat(proposal.holders()).isEqualTo(Map.of("A", third, "B", third));
        assertThat(proposal.unused()).isOne();
    }

    @Test
    void manyHoldersAndHugeRequestsOfOthersEndInAProposal() {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            shares.add(share("H" + i, 7 + i % 5, 1));
        }
        BigInteger huge = BigInteger.TEN.pow(30);
        List<OtherSeller> others = List.of(
                new OtherSeller("M", OtherSeller.SecurityClass.PIGGYBACK, huge, huge, count(100_000), true, true, true),
                piggyback("N", 100_000, 100_000, 90_000));

        ParityProposal proposal = propose(shares, others, 20_000);

        assertThat(sum(proposal.holders()).add(sum(proposal.others())).add(proposal.unused()))
                .isEqualTo(210_000);
        assertThat(proposal.others().get("M")).isEqualTo(100_000);
        assertThat(new SmallDeal(shares, others, count(20_000)).fits(proposal.others()))
                .isTrue();
    }

    /** Few enough shares to try every deal. */
    private record SmallDeal(List<Share> shares, List<OtherSeller> others, BigInteger room) {

        static SmallDeal any(Random random) {
            List<Share> shares = new ArrayList<>();
            BigInteger room = count(random.nextInt(random.nextInt(4) == 0 ? 9 : 3));
            for (int i = random.nextInt(random.nextInt(4) == 0 ? 8 : 3); i >= 0; i--) {
                int requested = 1 + random.nextInt(random.nextInt(3) == 0 ? 2 : 12);
                shares.add(share("H" + i, requested, random.nextBoolean() ? 0 : random.nextInt(requested + 1)));
                room = room.add(shares.get(shares.size() - 1).allocated());
            }
            List<OtherSeller> others = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                int requested = 1 + random.nextInt(random.nextInt(3) == 0 ? 3 : 9);
                int included = random.nextInt(3) == 0 ? requested : random.nextInt(requested + 1);
                others.add(piggyback("O" + i, requested, requested, included));
            }
            Collections.shuffle(others, random);
            return new SmallDeal(shares, others, room);
        }

        ParityProposal propose() {
            return ParityProposal.of(shares, others, room);
        }

        boolean isCompliant() {
            return Parity.of(shares, others, Policies.DEFAULTS).compliant();
        }

        Parity after(ParityProposal proposal) {
            List<Share> holders = shares.stream()
                    .map(share -> new Share(
                            share.request(),
                            proposal.holders().get(share.request().holder())))
                    .toList();
            List<OtherSeller> sellers = others.stream()
                    .map(other -> piggyback(
                            other.id(),
                            other.entitledHeld().longValue(),
                            other.requested().longValue(),
                            proposal.others().get(other.id()).longValue()))
                    .toList();
            return Parity.of(holders, sellers, Policies.DEFAULTS);
        }

        BigInteger capacity() {
            return others.stream().map(OtherSeller::included).reduce(room, BigInteger::add);
        }

        /** The most that the others from that one on can keep beside what those before it keep; -1 for nothing. */
        BigInteger mostKept(int from, BigInteger before, Fraction best) {
            if (from == others.size()) {
                return before.add(owed(best)).compareTo(capacity()) <= 0 ? before : BigInteger.valueOf(-1);
            }
            BigInteger most = BigInteger.valueOf(-1);
            OtherSeller other = others.get(from);
            for (BigInteger n = BigInteger.ZERO; n.compareTo(other.included()) <= 0; n = n.add(BigInteger.ONE)) {
                most = most.max(mostKept(from + 1, before.add(n), best.max(Fraction.of(n, other.requested()))));
            }
            return most;
        }

        Map<String, BigInteger> movedOneByOne() {
            Map<String, BigInteger> kept = new TreeMap<>();
            others.forEach(other -> kept.put(other.id(), startOf(other)));
            Comparator<OtherSeller> byRatio =
                    Comparator.comparing(other -> Fraction.of(kept.get(other.id()), other.requested()));
            while (!fits(kept)) {
                OtherSeller best = Collections.max(
                        others, byRatio.thenComparing(OtherSeller::requested).thenComparing(OtherSeller::id));
                kept.merge(best.id(), BigInteger.ONE, BigInteger::subtract);
            }
            boolean given = true;
            while (given) {
                given = others.stream().sorted(byRatio.thenComparing(OtherSeller::id)).toList().stream()
                        .anyMatch(other -> isGiven(other, kept));
            }
            return kept;
        }

        private boolean isGiven(OtherSeller other, Map<String, BigInteger> kept) {
            kept.merge(other.id(), BigInteger.ONE, BigInteger::add);
            if (kept.get(other.id()).compareTo(other.included()) <= 0 && fits(kept)) {
                return true;
            }
            kept.merge(other.id(), BigInteger.ONE, BigInteger::subtract);
            return false;
        }

        /** The whole shares at the largest ratio at which all fit if shares could be divided. */
        private BigInteger startOf(OtherSeller other) {
            BigInteger shares = BigInteger.ZERO;
            while (shares.compareTo(other.included()) < 0
                    && fitsDivided(Fraction.of(shares.add(BigInteger.ONE), other.requested()))) {
                shares = shares.add(BigInteger.ONE);
            }
            return shares;
        }

        private boolean fitsDivided(Fraction ratio) {
            Fraction total = Fraction.ZERO;
            for (Share share : shares) {
                total = total.plus(ratio.times(share.request().shares()).max(Fraction.of(share.allocated())));
            }
            for (OtherSeller other : others) {
                total = total.plus(ratio.times(other.requested()).min(Fraction.of(other.included())));
            }
            return total.compareTo(Fraction.of(capacity())) <= 0;
        }

        /** Whether the Holders can have what they are owed beside what the others keep. */
        boolean fits(Map<String, BigInteger> kept) {
            Fraction best = Fraction.ZERO;
            for (OtherSeller other : others) {
                best = best.max(Fraction.of(kept.get(other.id()), other.requested()));
            }
            return sum(kept).add(owed(best)).compareTo(capacity()) <= 0;
        }

        private BigInteger owed(Fraction ratio) {
            BigInteger total = BigInteger.ZERO;
            for (Share share : shares) {
                total = total.add(ratio.times(share.request().shares()).ceil().max(share.allocated()));
            }
            return total;
        }
    }

    private static void forSmallDeals(long seed, int count, Consumer<SmallDeal> property) {
        Random random = new Random(seed);
        int i = 0;
        while (i < count) {
            SmallDeal deal = SmallDeal.any(random);
            if (deal.isCompliant()) {
                continue;
            }
            i++;
            try {
                property.accept(deal);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", case " + i + ": " + deal, e);
            }
        }
    }

    private static ParityProposal propose(List<Share> shares, List<OtherSeller> others, long room) {
        return ParityProposal.of(shares, others, count(room));
    }

    private static Share share(String holder, long requested, long allocated) {
        BigInteger shares = count(requested);
        return new Share(new Request(holder, shares, shares, shares), count(allocated));
    }

    private static BigInteger sum(Map<String, BigInteger> counts) {
        return counts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
