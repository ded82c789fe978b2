package org.registrationrights.indemnity;

import java.math.BigInteger;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies.CapBase;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.arithmetic.Fraction;

/**
 * One of whom contribution is asked (3.3).
 *
 * @param fault the weight of its fault
 * @param isHolder whether its proceeds limit what it pays, as they do a Holder's only; false unless said otherwise
 * @param grossProceedsCents what its shares were sold for in that registration; a Holder needs it
 * @param discountCents the underwriting discount on them; 0, as the next, unless said otherwise
 * @param capUsedCents what it has contributed in that registration before
 * @param guiltyOf the statements, by id, in which a final finding has it guilty of fraudulent misrepresentation; none
 *     unless said otherwise
 */
public record Contributor(
        String id,
        Fraction fault,
        Boolean isHolder,
        BigInteger grossProceedsCents,
        BigInteger discountCents,
        BigInteger capUsedCents,
        List<String> guiltyOf) {

    /** @throws Refusal for what is missing or negative, and for a statement that is there twice */
    public Contributor {
        Checks.id("id", id);
        Refusal.required("fault", fault, Clause.S3_3_B);
        isHolder = isHolder != null && isHolder;
        if (isHolder) {
            Refusal.required("grossProceedsCents", grossProceedsCents, Clause.S3_3_C);
        }
        grossProceedsCents = orZero("grossProceedsCents", grossProceedsCents);
        discountCents = orZero("discountCents", discountCents);
        capUsedCents = orZero("capUsedCents", capUsedCents);
        guiltyOf = guiltyOf == null ? List.of() : Checks.ids("guiltyOf", guiltyOf);
    }

    private static BigInteger orZero(String field, BigInteger cents) {
        if (cents == null) {
            return BigInteger.ZERO;
        }
        Checks.amount(field, cents, Clause.S3_3_C);
        return cents;
    }

    /** What a Holder can still be made to pay in that registration. */
    BigInteger capCents(CapBase base) {
        BigInteger proceeds = switch (base) {
            case NET_OF_DISCOUNT -> grossProceedsCents.subtract(discountCents);
            case GROSS -> grossProceedsCents;
        };
        return proceeds.subtract(capUsedCents).max(BigInteger.ZERO);
    }
}
