package org.registrationrights.process.piggyback;

import java.time.Instant;
import java.util.List;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.deadline.Deadline;
import org.registrationrights.deadline.Deadline.SetBy;
import org.registrationrights.deadline.RunningDeadlines;
import org.registrationrights.offering.RegistrationTerm;
import org.springframework.stereotype.Component;

/** The end of the three years for which the Company owes registration (10). */
@Component
@Implements(Clause.S10_A)
class TermDeadline implements RunningDeadlines {

    private final Agreement agreement;

    TermDeadline(Agreement agreement) {
        this.agreement = agreement;
    }

    @Override
    public List<Deadline> running(String offeringId, Instant now) {
        RegistrationTerm term = RegistrationTerm.of(
                agreement.termsAsOf(agreement.day(now)), agreement.policiesAsOf(agreement.day(now)));
        if (offeringId != null || !term.obligationInForce(now)) {
            return List.of();
        }
        return List.of(new Deadline(
                "registration-term",
                "Company owes registration",
                SetBy.AGREEMENT,
                Clause.S10_A,
                null,
                null,
                null,
                term.terms().agreementDate(),
                term.explain(null),
                agreement.day(term.terminatesAt().toInstant().minusNanos(1)),
                term.terminatesAt().toInstant(),
                "itself; no weekend or holiday moves it, only an amendment (11.3)"));
    }
}
