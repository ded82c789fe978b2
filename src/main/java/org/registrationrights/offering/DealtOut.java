package org.registrationrights.offering;

import static org.registrationrights.offering.OwnershipPercentage.sum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies.Rounding;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;
import org.registrationrights.offering.Cutback.Rule;
import org.registrationrights.offering.Cutback.Share;

/**
 * The shares that a cutback leaves over, given to the requests that it does not fill. The product is what the Company
 * owes, and it may include more (2.3): each Holder keeps its part of the product, and the rest goes by what the unfilled
 * Holders have, a request that is filled leaving its excess to the others. The calculation's own reading
 * {@code WATERFILL} rounds once over all shares and may take a single share of the product from a Holder; this never does.
 *
 * @param cutback the product that it starts from
 * @param shares one for each Holder that requests, in the Holders' order
 * @param unallocated what is left over even so, because every request is filled
 */
@Implements(Clause.S2_3_C)
public record DealtOut(Cutback cutback, List<Share> shares, BigInteger unallocated) implements Explained {

    /** @return the same shares where nothing is left over, or nothing limits */
    public static DealtOut of(Cutback cutback) {
        if (cutback.rule() != Rule.PRODUCT) {
            return new DealtOut(cutback, cutback.shares(), cutback.unallocated());
        }
        List<Request> unfilled = new ArrayList<>();
        for (Share share : cutback.shares()) {
            if (share.excluded().signum() > 0) {
                Request request = share.request();
                unfilled.add(new Request(request.holder(), request.held(), share.excluded(), request.base()));
            }
        }
        BigInteger rest = cutback.unallocated().min(sum(unfilled, Request::shares));
        Fraction rate = Cutback.waterLevel(unfilled, rest);
        Map<String, BigInteger> more = new LinkedHashMap<>();
        Cutback.round(unfilled, rate, rest, Rounding.LARGEST_REMAINDER)
                .forEach(share -> more.put(share.request().holder(), share.allocated()));
        List<Share> shares = cutback.shares().stream()
                .map(share -> new Share(
                        share.request(),
                        share.allocated().add(more.getOrDefault(share.request().holder(), BigInteger.ZERO))))
                .toList();
        return new DealtOut(cutback, shares, cutback.unallocated().subtract(sum(List.copyOf(more.values()), n -> n)));
    }

    /** By Holder. */
    public Map<String, BigInteger> allocated() {
        Map<String, BigInteger> allocated = new LinkedHashMap<>();
        shares.forEach(share -> allocated.put(share.request().holder(), share.allocated()));
        return allocated;
    }

    public BigInteger totalAllocated() {
        return sum(shares, Share::allocated);
    }

    /** Holders only gain by it, so it holds wherever it held before. */
    public boolean parityHolds() {
        Parity parity = Parity.of(
                shares, cutback.ownership().others(), cutback.ownership().policies());
        return parity == null || parity.compliant();
    }

    @Override
    public List<Step> explain(String subject) {
        return explain(subject, cutback, cutback.allocated());
    }

    /** The same explanations for a great many Holders. */
    public Explained explainedToMany() {
        Explained product = cutback.explainedToMany();
        Map<String, BigInteger> before = cutback.allocated();
        return subject -> explain(subject, product, before);
    }

    private List<Step> explain(String subject, Explained product, Map<String, BigInteger> before) {
        List<Step> steps = new ArrayList<>(product.explain(subject));
        Explanation told = Explanation.withoutPolicies();
        Explanation.Telling step = told.step(
                Clause.S2_3_C,
                "what the product leaves over, dealt out to the requests that it does not fill, by what their Holders"
                        + " have");
        step.with("left over", cutback.unallocated());
        shares.stream()
                .filter(share -> subject == null || share.request().holder().equals(subject))
                .forEach(share -> step.with(
                        share.request().holder(),
                        before.get(share.request().holder()) + " + "
                                + share.allocated()
                                        .subtract(before.get(share.request().holder()))));
        steps.addAll(step.gives("unallocated", unallocated).steps());
        return List.copyOf(steps);
    }
}
