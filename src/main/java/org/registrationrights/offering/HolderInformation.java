package org.registrationrights.offering;

import java.math.BigInteger;
import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * What a Holder furnished in writing for use in the registration statement (2.4). Its indemnity rests on these words
 * (3.2), so that a later version stands beside an earlier one and never in its place.
 *
 * @param name as it shall appear
 * @param sharesOwned what it owns beneficially before the offering
 * @param relationship position, office or other material relationship with the Company within three years, or null
 * @param noRelationship whether the Holder said that there was none
 * @param planOfDistribution remarks on how it will sell, or null
 * @param evidence the paper that the Holder signed
 */
@Implements(Clause.S2_4_A)
public record HolderInformation(
        String holderId,
        String name,
        BigInteger sharesOwned,
        String relationship,
        boolean noRelationship,
        String planOfDistribution,
        LocalDate signedOn,
        String evidence) {

    private static final int LONGEST_ID = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REMARK = 2000;
    private static final int LONGEST_EVIDENCE = 500;

    /** @throws Refusal for what is missing, negative or too long, and where a relationship is neither named nor denied */
    public HolderInformation {
        holderId = Checks.text("holderId", holderId, LONGEST_ID, Clause.S2_4_A);
        name = Checks.text("name", name, LONGEST_NAME, Clause.S2_4_A);
        Checks.notNegative(sharesOwned, "sharesOwned");
        relationship = Checks.optionalText("relationship", relationship, LONGEST_REMARK, Clause.S2_4_A);
        if (relationship == null && !noRelationship) {
            throw Refusal.invalid("relationship", "is required, or noRelationship must be true", Clause.S2_4_A);
        }
        if (relationship != null && noRelationship) {
            throw Refusal.invalid("relationship", "must be absent where noRelationship is true", Clause.S2_4_A);
        }
        planOfDistribution =
                Checks.optionalText("planOfDistribution", planOfDistribution, LONGEST_REMARK, Clause.S2_4_A);
        if (signedOn == null) {
            throw Refusal.invalid("signedOn", "is required", Clause.S2_4_A);
        }
        evidence = Checks.text("evidence", evidence, LONGEST_EVIDENCE, Clause.S2_4_A);
    }

    /**
     * What it owns once the shares offered for it are sold.
     *
     * @throws Refusal where it says that it owns fewer
     */
    public BigInteger sharesAfter(BigInteger offered) {
        if (sharesOwned.compareTo(offered) < 0) {
            throw Refusal.conflict(
                    "sharesOwned",
                    sharesOwned + " is fewer than the " + offered + " shares that are offered for " + holderId,
                    Clause.S2_4_A);
        }
        return sharesOwned.subtract(offered);
    }
}
