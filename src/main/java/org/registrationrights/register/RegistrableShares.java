package org.registrationrights.register;

import static org.registrationrights.register.LotDate.*;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.LateJoinder;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;

/**
 * Which shares are Registrable Shares on a day (1.7).
 *
 * @param lots those held on that day
 */
public record RegistrableShares(LocalDate asOf, List<ShareLot> lots, Policies policies, Count count)
        implements Explained {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = Set.of("lateJoinder");

    /**
     * @param status by lot
     * @param byHolder Registrable Shares of those who have any
     * @param total Registrable Shares of all
     */
    public record Count(Map<String, LotStatus> status, Map<String, BigInteger> byHolder, BigInteger total) {}

    /**
     * Counts the lots held on a day.
     *
     * @throws Refusal for a day, id or number that is missing, a negative number, and a lot that is listed twice
     */
    public static RegistrableShares on(LocalDate asOf, List<ShareLot> lots, Policies policies) {
        Refusal.required("asOf", asOf, Clause.S1_7_I);
        Map<String, LotStatus> status = new LinkedHashMap<>();
        Map<String, BigInteger> byHolder = new LinkedHashMap<>();
        for (int i = 0; i < lots.size(); i++) {
            ShareLot lot = lots.get(i);
            check(lot, i);
            LotStatus here = status(lot, asOf, policies);
            if (status.put(lot.lot(), here) != null) {
                throw Refusal.invalid("lots[" + i + "].lot", lot.lot() + " is listed twice");
            }
            if (here == LotStatus.REGISTRABLE && lot.shares().signum() > 0) {
                byHolder.merge(lot.holder(), lot.shares(), BigInteger::add);
            }
        }
        BigInteger total = byHolder.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        return new RegistrableShares(asOf, lots, policies, new Count(status, byHolder, total));
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
        return Arrays.stream(LotStatus.values())
                .filter(status -> applies(status, lot, asOf, policies))
                .findFirst()
                .orElseThrow();
    }

    private static boolean applies(LotStatus status, ShareLot lot, LocalDate asOf, Policies policies) {
        return switch (status) {
            case NOT_COVERED -> !lot.source().covered();
            case NOT_ISSUED -> !lot.reached(asOf, ISSUED_ON);
            case CEASED_Z, CEASED_W, CEASED_X_SOLD, CEASED_Y, CEASED_X_ELIGIBLE ->
                status.dates().stream().allMatch(event -> lot.reached(asOf, event));
            case EXCLUDED_A -> lot.reached(asOf, SOLD_ON) && !rightsPassed(lot, asOf, policies);
            case EXCLUDED_B -> lot.reached(asOf, ESCROW_FROM) && !lot.reached(asOf, ESCROW_RELEASED_ON);
            case EXCLUDED_C -> lot.reached(asOf, LOCKUP_FROM) && !lot.reached(asOf, LOCKUP_ENDS_ON);
            case REGISTRABLE -> true;
        };
    }

    private static boolean rightsPassed(ShareLot lot, LocalDate asOf, Policies policies) {
        return rightsCouldPass(lot, asOf)
                && (!joinedLate(lot) || policies.lateJoinder() == LateJoinder.CURES_PROSPECTIVELY);
    }

    private static boolean rightsCouldPass(ShareLot lot, LocalDate asOf) {
        return lot.compliesWithLaw() && !lot.toCompetitor() && lot.reached(asOf, JOINDER_DELIVERED_ON);
    }

    private static boolean joinedLate(ShareLot lot) {
        return lot.on(JOINDER_DELIVERED_ON).isAfter(lot.on(SOLD_ON));
    }

    @Override
    public List<Step> explain(String subject) {
        return subject == null ? byStatus() : byLot(subject);
    }

    private List<Step> byStatus() {
        Map<LotStatus, List<ShareLot>> byStatus = new LinkedHashMap<>();
        for (LotStatus status : LotStatus.values()) {
            List<ShareLot> alike = lots.stream()
                    .filter(lot -> count.status.get(lot.lot()) == status)
                    .toList();
            if (status != LotStatus.REGISTRABLE && !alike.isEmpty()) {
                byStatus.put(status, alike);
            }
        }
        Explanation explanation = Explanation.under(policies);
        byStatus.forEach((status, alike) -> explanation
                .step(status.clause(alike.get(0)), "shares " + status.meaning())
                .with("asOf", asOf)
                .with("lots", alike.size())
                .gives(status.name(), shares(alike)));
        Explanation.Telling sum = explanation
                .step(Clause.S1_2_A, "all shares less those, each taken out once")
                .with("shares", shares(lots));
        byStatus.forEach((status, alike) -> sum.with(status.name(), shares(alike)));
        return sum.gives("total", count.total).steps();
    }

    private List<Step> byLot(String holder) {
        List<ShareLot> own =
                lots.stream().filter(lot -> lot.holder().equals(holder)).toList();
        if (own.isEmpty()) {
            throw Explained.stranger(holder);
        }
        Explanation explanation = Explanation.under(policies);
        own.forEach(lot -> tell(lot, explanation));
        Explanation.Telling sum = explanation.step(Clause.S1_2_A, "the shares of its registrable lots");
        own.stream()
                .filter(lot -> count.status.get(lot.lot()) == LotStatus.REGISTRABLE)
                .forEach(lot -> sum.with(lot.lot(), lot.shares()));
        return sum.gives("byHolder." + holder, count.byHolder.getOrDefault(holder, BigInteger.ZERO))
                .steps();
    }

    private void tell(ShareLot lot, Explanation explanation) {
        LotStatus status = count.status.get(lot.lot());
        Explanation.Telling step = explanation
                .step(status.clause(lot), status.meaning())
                .with("asOf", asOf)
                .with("shares", lot.shares())
                .with("source", lot.source());
        for (LotDate date : status.dates()) {
            if (lot.on(date) != null || status != LotStatus.REGISTRABLE) {
                tell(date, lot, step);
            }
        }
        boolean saleWeighed = status.compareTo(LotStatus.EXCLUDED_A) >= 0 && lot.reached(asOf, SOLD_ON);
        if (saleWeighed) {
            LotStatus.EXCLUDED_A.dates().forEach(date -> tell(date, lot, step));
            step.with("compliesWithLaw", lot.compliesWithLaw()).with("toCompetitor", lot.toCompetitor());
            if (rightsCouldPass(lot, asOf) && joinedLate(lot)) {
                step.reading("lateJoinder");
            }
        }
        step.gives("status." + lot.lot(), status);
    }

    private static void tell(LotDate date, ShareLot lot, Explanation.Telling step) {
        step.with(date.key(), lot.on(date) == null ? "none" : lot.on(date));
    }

    private static BigInteger shares(List<ShareLot> lots) {
        return lots.stream().map(ShareLot::shares).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static void check(ShareLot lot, int i) {
        if (isBlank(lot.lot())) {
            throw missing(i, "lot");
        }
        if (isBlank(lot.holder())) {
            throw missing(i, "holder");
        }
        if (lot.shares() == null) {
            throw missing(i, "shares");
        }
        if (lot.shares().signum() < 0) {
            throw Refusal.invalid("lots[" + i + "].shares", lot.shares() + " is negative");
        }
    }

    private static boolean isBlank(String id) {
        return id == null || id.isBlank();
    }

    private static Refusal missing(int i, String field) {
        return Refusal.invalid("lots[" + i + "]." + field, "is required");
    }
}
