package org.registrationrights.offering;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.offering.SaleRepository.Sale;

/**
 * One closing of an offering (1.7(w)). There may be several, for an over-allotment option closes days after the firm
 * shares do; the final one ends the sale.
 *
 * @param number counted from 1
 * @param company what the Company sold in it
 * @param others what all sellers but the Company and the Holders sold in it
 */
public record Closing(int number, LocalDate closedOn, boolean last, Sold company, Sold others) {

    /** Where a number of sold shares comes from. */
    public enum Basis {
        REPORTED,
        /** Nobody said otherwise: all that was registered and not sold in an earlier closing. */
        AS_REGISTERED
    }

    public record Sold(BigInteger shares, Basis basis) {

        /**
         * @param reported null where nobody said
         * @param soldBefore in earlier closings
         */
        static Sold of(BigInteger reported, BigInteger registered, BigInteger soldBefore) {
            return reported == null
                    ? new Sold(registered.subtract(soldBefore).max(BigInteger.ZERO), Basis.AS_REGISTERED)
                    : new Sold(reported, Basis.REPORTED);
        }
    }

    /**
     * What is reported of a closing.
     *
     * @param number null for the next one
     * @param last whether no other follows
     * @param companySold null for all that is registered for the Company and unsold
     * @param othersSold null for all that is registered for the other sellers and unsold
     * @param sales what Holders sold since the closing before, or earlier and have not reported yet
     */
    public record Reported(
            Integer number,
            LocalDate closedOn,
            Boolean last,
            BigInteger companySold,
            BigInteger othersSold,
            List<Sale> sales) {}
}
