package org.registrationrights.offering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.LeapAnniversary;

/**
 * How long the Company owes registration (10). Nothing else in the agreement ends with it, and no weekend or holiday
 * moves it, since nothing is to be performed on that day.
 *
 * @param anniversary the agreement date's day and month, the term's years later
 * @param terminatesAt the first instant, in the policies' zone, at which nothing is owed any more
 */
@Implements(Clause.S10_A)
public record RegistrationTerm(LocalDate anniversary, ZonedDateTime terminatesAt) {

    public static RegistrationTerm of(AgreementTerms terms, Policies policies) {
        LocalDate anniversary = terms.agreementDate().plusYears(terms.registrationYears());
        boolean leapDayLost =
                anniversary.getDayOfMonth() != terms.agreementDate().getDayOfMonth();
        if (leapDayLost && policies.leapAnniversary() == LeapAnniversary.MAR_1) {
            anniversary = anniversary.plusDays(1);
        }
        LocalDate firstDayFree = switch (policies.termination()) {
            case ANNIVERSARY_INCLUDED -> anniversary.plusDays(1);
            case ANNIVERSARY_EXCLUDED -> anniversary;
        };
        return new RegistrationTerm(anniversary, firstDayFree.atStartOfDay(policies.zone()));
    }

    /** Whether the obligation has not ended by then. */
    public boolean obligationInForce(Instant at) {
        return at.isBefore(terminatesAt.toInstant());
    }
}
