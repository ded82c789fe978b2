package org.registrationrights.agreement;

import java.time.LocalDate;
import java.time.Period;

/**
 * Times that the agreement does not state and the Company sets itself, so that nothing is waited for unseen. They cost
 * nobody a right.
 *
 * @param information from asking a Holder for its information until counsel is told that it did not come (2.4)
 * @param signature from asking a Holder to sign the underwriting agreement until counsel is told that it did not (2.2)
 */
public record Deadlines(Period information, Period signature) {

    /** @throws Refusal for a time that ends on the day on which it begins, or before */
    public Deadlines {
        check("information", information, Clause.S2_4_A);
        check("signature", signature, Clause.S2_2_A);
    }

    private static void check(String name, Period time, Clause clause) {
        if (!LocalDate.EPOCH.plus(time).isAfter(LocalDate.EPOCH)) {
            throw Refusal.invalid("agreement.deadlines." + name, time + " is not a day or more", clause);
        }
    }
}
