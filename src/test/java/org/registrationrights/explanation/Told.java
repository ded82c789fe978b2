package org.registrationrights.explanation;

import java.util.List;

/** Steps for tests, a line each, without their words. */
public final class Told {

    private Told() {}

    /** Such as {@code 1.7-B {asOf=2002-05-31, shares=100} status.L-2=EXCLUDED_B}, then the policies if any decided. */
    public static List<String> steps(Explained explained, String subject) {
        return explained.explain(subject).stream().map(Told::line).toList();
    }

    private static String line(Step step) {
        String line = step.clause().id() + " " + step.inputs() + " " + step.name() + "=" + step.result();
        return step.policies().isEmpty() ? line : line + " " + step.policies();
    }
}
