package org.registrationrights.standoff;

import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * A lock-up agreement in customary form that a Holder signed (7).
 *
 * @param with whether with the managers of the underwriting or with the Company
 * @param evidence the paper that shows it
 */
@Implements(Clause.S7_C)
public record Lockup(String holderId, LocalDate signedOn, Counterparty with, String evidence) {

    private static final int LONGEST_EVIDENCE = 500;

    public enum Counterparty {
        MANAGERS,
        COMPANY
    }

    /** @throws Refusal for what is missing or too long */
    public Lockup {
        Refusal.required("holderId", holderId, Clause.S7_C);
        Refusal.required("signedOn", signedOn, Clause.S7_C);
        Refusal.required("with", with, Clause.S7_C);
        evidence = Refusal.requiredText("evidence", evidence, LONGEST_EVIDENCE, Clause.S7_C);
    }
}
