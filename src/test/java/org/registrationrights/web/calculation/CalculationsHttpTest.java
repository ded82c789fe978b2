package org.registrationrights.web.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.web.calculation.VectorsTest.JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.config.Caller;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What-if questions, as anybody who may read asks them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CalculationsHttpTest {

    private static final String CUTBACK = """
            {"holders": [{"id": "H-1", "held": 900, "requested": 300}, {"id": "H-2", "held": 300, "requested": 300}],
             "available": 500}""";

    @LocalServerPort
    int port;

    private Caller reader;

    @BeforeEach
    void signIn() {
        reader = Caller.program(port, "transfer-agent", "demo");
    }

    @Test
    void allAreListedWithExamplesThatAnswer() throws Exception {
        JsonNode list = json(reader.get("/api/calculations"));
        List<String> names =
                list.findValues("name").stream().map(JsonNode::textValue).toList();
        try (Stream<Path> vectors = Files.list(Path.of("src/test/resources/vectors"))) {
            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(
                            vectors.map(file -> file.getFileName().toString().replace(".json", ""))
                                    .toList());
        }
        for (JsonNode calculation : list) {
            assertThat(calculation.get("answers").textValue()).isNotBlank();
            assertThat(calculation.get("clauses"))
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(Clause.values())
                            .anyMatch(clause -> clause.id().equals(id.textValue())));
            calculation.get("policies").properties().forEach(policy -> {
                int fewest = policy.getKey().equals("zone") ? 1 : 2;
                assertThat(policy.getValue().size()).isGreaterThanOrEqualTo(fewest);
            });
            HttpResponse<String> answer = ask(
                    calculation.get("name").textValue() + "?explain=true&rivals=true",
                    calculation.get("example").toString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(json(answer).get("explanation").get("steps"))
                    .as(answer.body())
                    .isNotEmpty();
        }
    }

    @Test
    void anAnswerNamesThePoliciesThatItUsed() throws Exception {
        JsonNode answer = json(
                question("cutback", "{\"fullInclusionWhenNoExclusion\": false, \"rounding\": \"FLOOR\"}", CUTBACK));
        assertThat(answer.get("allocated").toString()).isEqualTo("{\"H-1\":300,\"H-2\":125}");
        assertThat(answer.get("unallocated").intValue()).isEqualTo(75);
        assertThat(answer.get("policies").size()).isEqualTo(10);
        assertThat(answer.get("policies").get("rounding").textValue()).isEqualTo("FLOOR");
        assertThat(answer.get("policies").get("fullInclusionWhenNoExclusion").textValue())
                .isEqualTo("false");
        assertThat(answer.has("explanation")).isFalse();
    }

    @Test
    void aHoldersFigureIsExplainedWithWhatOtherReadingsWouldGive() throws Exception {
        JsonNode explanation = json(ask("cutback?explain=true&rivals=true&for=H-2", body("{}", CUTBACK)))
                .get("explanation");
        assertThat(explanation.get("steps").toString()).contains("125", "1200", "500");
        assertThat(explanation.get("steps").findValues("clause"))
                .extracting(JsonNode::textValue)
                .contains("1.3-a", "2.3-c");
        JsonNode requested = rival(explanation, "numeratorBase", "REQUESTED");
        assertThat(requested.get("figures").get("allocated.H-2").textValue()).isEqualTo("250");
        assertThat(requested.get("figures").has("allocated.H-1")).isFalse();
        JsonNode dealtOut = rival(explanation, "redistribution", "WATERFILL");
        assertThat(dealtOut.get("figures").get("allocated.H-2").textValue()).isEqualTo("200");
    }

    @Test
    void anUnknownSubjectOfAnExplanationIsRefused() {
        HttpResponse<String> answer = ask("cutback?explain=true&for=H-9", body("{}", CUTBACK));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("H-9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                            | {"holders": []}                                              | #/input/available
            {}                            | {"holders": [], "available": -1}                             | #/input/available
            {}                            | {"holders": [], "available": 1.5}                            | #/input/available
            {}                            | {"holders": [], "available": "5"}                            | #/input/available
            {}                            | {"avaliable": 5, "holders": [], "available": null}                              | #/input/avaliable
            {}                            | {"available": 5}                                             | #/input/holders
            {}                            | {"holders": [null]}                                          | #/input/holders/0
            {}                            | {"holders": [{"id": "A", "held": 1}], "available": null}                        | #/input/holders/0/requested
            {}                            | {"holders": [{"id": "A", "held": 1, "requested": -1}], "available": null}       | #/input/holders/0/requested
            {}                            | {"holders": [{"id": "A", "held": 1, "requested": 1}, {"id": "A", "held": 1, "requested": 1}], "available": null} | #/input/holders/1/id
            {}                            | {"holders": [], "others": [{"id": "O", "class": "PIGGYBACK", "entitledHeld": 9, "requested": 1, "included": 2}], "available": null} | #/input/others/0/included
            {}                            | {"holders": [], "others": [{"id": "O", "class": "OTHER", "entitledHeld": 9, "requested": 1, "included": 1}], "available": null} | #/input/others/0/class
            {"rounding": "UP"}            | {"holders": []}                                              | #/policies/rounding
            {"rounding": 1}               | {"holders": []}                                              | #/policies/rounding
            {"businessDay": "CIVIL_CODE_9"} | {"holders": []}                                            | #/policies/businessDay
            {"round": "FLOOR"}            | {"holders": []}                                              | #/policies/round
            {}                            | []                                                           | #/input
            """)
    void badInputIsAProblemWithAPointerToTheField(String policies, String input, String pointer) throws Exception {
        HttpResponse<String> answer = ask("cutback", body(policies, input));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).get("pointer").textValue()).isEqualTo(pointer);
        assertThat(json(answer).get("detail").textValue()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                   | body
            {                                    | body
            {"input": {"holders": []}, "more": 1} | more
            {"policies": {}}                     | input
            """)
    void aBodyThatIsNoQuestionIsRefused(String body, String field) throws Exception {
        HttpResponse<String> answer = ask("cutback", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("field").textValue()).isEqualTo(field);
        assertThat(json(answer).get("pointer").textValue()).isEqualTo(field.equals("body") ? "#" : "#/" + field);
    }

    @Test
    void aCalculationThatDoesNotExistIsNotFound() {
        HttpResponse<String> answer = ask("cut-back", body("{}", CUTBACK));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("cutback");
    }

    @Test
    void strangersAskNothing() {
        assertThat(Caller.stranger(port)
                        .post("/api/calculations/cutback", body("{}", CUTBACK))
                        .statusCode())
                .isEqualTo(401);
        assertThat(Caller.stranger(port).get("/api/calculations").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> question(String name, String policies, String input) {
        return ask(name, body(policies, input));
    }

    private HttpResponse<String> ask(String path, String body) {
        return reader.post("/api/calculations/" + path, body);
    }

    private static String body(String policies, String input) {
        return "{\"policies\": " + policies + ", \"input\": " + input + "}";
    }

    private static JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
        return JSON.readTree(answer.body());
    }

    private static JsonNode rival(JsonNode explanation, String policy, String value) {
        for (JsonNode rival : explanation.get("rivals")) {
            if (rival.get("policy").textValue().equals(policy)
                    && rival.get("value").textValue().equals(value)) {
                return rival;
            }
        }
        throw new AssertionError(policy + "=" + value + " is no rival in " + explanation);
    }
}
