package org.registrationrights.offering;

import static org.registrationrights.offering.OwnershipPercentage.sum;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.NumeratorBase;
import org.registrationrights.agreement.Policies.Redistribution;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Explanation.Telling;
import org.registrationrights.explanation.Step;
import org.registrationrights.offering.Cutback.Rule;
import org.registrationrights.offering.Cutback.Share;

/** Tells how a cutback came about (2.3), for all Holders or for one. */
final class CutbackExplanation {

    /**
     * What concerns all Holders alike.
     *
     * @param exact what all would get if shares could be divided, {@code roundedDown} what they get at least
     * @param ranks by Holder, of those with a fraction; null where they are not worked out beforehand
     */
    record Common(Fraction exact, BigInteger roundedDown, Map<String, Long> ranks) {

        static Common of(Cutback cutback) {
            return new Common(cutback.exactTotal(), cutback.roundedDown(), null);
        }

        /** For a great many questions. */
        static Common withRanks(Cutback cutback) {
            return new Common(cutback.exactTotal(), cutback.roundedDown(), cutback.ranks());
        }
    }

    private final Cutback cutback;
    private final Common common;
    private final Policies policies;
    private final Explanation told;
    private final List<Request> requests;

    /** The one that is asked about; null where all are. */
    private final Share own;

    private CutbackExplanation(Cutback cutback, Common common, Explanation told, Share own) {
        this.cutback = cutback;
        this.common = common;
        this.policies = cutback.ownership().policies();
        this.told = told;
        this.requests = cutback.ownership().book().requests();
        this.own = own;
    }

    /** A Holder whose request does not count is told no more than that. */
    static List<Step> of(Cutback cutback, Common common, String holder) {
        OwnershipPercentage ownership = cutback.ownership();
        Explanation told = Explanation.under(ownership.policies());
        Request asked = ownership.tellRequest(told, holder);
        if (asked != null || holder == null) {
            Share own = asked == null
                    ? null
                    : cutback.shares().get(ownership.book().requests().indexOf(asked));
            new CutbackExplanation(cutback, common, told, own).tell();
        }
        return told.steps();
    }

    private void tell() {
        cutback.ownership().tellRequests(told, asked());
        tellRule();
        if (cutback.rule() == Rule.PRODUCT && !requests.isEmpty()) {
            tellRate();
        }
        if (own != null) {
            tellExact();
        }
        tellWholeShares();
        if (own != null) {
            tellOwnShares();
        }
        if (cutback.limitationImposed()) {
            tellUnallocated();
        }
        new ParityExplanation(cutback, told, own).tell();
    }

    private void tellRule() {
        BigInteger requested = cutback.requested();
        Telling step = switch (cutback.rule()) {
            case FULL_INCLUSION ->
                cutback.limitationImposed()
                        ? told.step(Clause.S2_3_B, "what is available covers every request, so none is cut")
                        : told.step(Clause.S2_1_E, "without a limitation every request goes in");
            case ENTIRE_EXCLUSION -> told.step(Clause.S2_3_B, "nothing is available, so every request is left out");
            case PRODUCT ->
                told.step(
                        Clause.S2_3_C,
                        cutback.available().compareTo(requested) < 0
                                ? "less is available than was requested, so each Holder gets its part of it"
                                : "under a limitation each Holder gets its part, even where every request would fit");
        };
        step.with("available", cutback.limitationImposed() ? cutback.available() : "no limitation")
                .with("requested", requested)
                .reading("fullInclusionWhenNoExclusion")
                .gives("rule", cutback.rule());
    }

    private void tellRate() {
        Telling step;
        if (policies.redistribution() == Redistribution.WATERFILL) {
            List<Request> unfilled = requests.stream()
                    .filter(request -> !Cutback.isFilled(request, cutback.rate()))
                    .toList();
            step = told.step(
                            Clause.S2_3_C,
                            "exact shares for each share " + base() + ": what is left when the requests that it fills"
                                    + " are, by what the other Holders have; 1 where it fills all")
                    .with("dealt out", cutback.room().min(cutback.requested()))
                    .with("requests filled", cutback.requested().subtract(sum(unfilled, Request::shares)))
                    .with("the others have", sum(unfilled, Request::base));
        } else {
            cutback.ownership().tellDenominator(told, asked());
            step = told.step(Clause.S2_3_C, "exact shares for each share " + base() + ": available, by the denominator")
                    .with("available", cutback.available())
                    .with("denominator", cutback.ownership().denominator());
        }
        step.reading("redistribution", "numeratorBase").gives("rate", cutback.rate());
    }

    private void tellExact() {
        String exact = "exact." + own.request().holder();
        switch (cutback.rule()) {
            case FULL_INCLUSION ->
                told.step(Clause.S2_1_E, "its whole request")
                        .with("request", own.request().shares())
                        .gives(exact, cutback.exact(own));
            case ENTIRE_EXCLUSION ->
                told.step(Clause.S2_3_B, "nothing of its request")
                        .with("request", own.request().shares())
                        .gives(exact, cutback.exact(own));
            case PRODUCT ->
                told.step(Clause.S2_3_C, "the rate times its shares " + base() + ", and no more than its request")
                        .with("rate", cutback.rate())
                        .with(base(), own.request().base())
                        .with("product", cutback.rate().times(own.request().base()))
                        .with("request", own.request().shares())
                        .reading("numeratorBase")
                        .gives(exact, cutback.exact(own));
        }
    }

    private void tellWholeShares() {
        String order = " to the largest fractions, the larger holding and then the earlier id first among equals";
        Telling step = told.step(
                        Clause.S2_3_C,
                        "exact shares rounded down, "
                                + switch (policies.rounding()) {
                                    case LARGEST_REMAINDER ->
                                        "and the whole shares in what that loses, one each," + order;
                                    case FLOOR -> "and no more";
                                    case CEIL_WITHIN_AVAILABLE ->
                                        "and one each, as long as shares are available," + order;
                                })
                .with("exact", common.exact)
                .with("rounded down", common.roundedDown)
                .with("single shares", singleShares());
        if (own == null && singleShares().signum() > 0) {
            step.with(
                    "single shares to",
                    cutback.shares().stream()
                            .filter(share -> share.allocated()
                                            .compareTo(cutback.exact(share).floor())
                                    > 0)
                            .map(share -> share.request().holder())
                            .toList());
        }
        step.reading("rounding").gives("totalAllocated", cutback.totalAllocated());
    }

    private void tellOwnShares() {
        String holder = own.request().holder();
        Fraction exact = cutback.exact(own);
        Telling step = told.step(Clause.S2_3_C, "rounded down, with a single share if its fraction ranks high enough")
                .with("exact", exact);
        if (!exact.denominator().equals(BigInteger.ONE)) {
            step.with("rank", rank(holder)).with("single shares", singleShares());
        }
        step.reading("rounding").gives("allocated." + holder, own.allocated());
        told.step(Clause.S2_3_B, "its request without what goes in")
                .with("request", own.request().shares())
                .with("allocated", own.allocated())
                .gives("excluded." + holder, own.excluded());
    }

    private void tellUnallocated() {
        told.step(
                        Clause.S2_3_C,
                        cutback.rule() == Rule.FULL_INCLUSION
                                ? "nothing, since every request goes in"
                                : "what is available and goes to nobody")
                .with("available", cutback.available())
                .with("totalAllocated", cutback.totalAllocated())
                .gives("unallocated", cutback.unallocated());
    }

    private long rank(String holder) {
        return common.ranks == null ? cutback.rank(own) : common.ranks.get(holder);
    }

    private BigInteger singleShares() {
        return cutback.totalAllocated().subtract(common.roundedDown);
    }

    private Request asked() {
        return own == null ? null : own.request();
    }

    private String base() {
        return policies.numeratorBase() == NumeratorBase.HELD ? "held" : "requested";
    }
}
