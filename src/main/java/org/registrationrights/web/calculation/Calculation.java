package org.registrationrights.web.calculation;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.Map;
import java.util.Set;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.config.StrictTime;
import org.registrationrights.explanation.Explained;
import org.registrationrights.process.JsonFault;

/**
 * A calculation of the agreement as it is asked from outside, where input and result are JSON.
 *
 * @param name as in the path
 * @param inputType what the JSON must say, neither less nor more
 * @param policies the keys of the policies that it knows
 */
record Calculation<I>(String name, Class<I> inputType, Set<String> policies, Rule<I> rule) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new StrictTime())
            .addModule(new FractionText())
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
            .withCoercionConfigDefaults(any ->
                    any.setAcceptBlankAsEmpty(false).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    /** The function that answers, and how its result is told. */
    interface Rule<I> {
        Answer apply(I input, Basis basis);
    }

    /** What the agreement brings to every question. */
    record Basis(AgreementTerms terms, Policies policies, Holidays holidays) {

        Basis under(Policies others) {
            return new Basis(terms, others, holidays);
        }
    }

    /** @param result the fields of the answer; counts as whole numbers, fractions, dates and instants as text */
    record Answer(Map<String, Object> result, Explained explained) {}

    /** @throws Refusal for input that is not as {@code inputType} wants it or that the rule refuses */
    Answer answer(JsonNode input, Basis basis) {
        if (input == null || !input.isObject()) {
            throw Refusal.invalid("input", "must be an object");
        }
        I parsed;
        try {
            parsed = JSON.treeToValue(input, inputType);
        } catch (JsonProcessingException fault) {
            throw JsonFault.refusal("input", fault);
        }
        try {
            return rule.apply(parsed, basis);
        } catch (Refusal refusal) {
            throw refusal.field().startsWith("policies.") ? refusal : refusal.within("input");
        }
    }

    /** @throws Refusal for a policy that the calculation does not know */
    Policies under(Policies policies, Map<String, String> changes) {
        changes.keySet().stream().filter(key -> !this.policies.contains(key)).forEach(key -> {
            throw Refusal.invalid(
                    "policies." + key,
                    "is no policy of this calculation; known are "
                            + Policies.DEFAULTS.only(this.policies).keySet());
        });
        return policies.with(changes);
    }
}
