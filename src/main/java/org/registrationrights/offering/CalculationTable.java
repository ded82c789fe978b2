package org.registrationrights.offering;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.registrationrights.explanation.Step;

/** The steps of a calculation as the lines of a table on paper. */
public final class CalculationTable {

    /** A step that has a figure of every Holder's does not repeat the table that it stands under. */
    private static final int MOST_FIGURES = 24;

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z0-9]+)*");

    public record Figure(String name, String value) {}

    /** @param figures what was put in */
    public record Line(String citation, String formula, List<Figure> figures, Figure result) {}

    private CalculationTable() {}

    static List<Line> of(List<Step> steps) {
        return steps.stream()
                .map(step -> new Line(
                        step.clause().citation(),
                        step.formula(),
                        figures(step.inputs()),
                        new Figure(name(step.name()), value(step.result()))))
                .toList();
    }

    private static List<Figure> figures(Map<String, String> inputs) {
        return inputs.size() > MOST_FIGURES
                ? List.of(new Figure(inputs.size() + " figures", "each in the table above"))
                : inputs.entrySet().stream()
                        .map(input -> new Figure(name(input.getKey()), value(input.getValue())))
                        .toList();
    }

    /** {@code totalAllocated} is total allocated, and {@code exact.H-1} exact, H-1. */
    private static String name(String name) {
        boolean oneWord = name.indexOf(' ') < 0 && HUMP.matcher(name).find();
        String words = oneWord ? HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT) : name;
        return words.replaceFirst("\\.(?=H-)", ", ");
    }

    /** Lists as their elements, codes as words. */
    private static String value(String value) {
        if (value.startsWith("[")) {
            return value.equals("[]") ? "none" : value.substring(1, value.length() - 1);
        }
        return CODE.matcher(value).matches() ? value.toLowerCase(Locale.ROOT).replace('_', ' ') : value;
    }
}
