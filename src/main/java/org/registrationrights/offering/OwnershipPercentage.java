package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.Denominator;
import org.registrationrights.arithmetic.Fraction;

/**
 * Each requesting Holder's part of all securities whose owners take part in the offering (1.3).
 *
 * @param denominator what the requesting Holders and the others hold together; the Company's own shares are not in it
 * @param ownership by Holder, in their order, those that request only
 * @param notRequesting the other Holders' ids, sorted
 */
public record OwnershipPercentage(BigInteger denominator, Map<String, Fraction> ownership, List<String> notRequesting) {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES =
            Set.of("numeratorBase", "denominator", "othersBase", "requestOverHolding");

    /** @throws org.registrationrights.agreement.Refusal for a negative count or an id that is there twice */
    @Implements(Clause.S1_3_A)
    public static OwnershipPercentage of(List<SellingHolder> holders, List<OtherSeller> others, Policies policies) {
        Request.Book book = Request.Book.of(holders, policies);
        OtherSeller.check(others);
        BigInteger denominator = denominator(book.requests(), others, policies);
        Map<String, Fraction> ownership = new LinkedHashMap<>();
        for (Request request : book.requests()) {
            ownership.put(request.holder(), Fraction.of(request.base(), denominator));
        }
        return new OwnershipPercentage(
                denominator, ownership, book.notRequesting().stream().sorted().toList());
    }

    static BigInteger denominator(List<Request> requests, List<OtherSeller> others, Policies policies) {
        BigInteger total = BigInteger.ZERO;
        for (Request request : requests) {
            total = total.add(request.base());
        }
        if (policies.denominator() == Denominator.HOLDERS_AND_OTHERS) {
            for (OtherSeller other : others) {
                total = total.add(other.weight(policies));
            }
        }
        return total;
    }
}
