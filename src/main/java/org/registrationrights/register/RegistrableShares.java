package org.registrationrights.register;

import static org.registrationrights.register.LotDate.*;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.LateJoinder;
import org.registrationrights.agreement.Refusal;

/** Which shares are Registrable Shares on a day (1.7). */
public final class RegistrableShares {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = Set.of("lateJoinder");

    /**
     * @param status by lot
     * @param byHolder Registrable Shares of those who have any
     * @param total Registrable Shares of all
     */
    public record Count(Map<String, LotStatus> status, Map<String, BigInteger> byHolder, BigInteger total) {}

    private RegistrableShares() {}

    /**
     * Counts the lots held on a day.
     *
     * @throws Refusal for a negative number of shares and for a lot that is listed twice
     */
    public static Count on(LocalDate asOf, List<ShareLot> lots, Policies policies) {
        Map<String, LotStatus> status = new LinkedHashMap<>();
        Map<String, BigInteger> byHolder = new LinkedHashMap<>();
        for (int i = 0; i < lots.size(); i++) {
            ShareLot lot = lots.get(i);
            if (lot.shares().signum() < 0) {
                throw Refusal.invalid("lots[" + i + "].shares", lot.shares() + " is negative");
            }
            LotStatus here = status(lot, asOf, policies);
            if (status.put(lot.lot(), here) != null) {
                throw Refusal.invalid("lots[" + i + "].lot", lot.lot() + " is listed twice");
            }
            if (here == LotStatus.REGISTRABLE && lot.shares().signum() > 0) {
                byHolder.merge(lot.holder(), lot.shares(), BigInteger::add);
            }
        }
        return new Count(status, byHolder, byHolder.values().stream().reduce(BigInteger.ZERO, BigInteger::add));
    }

    /**
     * The first limb of 1.7 that takes the lot out, so that none is deducted twice. Escrow and lock-up come and go;
     * what has ceased stays so, whatever happens later.
     */
    @Implements({
        Clause.S1_7_I,
        Clause.S1_7_II,
        Clause.S1_7_III,
        Clause.S1_7_A,
        Clause.S1_7_B,
        Clause.S1_7_C,
        Clause.S1_7_W,
        Clause.S1_7_X1,
        Clause.S1_7_X2,
        Clause.S1_7_Y,
        Clause.S1_7_Z
    })
    public static LotStatus status(ShareLot lot, LocalDate asOf, Policies policies) {
        if (!lot.source().covered()) {
            return LotStatus.NOT_COVERED;
        }
        if (!lot.reached(asOf, ISSUED_ON)) {
            return LotStatus.NOT_ISSUED;
        }
        if (lot.reached(asOf, CEASED_OUTSTANDING_ON)) {
            return LotStatus.CEASED_Z;
        }
        if (lot.reached(asOf, EFFECTIVE_ON, DISPOSED_UNDER_STATEMENT_ON)) {
            return LotStatus.CEASED_W;
        }
        if (lot.reached(asOf, RULE144_DISTRIBUTED_ON)) {
            return LotStatus.CEASED_X_SOLD;
        }
        if (lot.reached(asOf, TRANSFERRED_ON, NEW_CERTIFICATES_ON, FREELY_TRADABLE_ON)) {
            return LotStatus.CEASED_Y;
        }
        if (lot.reached(asOf, RULE144_ALL_SALEABLE_ON)) {
            return LotStatus.CEASED_X_ELIGIBLE;
        }
        if (lot.reached(asOf, SOLD_ON) && !rightsPassed(lot, asOf, policies.lateJoinder())) {
            return LotStatus.EXCLUDED_A;
        }
        if (lot.reached(asOf, ESCROW_FROM) && !lot.reached(asOf, ESCROW_RELEASED_ON)) {
            return LotStatus.EXCLUDED_B;
        }
        if (lot.reached(asOf, LOCKUP_FROM) && !lot.reached(asOf, LOCKUP_ENDS_ON)) {
            return LotStatus.EXCLUDED_C;
        }
        return LotStatus.REGISTRABLE;
    }

    private static boolean rightsPassed(ShareLot lot, LocalDate asOf, LateJoinder lateJoinder) {
        return lot.compliesWithLaw()
                && !lot.toCompetitor()
                && lot.reached(asOf, JOINDER_DELIVERED_ON)
                && (lateJoinder == LateJoinder.CURES_PROSPECTIVELY
                        || lot.reached(lot.on(SOLD_ON), JOINDER_DELIVERED_ON));
    }
}
