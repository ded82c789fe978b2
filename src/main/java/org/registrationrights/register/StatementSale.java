package org.registrationrights.register;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
     * What the sale takes out of a lot.
     *
     * @param lot as it was in the seller's hands on the day of the sale
     * @param leftOf what later sales had left of that lot, from each to the next; empty where there was none
     */
    record Taking(ShareLot lot, BigInteger shares, List<ShareLot> leftOf) {

        /** Whether nothing of the lot stays; then it is not divided. */
        boolean isWhole() {
            return leftOf.isEmpty() && shares.compareTo(lot.shares()) == 0;
        }
    }

    /**
     * The lots that the sale takes shares from: several only if it takes all that is unsold of them. A lot's name goes
     * on meaning what sales have left of it, and a sale that is reported after a later one is taken out of what that
     * one had left.
     *
     * @param lots the seller's lots, past and present
     * @throws Refusal for more shares than were registrable that day and are unsold since, for a lot that must be named
     *     and is not, and for a lot that has changed since in another way than by sales under the statement
     */
    @Implements(Clause.S1_7_W)
    List<Taking> takes(String path, List<ShareLot> lots, Policies policies) {
        String meant = lot == null ? null : meant(path, lots);
        List<ShareLot> registrable = lots.stream()
                .filter(candidate -> meant == null || candidate.lot().equals(meant))
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
        List<Taking> unsold = registrable.stream()
                .map(candidate -> unsold(path, candidate, lots))
                .filter(taking -> taking.shares.signum() > 0)
                .toList();
        BigInteger left = unsold.stream().map(Taking::shares).reduce(BigInteger.ZERO, BigInteger::add);
        if (shares.compareTo(left) > 0) {
            throw Refusal.conflict(
                    path + ".shares",
                    shares + " is more than the " + left + " shares that later sales have left of the " + available,
                    Clause.S1_7_W);
        }
        if (unsold.size() > 1 && shares.compareTo(left) < 0) {
            throw Refusal.invalid(
                    path + ".lot",
                    "must be named: " + holderId + " sold part of what it held in the lots "
                            + unsold.stream().map(taking -> taking.lot.lot()).toList(),
                    Clause.S1_7_W);
        }
        return unsold.size() == 1 ? List.of(new Taking(unsold.get(0).lot, shares, unsold.get(0).leftOf)) : unsold;
    }

    /** The lot that the name stands for on the day of the sale: the named one, or what sales had left of it by then. */
    private String meant(String path, List<ShareLot> lots) {
        ShareLot named = lots.stream()
                .filter(candidate -> candidate.lot().equals(lot))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(path + ".lot", lot + " is no lot of " + holderId));
        Optional<ShareLot> left = Optional.of(named);
        while (left.isPresent() && !left.get().heldOn(soldOn)) {
            left = left.get().leftAmong(lots);
        }
        return left.orElse(named).lot();
    }

    private static Taking unsold(String path, ShareLot lot, List<ShareLot> lots) {
        List<ShareLot> leftOf = Stream.iterate(
                        lot.leftAmong(lots),
                        Optional::isPresent,
                        left -> left.get().leftAmong(lots))
                .map(Optional::get)
                .toList();
        ShareLot last = leftOf.isEmpty() ? lot : leftOf.get(leftOf.size() - 1);
        if (last.heldUntil() != null) {
            throw Refusal.conflict(
                    path + ".soldOn",
                    "a later change of lot " + last.lot() + " is already in the register",
                    Clause.S1_7_W);
        }
        boolean sold = last.on(LotDate.DISPOSED_UNDER_STATEMENT_ON) != null;
        return new Taking(lot, sold ? BigInteger.ZERO : last.shares(), leftOf);
    }
}
