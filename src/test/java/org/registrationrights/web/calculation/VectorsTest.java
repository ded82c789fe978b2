package org.registrationrights.web.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.web.calculation.Calculation.Basis;

/** The worked cases of every calculation; an answer must hold at least what is expected. */
class VectorsTest {

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    @TestFactory
    @Verifies(Clause.S10_A)
    Stream<DynamicTest> termination() {
        return vectors("termination");
    }

    /** The default policies, but for those that the case names, and the agreement's own terms. */
    static Basis basis(Calculation<?> calculation, JsonNode policies) {
        Map<String, String> changes = new LinkedHashMap<>();
        policies.properties()
                .forEach(
                        policy -> changes.put(policy.getKey(), policy.getValue().asText()));
        return new Basis(
                AgreementTerms.asSigned(LocalDate.of(2001, 6, 22)),
                calculation.under(Policies.DEFAULTS, changes),
                Holidays.shipped());
    }

    static Stream<JsonNode> cases(String name) {
        try (InputStream file = VectorsTest.class.getResourceAsStream("/vectors/" + name + ".json")) {
            return StreamSupport.stream(JSON.readTree(file).get("vectors").spliterator(), false);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<DynamicTest> vectors(String name) {
        Calculation<?> calculation = Calculations.named(name);
        return cases(name)
                .map(vector -> dynamicTest(
                        vector.get("id").textValue() + " " + vector.get("title").textValue(),
                        () -> assertHolds(
                                "",
                                JSON.valueToTree(calculation
                                        .answer(vector.get("input"), basis(calculation, vector.get("policies")))
                                        .result()),
                                vector.get("expected"))));
    }

    /** Objects may hold more; everything else is the same, and an instant may be written with another offset. */
    private static void assertHolds(String path, JsonNode actual, JsonNode expected) {
        assertThat(actual).as(path + " is there").isNotNull();
        if (expected.isObject()) {
            expected.properties()
                    .forEach(field ->
                            assertHolds(path + "." + field.getKey(), actual.get(field.getKey()), field.getValue()));
        } else if (expected.isTextual()
                && expected.textValue().contains("T")
                && expected.textValue().contains(":")) {
            assertThat(OffsetDateTime.parse(actual.textValue()).toInstant())
                    .as(path)
                    .isEqualTo(OffsetDateTime.parse(expected.textValue()).toInstant());
        } else {
            assertThat(actual).as(path).isEqualTo(JSON.<JsonNode>valueToTree(expected));
        }
    }
}
