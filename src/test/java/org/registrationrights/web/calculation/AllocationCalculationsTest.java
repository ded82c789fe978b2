package org.registrationrights.web.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.web.calculation.VectorsTest.JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.explanation.Step;
import org.registrationrights.web.calculation.Calculation.Answer;

/** What the JSON of Sections 1.3 and 2.3 may say, and what is answered, beyond the worked cases. */
class AllocationCalculationsTest {

    private static final String INPUT = """
            {"holders": [{"id": "A", "held": 600, "requested": 600}, {"id": "B", "held": 400, "requested": 401}],
             "others": [{"id": "S", "class": "SERIES_2A", "entitledHeld": 700, "requested": 300, "included": 300},
                        {"id": "M", "class": "PIGGYBACK", "entitledHeld": 300, "requested": 100, "included": 50}],
             "available": 500}""";

    @Test
    @Verifies({Clause.S1_3_A, Clause.S2_3_C, Clause.S2_3_D})
    void anOtherSellerTakesPartByAnAgreementAndByRightsOfItsOwnUnlessSaidOtherwise() throws JsonProcessingException {
        JsonNode result = result("cutback", INPUT, "{}");

        assertThat(result.get("exact").get("A").textValue()).isEqualTo("150");
        assertThat(result.get("parity").get("benchmark").textValue()).isEqualTo("1/2");
        for (String flag : List.of("participating", "hasAgreement", "exercisedRights")) {
            for (String same : List.of("true", "null")) {
                assertThat(result("cutback", flagged(flag, same), "{}")).isEqualTo(result);
            }
        }
        assertThat(result("cutback", flagged("participating", "false"), "{}").get("exact"))
                .isEqualTo(JSON.readTree("{\"A\": \"3000/17\", \"B\": \"2000/17\"}"));
        assertThat(result("cutback", flagged("hasAgreement", "false"), "{}").get("exact"))
                .isEqualTo(JSON.readTree("{\"A\": \"3000/17\", \"B\": \"2000/17\"}"));
        assertThat(result("cutback", flagged("exercisedRights", "false"), "{}").get("parity"))
                .isEqualTo(JSON.nullNode());
    }

    @Test
    void withoutANumberThereIsNoLimitationWhichHasToBeSaid() throws JsonProcessingException {
        JsonNode result = result("cutback", INPUT.replace("\"available\": 500", "\"available\": null"), "{}");
        assertRefused("cutback", INPUT.replaceFirst(",\\s+\"available\": 500", ""), "{}", "input.available");

        assertThat(result.get("limitationImposed").booleanValue()).isFalse();
        assertThat(result.get("rule").textValue()).isEqualTo("FULL_INCLUSION");
        assertThat(result.has("unallocated")).isFalse();
    }

    @Test
    void othersMayBeAbsent() throws JsonProcessingException {
        String alone = "{\"holders\": [{\"id\": \"A\", \"held\": 3, \"requested\": 3}]}";
        String unlimited = alone.replaceFirst("}$", ", \"available\": null}");

        assertThat(result("cutback", unlimited, "{}").get("parity").isNull()).isTrue();
        assertThat(result("ownership-percentage", alone, "{}")).isEqualTo(JSON.readTree("""
                {"denominator": 3, "notRequesting": [],
                 "ownership": {"A": {"fraction": "1/1", "decimal": "1.000000000000"}}}"""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                | benchmark floor deficit compliant proposal
            {"parityMeasure": "RATIO_OF_HELD"}  | benchmark floor deficit compliant
            {"parityMeasure": "ABSOLUTE_COUNT"} | benchmark floor deficit compliant
            {"parityUnit": "AGGREGATE"}         | benchmark aggregateFloor aggregateDeficit compliant
            """)
    void parityHasTheFieldsOfItsUnit(String policies, String fields) throws JsonProcessingException {
        JsonNode result = result("cutback", INPUT, policies);

        assertThat(names(result))
                .containsExactly(
                        "limitationImposed",
                        "rule",
                        "exact",
                        "allocated",
                        "totalAllocated",
                        "unallocated",
                        "excluded",
                        "parity");
        assertThat(names(result.get("parity"))).containsExactly(fields.split(" "));
        if (result.get("parity").has("proposal")) {
            assertThat(names(result.get("parity").get("proposal")))
                    .containsExactly("holders", "others", "capacity", "unused");
        }
    }

    @Test
    void rejectedRequestsAreNamedWhereThereAreAny() throws JsonProcessingException {
        JsonNode result = result("cutback", INPUT, "{\"requestOverHolding\": \"REJECT\"}");

        assertThat(result.get("rejectedRequests")).isEqualTo(JSON.readTree("[\"B\"]"));
        assertThat(names(result.get("allocated"))).containsExactly("A");
    }

    @Test
    void decimalsAreRoundedHalfToEven() throws JsonProcessingException {
        // 1/8192 is 0.0001220703125 and 3/8192 is 0.0003662109375.
        JsonNode ownership = result("ownership-percentage", """
                {"holders": [{"id": "A", "held": 1, "requested": 1}, {"id": "B", "held": 3, "requested": 1},
                             {"id": "C", "held": 8188, "requested": 1}]}""", "{}").get("ownership");

        assertThat(ownership.get("A").get("decimal").textValue()).isEqualTo("0.000122070312");
        assertThat(ownership.get("B").get("decimal").textValue()).isEqualTo("0.000366210938");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "held": 400, "requested": 401 | "held": null, "requested": 401   | holders[1].held
            "held": 400, "requested": 401 | "requested": 401                 | holders[1].held
            "held": 400                   | "held": -400                     | holders[1].held
            "held": 400                   | "held": 400.0                    | holders[1].held
            "held": 400                   | "held": "400"                    | holders[1].held
            "id": "B"                     | "id": "A"                        | holders[1].id
            "id": "B"                     | "id": 7                          | holders[1].id
            "id": "B",                    | ``                               | holders[1].id
            "id": "M"                     | "id": "S"                        | others[1].id
            "included": 50                | "included": 101                  | others[1].included
            "included": 50                | "included": null                 | others[1].included
            "class": "PIGGYBACK",         | ``                               | others[1].class
            "class": "PIGGYBACK"          | "class": "PREFERRED"             | others[1].class
            "class": "PIGGYBACK"          | "class": 2                       | others[1].class
            "class": "PIGGYBACK"          | "securityClass": "PIGGYBACK"     | others[1].securityClass
            "entitledHeld": 300           | "entitledHeld": -1               | others[1].entitledHeld
            "included": 50                | "included": 50, "participating": 1 | others[1].participating
            "available": 500              | "available": -1                  | available
            "available": 500              | "available": [500]               | available
            "available": 500              | "available": 500, "limit": 500   | limit
            "holders"                     | "owners"                         | owners
            """)
    void aFaultIsNamedByItsPath(String part, String faulty, String field) {
        assertThat(INPUT).contains(part);

        assertRefused("cutback", INPUT.replace(part, faulty), "{}", "input." + field);
    }

    @Test
    void whatIsMissingOrNotItsOwnIsRefused() {
        assertRefused("cutback", "{\"available\": 5}", "{}", "input.holders");
        assertRefused("ownership-percentage", "{}", "{}", "input.holders");
        assertRefused("ownership-percentage", INPUT, "{}", "input.available");
        assertRefused("ownership-percentage", "{}", "{\"rounding\": \"FLOOR\"}", "policies.rounding");
        assertRefused("cutback", INPUT, "{\"businessDay\": \"CIVIL_CODE_9\"}", "policies.businessDay");
        assertRefused(
                "cutback",
                INPUT.replace("\"entitledHeld\": 300", "\"entitledHeld\": 0"),
                "{\"parityMeasure\": \"RATIO_OF_HELD\"}",
                "input.others[1].entitledHeld");
    }

    /** In every worked case, for all and for each Holder. */
    @ParameterizedTest
    @ValueSource(strings = {"ownership-percentage", "cutback"})
    void whatIsToldIsWhatIsAnswered(String name) {
        Calculation<?> calculation = Calculations.named(name);
        Set<String> told = new HashSet<>();
        VectorsTest.cases(name).forEach(vector -> {
            Answer answer =
                    calculation.answer(vector.get("input"), VectorsTest.basis(calculation, vector.get("policies")));
            Map<String, String> figures = Figures.of(answer.result());
            List<Step> steps = new ArrayList<>(answer.explained().explain(null));
            vector.get("input")
                    .get("holders")
                    .forEach(holder -> steps.addAll(
                            answer.explained().explain(holder.get("id").textValue())));
            for (Step step : steps) {
                if (figures.containsKey(step.name())) {
                    assertThat(step.result())
                            .as(vector.get("id").textValue() + " " + step.name())
                            .isEqualTo(figures.get(step.name()));
                    told.add(step.name().replaceAll("\\.[A-Z][A-Z0-9]*", ""));
                }
            }
        });
        assertThat(told)
                .containsAll(
                        name.equals("cutback")
                                ? List.of(
                                        "rule",
                                        "totalAllocated",
                                        "unallocated",
                                        "exact",
                                        "allocated",
                                        "excluded",
                                        "parity.benchmark",
                                        "parity.floor",
                                        "parity.deficit",
                                        "parity.compliant",
                                        "parity.aggregateFloor",
                                        "parity.aggregateDeficit",
                                        "parity.proposal.capacity",
                                        "parity.proposal.unused",
                                        "parity.proposal.holders",
                                        "parity.proposal.others")
                                : List.of("denominator", "ownership.fraction"));
    }

    private static String flagged(String flag, String value) {
        return INPUT.replace("\"included\": 50", "\"included\": 50, \"" + flag + "\": " + value);
    }

    private static JsonNode result(String name, String input, String policies) throws JsonProcessingException {
        return JSON.valueToTree(answer(name, input, policies).result());
    }

    private static Answer answer(String name, String input, String policies) throws JsonProcessingException {
        Calculation<?> calculation = Calculations.named(name);
        return calculation.answer(JSON.readTree(input), VectorsTest.basis(calculation, JSON.readTree(policies)));
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static void assertRefused(String name, String input, String policies, String field) {
        assertThatThrownBy(() -> answer(name, input, policies))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", field);
    }
}
