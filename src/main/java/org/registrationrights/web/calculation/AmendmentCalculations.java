package org.registrationrights.web.calculation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.registrationrights.amendment.AmendmentConsent;
import org.registrationrights.amendment.AmendmentConsent.Result;
import org.registrationrights.amendment.Consents;
import org.registrationrights.web.calculation.Calculation.Answer;
import org.registrationrights.web.calculation.Calculation.Basis;

/** Section 11.3. */
final class AmendmentCalculations {

    static final List<Calculation<?>> ALL =
            List.of(new Calculation<>("amendment-consent", Consents.class, Set.of(), AmendmentCalculations::answer));

    private AmendmentCalculations() {}

    private static Answer answer(Consents consents, Basis basis) {
        AmendmentConsent consent = AmendmentConsent.of(consents, basis.terms());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("outstanding", consent.outstanding());
        result.put("consenting", consent.consenting());
        result.put("required", consent.required());
        result.put("result", consent.result());
        if (consent.result() == Result.SHORT) {
            result.put("shortBy", consent.shortBy());
        }
        return new Answer(result, consent);
    }
}
