package org.registrationrights.suspension;

import java.math.BigInteger;
import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * Copies of the old prospectus that a Holder delivered to the Company as directed (2.6).
 *
 * @param copies how many; 0 where the Holder states that it has none but file copies
 * @param costCents what the return cost, which is the Company's; 0 unless said otherwise
 * @param complete whether the Holder has nothing but file copies left; true unless said otherwise
 */
@Implements(Clause.S2_6_C)
public record ReturnedCopies(
        String holderId,
        BigInteger copies,
        LocalDate returnedOn,
        String evidence,
        BigInteger costCents,
        Boolean complete) {

    private static final int LONGEST_EVIDENCE = 500;

    /** @throws Refusal for what is missing or too long, and for no copies that settle nothing */
    public ReturnedCopies {
        Refusal.required("holderId", holderId, Clause.S2_6_C);
        Refusal.required("copies", copies, Clause.S2_6_C);
        costCents = costCents == null ? BigInteger.ZERO : costCents;
        complete = complete == null || complete;
        if (copies.signum() == 0 && !complete) {
            throw Refusal.invalid("copies", "must be above zero, or the return complete", Clause.S2_6_C);
        }
        Refusal.required("returnedOn", returnedOn, Clause.S2_6_C);
        evidence = Refusal.requiredText("evidence", evidence, LONGEST_EVIDENCE, Clause.S2_6_C);
    }
}
