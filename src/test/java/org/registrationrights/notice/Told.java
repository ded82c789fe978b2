package org.registrationrights.notice;

import java.util.List;
import java.util.TreeSet;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Step;

/** Explanations in one line a step: {@code [clause] formula (what was put in) = what was got, by which policies}. */
final class Told {

    private Told() {}

    static List<String> of(Explained explained) {
        return explained.explain(null).stream().map(Told::line).toList();
    }

    private static String line(Step step) {
        String policies = step.policies().isEmpty()
                ? ""
                : ", by " + String.join(" ", new TreeSet<>(step.policies().keySet()));
        return "[" + step.clause().id() + "] " + step.formula() + " " + step.inputs() + " = " + step.name() + " "
                + step.result() + policies;
    }
}
