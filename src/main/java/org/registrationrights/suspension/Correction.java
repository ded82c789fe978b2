package org.registrationrights.suspension;

import java.time.Instant;
import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * A supplemented or amended prospectus (2.5, 4(c)).
 *
 * @param eventId the event for which it was made; it may correct others of its offering too
 * @param document its name, such as {@code Supplement No. 2}
 * @param madeOn the day of the supplement, or of the amendment's filing
 * @param copies how many each Holder is sent; one unless said otherwise
 * @param effectiveAt when the SEC declared an amendment effective; null until then, and for a supplement
 */
public record Correction(
        String eventId, Kind kind, String document, LocalDate madeOn, Integer copies, Instant effectiveAt) {

    private static final int LONGEST_DOCUMENT = 500;

    public enum Kind {
        SUPPLEMENT,
        /** A post-effective amendment of the statement: no copy goes out before it is effective. */
        AMENDMENT
    }

    /** @throws Refusal for what is missing or too long */
    public Correction {
        Refusal.required("kind", kind, Clause.S2_5_A);
        document = Refusal.requiredText("document", document, LONGEST_DOCUMENT, Clause.S2_5_A);
        Refusal.required("madeOn", madeOn, Clause.S2_5_A);
        copies = copies == null ? 1 : copies;
        if (copies < 1) {
            throw Refusal.invalid("copies", "must be above zero", Clause.S4_C);
        }
    }

    /** Whether its copies may be used. */
    public boolean inEffect() {
        return kind == Kind.SUPPLEMENT || effectiveAt != null;
    }
}
