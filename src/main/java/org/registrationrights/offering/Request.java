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

    /** All requests that count, in the Holders' order, and the ids of the Holders without one. */
    public record Book(List<Request> requests, List<String> notRequesting, List<String> rejected) {

        static Book of(List<SellingHolder> holders, Policies policies) {
            SellingHolder.check(holders);
            Book book = new Book(new ArrayList<>(holders.size()), new ArrayList<>(), new ArrayList<>());
            for (SellingHolder holder : holders) {
                BigInteger shares = holder.requested().min(holder.held());
                boolean overHolding = shares.compareTo(holder.requested()) < 0;
                if (overHolding && policies.requestOverHolding() == RequestOverHolding.REJECT) {
                    book.rejected.add(holder.id());
                    shares = BigInteger.ZERO;
                }
                if (shares.signum() == 0) {
                    book.notRequesting.add(holder.id());
                } else {
                    BigInteger base = policies.numeratorBase() == NumeratorBase.HELD ? holder.held() : shares;
                    book.requests.add(new Request(holder.id(), holder.held(), shares, base));
                }
            }
            return book;
        }
    }
}
