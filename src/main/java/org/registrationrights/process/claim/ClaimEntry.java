package org.registrationrights.process.claim;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.indemnity.ClaimantRole;
import org.registrationrights.indemnity.ComplainedStatement;
import org.registrationrights.indemnity.IndemnityClaim.Basis;
import org.registrationrights.process.Input;

/**
 * A claim as it is entered, before its parties and statements are looked up.
 *
 * @param claimant null for the Company, and for the managing underwriter
 * @param notifiedOn null for today
 */
record ClaimEntry(
        String offeringId,
        ClaimantRole claimantRole,
        String claimant,
        String claimantOf,
        String indemnitor,
        Basis basis,
        List<ComplainedStatement.Entry> statements,
        String violation,
        String informationFrom,
        boolean claimantBreach,
        BigInteger lossCents,
        String action,
        String forum,
        LocalDate servedOn,
        LocalDate notifiedOn,
        String evidence) {

    private static final int LONGEST_NAME = 80;

    /** Its fields, which are no variables once they stand in a table. */
    static final List<String> FIELDS = List.of(
            Variables.CLAIMANT_ROLE,
            Variables.CLAIMANT,
            Variables.CLAIMANT_OF,
            Variables.INDEMNITOR,
            Variables.BASIS,
            Variables.STATEMENTS,
            Variables.VIOLATION,
            Variables.INFORMATION_FROM,
            Variables.CLAIMANT_BREACH,
            Variables.LOSS_CENTS,
            Variables.ACTION,
            Variables.FORUM,
            Variables.SERVED_ON,
            Variables.NOTIFIED_ON,
            Variables.EVIDENCE);

    static ClaimEntry of(Input input) {
        Basis basis = input.requiredChoice(Variables.BASIS, Basis.class);
        return new ClaimEntry(
                input.requiredText(Variables.OFFERING_ID, 40),
                input.requiredChoice(Variables.CLAIMANT_ROLE, ClaimantRole.class),
                input.text(Variables.CLAIMANT, LONGEST_NAME),
                input.text(Variables.CLAIMANT_OF, LONGEST_NAME),
                input.requiredText(Variables.INDEMNITOR, LONGEST_NAME),
                basis,
                statements(input, basis),
                input.text(Variables.VIOLATION, 1000),
                input.text(Variables.INFORMATION_FROM, LONGEST_NAME),
                input.ticked(Variables.CLAIMANT_BREACH),
                input.requiredCount(Variables.LOSS_CENTS),
                input.requiredText(Variables.ACTION, 200),
                input.text(Variables.FORUM, 200),
                input.requiredDate(Variables.SERVED_ON),
                input.date(Variables.NOTIFIED_ON),
                input.requiredText(Variables.EVIDENCE, 500));
    }

    /** A form sends a line that was left empty; for a violation that is none. */
    private static List<ComplainedStatement.Entry> statements(Input input, Basis basis) {
        return input.listIfThere(Variables.STATEMENTS, ComplainedStatement.Entry.class).stream()
                .filter(entry ->
                        basis != Basis.VIOLATION_OF_LAW || entry.statementId() != null || entry.words() != null)
                .toList();
    }
}
