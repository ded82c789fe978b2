package org.registrationrights.standoff;

import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * What a Holder did, or wants to do, with securities of the Company, Registrable Shares or others (7).
 *
 * @param date the day of it, in the agreement's zone
 * @param kind {@code GIFT}, or any other way of disposing by its own name: {@code SALE}, {@code SHORT_SALE}, {@code OPTION}
 * @param sharesInOffering whether they are Registrable Shares included in the offering; false unless said otherwise
 * @param doneeBound whether whoever receives them agreed to be bound likewise; false unless said otherwise
 */
public record Transaction(LocalDate date, String kind, Boolean sharesInOffering, Boolean doneeBound) {

    private static final int LONGEST_KIND = 40;

    /** @throws Refusal for a date or a kind that is missing, and for a kind that nobody can read */
    public Transaction {
        Refusal.required("date", date, Clause.S7_B);
        if (kind == null || kind.isBlank()) {
            throw Refusal.invalid("kind", "is required", Clause.S7_B);
        }
        if (kind.length() > LONGEST_KIND || kind.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("kind", "is not a text of at most " + LONGEST_KIND + " characters", Clause.S7_B);
        }
        sharesInOffering = sharesInOffering != null && sharesInOffering;
        doneeBound = doneeBound != null && doneeBound;
    }

    boolean isGift() {
        return kind.equals("GIFT");
    }
}
