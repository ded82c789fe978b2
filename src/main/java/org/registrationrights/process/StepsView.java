package org.registrationrights.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.registrationrights.explanation.Step;
import org.springframework.stereotype.Component;

/** The steps of a calculation as the lines of a form's table. */
@Component
public class StepsView {

    private record Line(String clause, String formula, String inputs, String result) {

        static Line of(Step step) {
            String inputs = step.inputs().entrySet().stream()
                    .map(input -> input.getKey() + " " + input.getValue())
                    .collect(Collectors.joining(", "));
            return new Line(step.clause().citation(), step.formula(), inputs, step.name() + " " + step.result());
        }
    }

    private final ObjectMapper json;

    StepsView(ObjectMapper json) {
        this.json = json;
    }

    public TypedValue of(List<Step> steps) {
        try {
            return SpinValues.jsonValue(
                            json.writeValueAsString(steps.stream().map(Line::of).toList()))
                    .create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
