package org.registrationrights.standoff;

import java.math.BigInteger;
import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * A transaction of a Holder as it was reported (7).
 *
 * @param securities how many of the Company's, of whatever kind
 * @param date the day it was made, or is to be made, in the agreement's zone
 * @param kind {@code GIFT}, or any other way of disposing by its own name
 * @param sharesInOffering whether they are Registrable Shares included in the offering; false unless said otherwise
 * @param doneeBound whether whoever receives them agreed to be bound likewise; false unless said otherwise
 * @param executed whether it has been made; one that is only asked for is refused where it is prohibited
 */
public record ReportedTransaction(
        String holderId,
        BigInteger securities,
        LocalDate date,
        String kind,
        Boolean sharesInOffering,
        Boolean doneeBound,
        Boolean executed,
        String evidence) {

    private static final int LONGEST_EVIDENCE = 500;

    /** @throws Refusal for what is missing or too long */
    public ReportedTransaction {
        Refusal.required("holderId", holderId, Clause.S7_B);
        Refusal.required("securities", securities, Clause.S7_B);
        if (securities.signum() <= 0) {
            throw Refusal.invalid("securities", "must be above zero", Clause.S7_B);
        }
        Transaction checked = new Transaction(date, kind, sharesInOffering, doneeBound);
        sharesInOffering = checked.sharesInOffering();
        doneeBound = checked.doneeBound();
        Refusal.required("executed", executed, Clause.S7_B);
        evidence = Refusal.requiredText("evidence", evidence, LONGEST_EVIDENCE, Clause.S7_B);
    }

    Transaction transaction() {
        return new Transaction(date, kind, sharesInOffering, doneeBound);
    }
}
