package org.registrationrights.web.calculation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Clause;
import org.registrationrights.offering.RegistrationTerm;
import org.registrationrights.web.calculation.Calculation.Answer;
import org.registrationrights.web.calculation.Calculation.Basis;

/** Sections 1.3, 1.5, 2.1, 2.3, 5 and 10. */
final class OfferingCalculations {

    static final List<Calculation<?>> ALL = List.of(
            new Calculation<>("termination", Termination.class, RegistrationTerm.POLICIES, Termination::answer));

    private OfferingCalculations() {}

    /** @param at null where nobody asks about an instant */
    private record Termination(LocalDate agreementDate, Instant at) {

        Answer answer(Basis basis) {
            Inputs.required("agreementDate", agreementDate, Clause.S10_A);
            RegistrationTerm term = RegistrationTerm.of(basis.terms().madeAsOf(agreementDate), basis.policies());
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("anniversary", term.anniversary().toString());
            result.put("terminatesAt", term.terminatesAt().toOffsetDateTime().toString());
            if (at != null) {
                result.put("obligationInForce", term.obligationInForce(at));
            }
            return new Answer(result, term);
        }
    }
}
