package org.registrationrights.web.calculation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.explanation.RivalReading;
import org.registrationrights.explanation.Step;
import org.registrationrights.web.ProblemDetails;
import org.registrationrights.web.calculation.Calculation.Answer;
import org.registrationrights.web.calculation.Calculation.Basis;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What-if questions: the calculations of the agreement on any input, under any reading. Nothing is stored. */
@RestController
@RequestMapping("/api/calculations")
@Tag(name = "Calculations", description = "What-if questions under any reading of the agreement; nothing is stored")
class CalculationsController {

    /**
     * @param policies readings other than those in force here, by key
     * @param input as the calculation's example shows
     */
    record Question(Map<String, JsonNode> policies, JsonNode input) {}

    /**
     * @param steps how the result came about
     * @param rivals what other readings would give, where they would give something else
     */
    record Told(List<Step> steps, List<RivalReading> rivals) {}

    /**
     * @param answers what the calculation tells, in a sentence
     * @param clauses where it is in the agreement
     * @param policies every policy that it knows, with its values, the one in force here first; the zone takes any
     * @param example a question that can be sent as it is
     */
    record Description(
            String name, String answers, List<String> clauses, Map<String, List<String>> policies, JsonNode example) {}

    /** What is written about a calculation beside its code. */
    private record Page(String answers, List<String> clauses, JsonNode example) {}

    private final Agreement agreement;
    private final Holidays holidays;
    private final ObjectMapper json;
    private final Clock clock;

    CalculationsController(Agreement agreement, Holidays holidays, ObjectMapper json, Clock clock) {
        this.agreement = agreement;
        this.holidays = holidays;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping
    List<Description> list() {
        Policies inForce = basis().policies();
        return Calculations.all().stream()
                .map(calculation -> description(calculation, inForce))
                .toList();
    }

    /**
     * @param explain whether to tell the steps
     * @param rivals whether to tell what other readings would give
     * @param subject the Holder, or whoever else has a figure of its own, whose steps and figures are told
     */
    @PostMapping("/{name}")
    Map<String, Object> calculate(
            @PathVariable String name,
            @RequestBody Question question,
            @RequestParam(defaultValue = "false") boolean explain,
            @RequestParam(defaultValue = "false") boolean rivals,
            @RequestParam(name = "for", required = false) String subject) {
        Calculation<?> calculation = Calculations.named(name);
        Basis inForce = basis();
        Basis basis = inForce.under(calculation.under(inForce.policies(), changes(question)));
        Answer answer = calculation.answer(question.input(), basis);
        Map<String, Object> body = new LinkedHashMap<>(answer.result());
        body.put("policies", basis.policies().only(calculation.policies()));
        if (explain || rivals) {
            body.put(
                    "explanation",
                    new Told(
                            explain ? answer.explained().explain(subject) : null,
                            rivals ? rivals(calculation, question.input(), basis, subject) : null));
        }
        return body;
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        ProblemDetail problem = ProblemDetails.of(refusal);
        problem.setProperty("pointer", ProblemDetails.pointer(refusal));
        return problem;
    }

    private static List<RivalReading> rivals(Calculation<?> calculation, JsonNode input, Basis basis, String subject) {
        List<RivalReading> all = RivalReading.of(
                basis.policies(),
                calculation.policies(),
                policies -> Figures.of(
                        calculation.answer(input, basis.under(policies)).result()));
        return subject == null ? all : RivalReading.about(subject, all);
    }

    /** A policy that is a yes or a no may come as one. */
    private static Map<String, String> changes(Question question) {
        Map<String, String> changes = new LinkedHashMap<>();
        if (question.policies() != null) {
            question.policies().forEach((key, value) -> {
                if (value == null || !(value.isTextual() || value.isBoolean())) {
                    throw Refusal.invalid("policies." + key, "must be a text");
                }
                changes.put(key, value.asText());
            });
        }
        return changes;
    }

    private Basis basis() {
        LocalDate today = agreement.day(clock.instant());
        LocalDate day = today.isBefore(agreement.date()) ? agreement.date() : today;
        return new Basis(agreement.termsAsOf(day), agreement.policiesAsOf(day), holidays);
    }

    private Description description(Calculation<?> calculation, Policies inForce) {
        Map<String, List<String>> policies = new LinkedHashMap<>();
        inForce.only(calculation.policies())
                .forEach((key, value) -> policies.put(
                        key,
                        Stream.concat(Stream.of(value), inForce.rivals(key).stream())
                                .toList()));
        Page page = page(calculation.name());
        return new Description(calculation.name(), page.answers, page.clauses, policies, page.example);
    }

    private Page page(String name) {
        try (InputStream page = getClass().getResourceAsStream("/calculations/" + name + ".json")) {
            return json.readValue(page, Page.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
