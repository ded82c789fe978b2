package org.registrationrights.transfer;

import java.math.BigInteger;
import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * A transfer of Registrable Shares and what is known of it (6).
 *
 * @param compliesWithLaw counsel's finding
 * @param b2bProcurementIsPrincipalLine whether electronic procurement for businesses is among the transferee's principal
 *     lines of business
 * @param joinderExecuted whether the transferee signed the form of Exhibit A
 * @param joinderDeliveredOn when the Company received it; null while it has not
 * @param shares transferred
 */
public record Transfer(
        Boolean compliesWithLaw,
        Boolean transfereeIsCompany,
        Boolean b2bProcurementIsPrincipalLine,
        Boolean joinderExecuted,
        LocalDate joinderDeliveredOn,
        LocalDate transferredOn,
        BigInteger shares) {

    /** @throws Refusal for a field that is missing, and for a negative count */
    public Transfer {
        Refusal.required("compliesWithLaw", compliesWithLaw, Clause.S6_A);
        Refusal.required("transfereeIsCompany", transfereeIsCompany, Clause.S6_B);
        Refusal.required("b2bProcurementIsPrincipalLine", b2bProcurementIsPrincipalLine, Clause.S6_B);
        Refusal.required("joinderExecuted", joinderExecuted, Clause.S6_A);
        Refusal.required("transferredOn", transferredOn, Clause.S6_A);
        Refusal.required("shares", shares, Clause.S6_A);
        if (shares.signum() < 0) {
            throw Refusal.invalid("shares", shares + " is negative", Clause.S6_A);
        }
    }
}
