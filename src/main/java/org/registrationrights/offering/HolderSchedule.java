package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.List;

/**
 * Who sells how many shares under the underwriting agreement (2.2, 4(f)).
 *
 * @param managingUnderwriter null where there is none
 * @param mustSign whether Section 2.2 asks for the Holders' signatures
 * @param round which allocation it rests on
 */
public record HolderSchedule(
        String offeringId,
        String offeringName,
        String managingUnderwriter,
        boolean mustSign,
        int round,
        String approvedBy,
        List<Row> rows) {

    /** @param address of record on the day of the schedule */
    public record Row(String holderId, String name, String address, BigInteger shares) {}

    public BigInteger total() {
        return OwnershipPercentage.sum(rows, Row::shares);
    }
}
