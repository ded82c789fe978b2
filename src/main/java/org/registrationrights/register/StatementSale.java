package org.registrationrights.register;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;

/**
 * Shares that a Holder reports as disposed of under an effective registration statement (1.7(w)).
 *
 * @param lot which of its lots they came from; null where only one can be meant
 */
public record StatementSale(String holderId, BigInteger shares, LocalDate soldOn, String lot) {

    /**
     * @param path where the sale stands in the input, such as {@code sales[0]}
     * @throws Refusal for what is missing, a number that is not above zero, and a sale before effectiveness
     */
    void check(String path, LocalDate effectiveOn) {
        if (holderId == null) {
            throw Refusal.invalid(path + ".holderId", "is required");
        }
        if (shares == null || shares.signum() <= 0) {
            throw Refusal.invalid(path + ".shares", "must be a whole number above 0");
        }
        if (soldOn == null) {
            throw Refusal.invalid(path + ".soldOn", "is required");
        }
        if (soldOn.isBefore(effectiveOn)) {
            throw Refusal.invalid(
                    path + ".soldOn",
                    soldOn + " is before the statement became effective on " + effectiveOn,
                    Clause.S1_7_W);
        }
    }

    /**
     * This sale, of what earlier sales have left of its lot.
     *
     * @param leftOf by the lot that was divided
     */
    StatementSale following(Map<String, String> leftOf) {
        return leftOf.containsKey(lot)
                ? new StatementSale(holderId, shares, soldOn, leftOf.get(lot)).following(leftOf)
                : this;
    }

    /**
     * The lots that the sale takes shares from: several only if it takes all of them whole.
     *
     * @param lots the seller's lots, past and present
     * @throws Refusal for more shares than were registrable that day, for a lot that must be named and is not, and
     *     for a lot that has changed since
     */
    @Implements(Clause.S1_7_W)
    List<ShareLot> takes(String path, List<ShareLot> lots, Policies policies) {
        if (lot != null && lots.stream().noneMatch(candidate -> candidate.lot().equals(lot))) {
            throw Refusal.unknown(path + ".lot", lot + " is no lot of " + holderId);
        }
        List<ShareLot> registrable = lots.stream()
                .filter(candidate -> lot == null || candidate.lot().equals(lot))
                .filter(candidate -> candidate.heldOn(soldOn))
                .filter(candidate -> RegistrableShares.status(candidate, soldOn, policies) == LotStatus.REGISTRABLE)
                .toList();
        BigInteger available = registrable.stream().map(ShareLot::shares).reduce(BigInteger.ZERO, BigInteger::add);
        if (shares.compareTo(available) > 0) {
            throw Refusal.invalid(
                    path + ".shares",
                    shares + " is more than the " + available + " Registrable Shares of "
                            + (lot == null ? holderId : "lot " + lot) + " on " + soldOn,
                    Clause.S1_7_W);
        }
        List<String> names = registrable.stream().map(ShareLot::lot).toList();
        if (registrable.size() > 1 && shares.compareTo(available) < 0) {
            throw Refusal.invalid(
                    path + ".lot",
                    "must be named: " + holderId + " sold part of what it held in the lots " + names,
                    Clause.S1_7_W);
        }
        for (ShareLot taken : registrable) {
            if (taken.heldUntil() != null || taken.on(LotDate.DISPOSED_UNDER_STATEMENT_ON) != null) {
                throw Refusal.conflict(
                        path + ".soldOn",
                        "a later change of lot " + taken.lot() + " is already in the register",
                        Clause.S1_7_W);
            }
        }
        return registrable;
    }
}
