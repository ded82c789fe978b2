package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.NumeratorBase;
import org.registrationrights.agreement.Policies.RequestOverHolding;

/**
 * A Holder's request as it counts.
 *
 * @param holder the Holder's id
 * @param held its Registrable Shares
 * @param shares the shares it asked for, as far as it holds them; at least one
 * @param base what its Ownership Percentage is taken of (1.3); never less than {@code shares}
 */
public record Request(String holder, BigInteger held, BigInteger shares, BigInteger base) {

    /**
     * All requests that count, in the Holders' order, and the ids of the Holders without one.
     *
     * @param shares all shares that are requested, {@code base} all that the percentages are taken of
     */
    public record Book(
            List<Request> requests,
            List<String> notRequesting,
            List<String> rejected,
            BigInteger shares,
            BigInteger base) {

        static Book of(List<SellingHolder> holders, Policies policies) {
            SellingHolder.check(holders);
            List<Request> requests = new ArrayList<>(holders.size());
            List<String> notRequesting = new ArrayList<>();
            List<String> rejected = new ArrayList<>();
            for (SellingHolder holder : holders) {
                BigInteger shares = holder.requested().min(holder.held());
                boolean overHolding = shares.compareTo(holder.requested()) < 0;
                if (overHolding && policies.requestOverHolding() == RequestOverHolding.REJECT) {
                    rejected.add(holder.id());
                    shares = BigInteger.ZERO;
                }
                if (shares.signum() == 0) {
                    notRequesting.add(holder.id());
                } else {
                    BigInteger base = policies.numeratorBase() == NumeratorBase.HELD ? holder.held() : shares;
                    requests.add(new Request(holder.id(), holder.held(), shares, base));
                }
            }
            return new Book(
                    requests,
                    notRequesting,
                    rejected,
                    OwnershipPercentage.sum(requests, Request::shares),
                    OwnershipPercentage.sum(requests, Request::base));
        }
    }
}
