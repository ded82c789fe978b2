package org.registrationrights.web.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.web.calculation.Calculation.Basis;

/** Every worked case, damaged in every place: a question is answered or refused with its field, and never breaks. */
class CalculationInputTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<JsonNode> REPLACEMENTS = List.of(
            NODES.nullNode(),
            NODES.textNode("no such thing"),
            NODES.textNode(""),
            NODES.numberNode(BigInteger.valueOf(-1)),
            NODES.numberNode(BigInteger.ZERO),
            NODES.numberNode(1.5),
            NODES.numberNode(BigInteger.TEN.pow(40)),
            NODES.booleanNode(true),
            NODES.textNode("2002-02-30"),
            NODES.arrayNode(),
            NODES.arrayNode().addNull(),
            NODES.objectNode());

    /** A damaged input and the place of the damage. */
    private record Damaged(String place, JsonNode input) {}

    @TestFactory
    Stream<DynamicTest> aDamagedQuestionIsAnsweredOrRefused() {
        return each(calculation -> cases(calculation)
                .flatMap(vector -> damages(vector.get("input")).stream())
                .forEach(damaged -> answer(calculation, damaged)));
    }

    @TestFactory
    Stream<DynamicTest> nothingUnknownIsTaken() {
        return each(calculation -> cases(calculation).forEach(vector -> {
            for (Damaged damaged : strangersIn(vector.get("input"))) {
                assertThat(answer(calculation, damaged))
                        .as(calculation.name() + " with a stranger in " + damaged.place + ": " + damaged.input)
                        .isPresent();
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> noNumberIsNegativeOrBroken() {
        return each(calculation -> cases(calculation).forEach(vector -> {
            JsonNode input = vector.get("input");
            for (String place : places("", input, new ArrayList<>())) {
                if (input.at(place).isBoolean()) {
                    Damaged damaged = new Damaged(place, replaced(input, place, NODES.textNode(" ")));
                    assertThat(answer(calculation, damaged))
                            .as(calculation.name() + " with a blank at " + place)
                            .isPresent();
                }
                if (input.at(place).isNumber()) {
                    for (JsonNode bad : List.of(
                            NODES.numberNode(-1), NODES.numberNode(1.5), NODES.textNode("1"), NODES.textNode(" "))) {
                        Damaged damaged = new Damaged(place, replaced(input, place, bad));
                        assertThat(answer(calculation, damaged))
                                .as(calculation.name() + " with " + bad + " at " + place)
                                .isPresent();
                    }
                }
            }
        }));
    }

    private static Stream<DynamicTest> each(Consumer<Calculation<?>> check) {
        return Calculations.all().stream()
                .map(calculation -> dynamicTest(calculation.name(), () -> check.accept(calculation)));
    }

    private static Stream<JsonNode> cases(Calculation<?> calculation) {
        return VectorsTest.cases(calculation.name());
    }

    /** The refusal, if there is one. */
    private static Optional<Refusal> answer(Calculation<?> calculation, Damaged damaged) {
        Basis basis = VectorsTest.basis(calculation, NODES.objectNode());
        try {
            calculation.answer(damaged.input, basis).explained().explain(null);
            return Optional.empty();
        } catch (Refusal refusal) {
            assertThat(refusal.field()).as(damaged.place).startsWith("input");
            return Optional.of(refusal);
        } catch (RuntimeException e) {
            throw new AssertionError(calculation.name() + " at " + damaged.place + ": " + damaged.input, e);
        }
    }

    private static List<Damaged> damages(JsonNode input) {
        List<Damaged> damages = new ArrayList<>();
        for (String place : places("", input, new ArrayList<>())) {
            for (JsonNode replacement : REPLACEMENTS) {
                damages.add(new Damaged(place, replaced(input, place, replacement)));
            }
            damages.add(new Damaged(place, without(input, place)));
        }
        return damages;
    }

    /** The input with a field that nobody knows, in each of its objects that has fixed fields. */
    private static List<Damaged> strangersIn(JsonNode input) {
        List<Damaged> damages = new ArrayList<>();
        List<String> places = places("", input, new ArrayList<>());
        places.add("");
        for (String place : places) {
            boolean byId = place.matches("/(holderShares|registrable)");
            if (input.at(place).isObject() && !byId) {
                ObjectNode copy = input.deepCopy();
                ((ObjectNode) copy.at(place)).put("stranger", 1);
                damages.add(new Damaged(place, copy));
            }
        }
        return damages;
    }

    private static List<String> places(String path, JsonNode node, List<String> places) {
        node.properties().forEach(field -> {
            places.add(path + "/" + field.getKey());
            places(path + "/" + field.getKey(), field.getValue(), places);
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                places.add(path + "/" + i);
                places(path + "/" + i, node.get(i), places);
            }
        }
        return places;
    }

    private static JsonNode replaced(JsonNode input, String place, JsonNode by) {
        JsonNode copy = input.deepCopy();
        String last = place.substring(place.lastIndexOf('/') + 1);
        JsonNode parent = copy.at(place.substring(0, place.lastIndexOf('/')));
        if (parent instanceof ArrayNode elements) {
            elements.set(Integer.parseInt(last), by);
        } else {
            ((ObjectNode) parent).set(last, by);
        }
        return copy;
    }

    private static JsonNode without(JsonNode input, String place) {
        JsonNode copy = input.deepCopy();
        String last = place.substring(place.lastIndexOf('/') + 1);
        JsonNode parent = copy.at(place.substring(0, place.lastIndexOf('/')));
        if (parent instanceof ArrayNode elements) {
            elements.remove(Integer.parseInt(last));
        } else {
            ((ObjectNode) parent).remove(last);
        }
        return copy;
    }
}
