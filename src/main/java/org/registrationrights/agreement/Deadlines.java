package org.registrationrights.agreement;

import java.time.LocalDate;
import java.time.Period;

/**
 * Times that the agreement does not state and the Company sets itself, so that nothing is waited for unseen. They cost
 * nobody a right.
 *
 * @param information from asking a Holder for its information until counsel is told that it did not come (2.4)
 */
public record Deadlines(Period information) {

    /** @throws Refusal for a time that ends on the day on which it begins, or before */
    public Deadlines {
        if (!LocalDate.EPOCH.plus(information).isAfter(LocalDate.EPOCH)) {
            throw Refusal.invalid(
                    "agreement.deadlines.information", information + " is not a day or more", Clause.S2_4_A);
        }
    }
}
