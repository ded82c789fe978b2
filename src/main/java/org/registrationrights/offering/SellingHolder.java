package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A Holder and its answer, on the applicable date (1.3).
 *
 * @param held its Registrable Shares
 * @param requested the shares it asked for, as received, be it more than it holds
 */
public record SellingHolder(String id, BigInteger held, BigInteger requested) {

    static void check(List<SellingHolder> holders) {
        Set<String> ids = new HashSet<>(2 * holders.size());
        int i = 0;
        for (SellingHolder holder : holders) {
            Checks.unusedId(holder.id, ids, "holders", i);
            Checks.notNegative(holder.held, "holders", i, "held");
            Checks.notNegative(holder.requested, "holders", i, "requested");
            i++;
        }
    }
}
