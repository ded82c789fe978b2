package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.arithmetic.Fraction;

/**
 * The figures of an allocation as a person decides on them (2.3): each Holder's, what stays unallocated and who would get
 * it, how the figures jump where the limit ceases to touch the Holders, and where parity fails how it could be reached.
 *
 * @param unallocated null without a limitation
 * @param fullInclusionAt the number of available shares from which on every request goes in
 * @param totalBelowFullInclusion what all Holders together get with one share less than that
 * @param proposal null unless parity fails by the measure that proposals are made for
 */
@Implements({Clause.S1_3_A, Clause.S2_3_C})
public record AllocationSheet(
        Cutback.Rule rule,
        BigInteger denominator,
        List<Line> holders,
        BigInteger totalAllocated,
        BigInteger unallocated,
        BigInteger fullInclusionAt,
        BigInteger totalBelowFullInclusion,
        List<ProposedLine> proposal) {

    /**
     * @param asked as received, be it more than is held
     * @param counted the request as far as it is held
     * @param percentage the Ownership Percentage as held over denominator, not shortened
     * @param dealtOut what the Holder gets where counsel deals out the rest
     * @param belowFullInclusion what it would get with one share less than every request needs
     */
    public record Line(
            String holderId,
            BigInteger held,
            BigInteger asked,
            BigInteger counted,
            boolean aboveHolding,
            String percentage,
            String exact,
            BigInteger allocated,
            BigInteger excluded,
            BigInteger dealtOut,
            BigInteger belowFullInclusion) {}

    /** What a Holder, or another seller, has now and would have; parity holds then. */
    public record ProposedLine(String seller, BigInteger now, BigInteger proposed) {}

    public static AllocationSheet of(Cutback cutback) {
        OwnershipPercentage ownership = cutback.ownership();
        BigInteger requested = cutback.requested();
        Cutback below = requested.signum() == 0
                ? cutback
                : Cutback.allocate(
                        ownership.holders(),
                        ownership.others(),
                        requested.subtract(BigInteger.ONE),
                        ownership.policies());
        Map<String, BigInteger> belowFull = below.allocated();
        Map<String, BigInteger> dealtOut = DealtOut.of(cutback).allocated();
        Map<String, Fraction> exact = cutback.exact();
        Map<String, SellingHolder> asking = new HashMap<>();
        ownership.holders().forEach(holder -> asking.put(holder.id(), holder));
        List<Line> lines = new ArrayList<>(cutback.shares().size());
        for (Cutback.Share share : cutback.shares()) {
            Request request = share.request();
            BigInteger asked = asking.get(request.holder()).requested();
            lines.add(new Line(
                    request.holder(),
                    request.held(),
                    asked,
                    request.shares(),
                    asked.compareTo(request.held()) > 0,
                    request.base() + "/" + ownership.denominator(),
                    exact.get(request.holder()).toString(),
                    share.allocated(),
                    share.excluded(),
                    dealtOut.get(request.holder()),
                    belowFull.get(request.holder())));
        }
        return new AllocationSheet(
                cutback.rule(),
                ownership.denominator(),
                lines,
                cutback.totalAllocated(),
                cutback.unallocated(),
                requested,
                below.totalAllocated(),
                proposed(cutback));
    }

    private static List<ProposedLine> proposed(Cutback cutback) {
        ParityProposal proposal = cutback.parityProposal();
        if (proposal == null) {
            return null;
        }
        List<ProposedLine> lines = new ArrayList<>();
        Map<String, BigInteger> allocated = cutback.allocated();
        proposal.holders().forEach((id, shares) -> lines.add(new ProposedLine(id, allocated.get(id), shares)));
        cutback.ownership().others().stream()
                .filter(other -> proposal.others().containsKey(other.id()))
                .forEach(other -> lines.add(new ProposedLine(
                        other.id(), other.included(), proposal.others().get(other.id()))));
        return lines;
    }
}
