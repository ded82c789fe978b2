package org.registrationrights.register;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;

/**
 * What counsel needs to determine whether a Holder could distribute its shares under Rule 144 within three months
 * (1.7(x)). The result is a proposal: shares cease on the day of counsel's determination, not by this arithmetic.
 *
 * @param outstanding shares of the class outstanding
 * @param avgWeeklyVolume4w average weekly trading volume of the last four weeks, in shares
 * @param holderRegistrable the Holder's Registrable Shares
 * @param aggregatedHoldings all shares whose sales the rule adds together, the Holder's own among them
 */
public record Rule144(
        boolean holdingPeriodMet,
        boolean volumeLimitApplies,
        BigInteger outstanding,
        BigInteger avgWeeklyVolume4w,
        BigInteger holderRegistrable,
        BigInteger aggregatedHoldings) {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = Set.of("rule144Test");

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /**
     * @param ceased of the Holder's Registrable Shares
     * @param volumeLimit shares in three months, or null where no limit applies
     */
    public record Cessation(
            Rule144 facts, Policies policies, BigInteger ceased, BigInteger remaining, BigInteger volumeLimit)
            implements Explained {

        @Override
        public List<Step> explain(String subject) {
            if (subject != null) {
                throw Explained.stranger(subject);
            }
            Explanation explanation = Explanation.under(policies);
            if (volumeLimit != null) {
                explanation
                        .step(
                                Clause.S1_7_X2,
                                "one per cent of the shares outstanding, rounded down, or the average weekly volume of"
                                        + " four weeks, whichever is more")
                        .with("outstanding", facts.outstanding)
                        .with("avgWeeklyVolume4w", facts.avgWeeklyVolume4w)
                        .gives("volumeLimit", volumeLimit);
            }
            Explanation.Telling ceasing = explanation
                    .step(Clause.S1_7_X2, facts.test(policies))
                    .with("holdingPeriodMet", facts.holdingPeriodMet)
                    .with("volumeLimit", volumeLimit == null ? "none" : volumeLimit)
                    .with("holderRegistrable", facts.holderRegistrable)
                    .with("aggregatedHoldings", facts.aggregatedHoldings);
            if (facts.holdingPeriodMet && volumeLimit != null) {
                ceasing.reading("rule144Test");
            }
            return ceasing.gives("ceased", ceased)
                    .step(Clause.S1_7_X2, "what does not cease")
                    .with("holderRegistrable", facts.holderRegistrable)
                    .with("ceased", ceased)
                    .gives("remaining", remaining)
                    .steps();
        }
    }

    /**
     * @throws Refusal for a number that is missing or negative, and for an aggregate that leaves out some of the
     *     Holder's own shares
     */
    public Rule144 {
        requireShares("outstanding", outstanding);
        requireShares("avgWeeklyVolume4w", avgWeeklyVolume4w);
        requireShares("holderRegistrable", holderRegistrable);
        requireShares("aggregatedHoldings", aggregatedHoldings);
        if (aggregatedHoldings.compareTo(holderRegistrable) < 0) {
            throw Refusal.invalid(
                    "aggregatedHoldings",
                    aggregatedHoldings + " is less than the Holder's own " + holderRegistrable,
                    Clause.S1_7_X2);
        }
    }

    @Implements(Clause.S1_7_X2)
    public Cessation cessation(Policies policies) {
        BigInteger limit = volumeLimitApplies ? outstanding.divide(HUNDRED).max(avgWeeklyVolume4w) : null;
        BigInteger ceased = holdingPeriodMet ? distributable(limit, policies) : BigInteger.ZERO;
        return new Cessation(this, policies, ceased, holderRegistrable.subtract(ceased), limit);
    }

    private BigInteger distributable(BigInteger limit, Policies policies) {
        if (limit == null) {
            return holderRegistrable;
        }
        return switch (policies.rule144Test()) {
            case HOLDER_ALL -> aggregatedHoldings.compareTo(limit) <= 0 ? holderRegistrable : BigInteger.ZERO;
            case PER_SHARE_PARTIAL -> holderRegistrable.min(limit);
            case ANY_SHARE -> limit.signum() > 0 ? holderRegistrable : BigInteger.ZERO;
        };
    }

    /** In words, what decides. */
    private String test(Policies policies) {
        if (!holdingPeriodMet) {
            return "none before the holding period is met";
        }
        if (!volumeLimitApplies) {
            return "all, since no volume limit applies";
        }
        return switch (policies.rule144Test()) {
            case HOLDER_ALL -> "all if what is aggregated fits into the limit, else none";
            case PER_SHARE_PARTIAL -> "as many of the Holder's own as fit into the limit";
            case ANY_SHARE -> "all if the limit lets a single share go, else none";
        };
    }

    private static void requireShares(String field, BigInteger shares) {
        if (shares == null || shares.signum() < 0) {
            throw Refusal.invalid(field, "must be a whole number of shares, at least 0");
        }
    }
}
