package org.registrationrights.process;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.value.TypedValue;
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

    private final FormView view;

    StepsView(FormView view) {
        this.view = view;
    }

    public TypedValue of(List<Step> steps) {
        return view.of(steps.stream().map(Line::of).toList());
    }
}
