package org.registrationrights.offering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.LeapAnniversary;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;

/**
 * How long the Company owes registration (10). Nothing else in the agreement ends with it, and no weekend or holiday
 * moves it, since nothing is to be performed on that day.
 *
 * @param terms the agreement's date and the length of the term, and {@code policies} the readings, that it rests on
 * @param anniversary the agreement date's day and month, the term's years later
 * @param terminatesAt the first instant, in the policies' zone, at which nothing is owed any more
 */
@Implements(Clause.S10_A)
public record RegistrationTerm(
        AgreementTerms terms, Policies policies, LocalDate anniversary, ZonedDateTime terminatesAt)
        implements Explained {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = Set.of("zone", "termination", "leapAnniversary");

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
        return new RegistrationTerm(terms, policies, anniversary, firstDayFree.atStartOfDay(policies.zone()));
    }

    /** Whether the obligation has not ended by then. */
    public boolean obligationInForce(Instant at) {
        return at.isBefore(terminatesAt.toInstant());
    }

    @Override
    public List<Step> explain(String subject) {
        if (subject != null) {
            throw Explained.stranger(subject);
        }
        return Explanation.under(policies)
                .step(Clause.S10_A, "the agreement's date, the term's years later")
                .with("agreementDate", terms.agreementDate())
                .with("years", terms.registrationYears())
                .reading("leapAnniversary")
                .gives("anniversary", anniversary)
                .step(
                        Clause.S10_A,
                        "the start of the first day on which nothing is owed; no weekend or holiday moves it")
                .with("anniversary", anniversary)
                .reading("termination", "zone")
                .gives("terminatesAt", terminatesAt)
                .steps();
    }
}
