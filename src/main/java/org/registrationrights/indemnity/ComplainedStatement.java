package org.registrationrights.indemnity;

import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * A statement in the papers of a registration, or what one leaves out, that somebody complains of.
 *
 * @param id such as {@code ST-1}, within the registration
 * @param document the paper that holds it
 */
public record ComplainedStatement(String id, String document, String words) {

    private static final int LONGEST = 1000;

    public ComplainedStatement {
        Checks.id("statementId", id);
        document = Refusal.requiredText("document", document, 200, Clause.S3_1_A);
        words = Refusal.requiredText("words", words, LONGEST, Clause.S3_1_A);
    }

    /**
     * One as it is entered with a claim: known by its id, or new by its words.
     *
     * @param statementId null for a new one
     */
    public record Entry(String statementId, String document, String words) {}
}
