package org.registrationrights.offering;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private final Set<String> unnamed;

    private CalculationTable(Set<String> unnamed) {
        this.unnamed = unnamed;
    }

    /** @param unnamed sellers whose names the reader need not learn */
    static List<Line> of(List<Step> steps, Set<String> unnamed) {
        CalculationTable table = new CalculationTable(unnamed);
        return steps.stream()
                .map(step -> new Line(
                        step.clause().citation(),
                        step.formula(),
                        table.figures(step.inputs()),
                        table.figure(step.name(), step.result())))
                .toList();
    }

    private List<Figure> figures(Map<String, String> inputs) {
        return inputs.size() > MOST_FIGURES
                ? List.of(new Figure(inputs.size() + " figures", "listed in the allocation sheet"))
                : inputs.entrySet().stream()
                        .map(input -> figure(input.getKey(), input.getValue()))
                        .toList();
    }

    private Figure figure(String name, String value) {
        return new Figure(unnamed.contains(name) ? "another seller" : inWords(name), read(value));
    }

    /** {@code totalAllocated} is total allocated, and {@code exact.H-1} exact, H-1. */
    private static String inWords(String name) {
        boolean oneWord = name.indexOf(' ') < 0 && HUMP.matcher(name).find();
        String words = oneWord ? HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT) : name;
        return words.replaceFirst("\\.(?=H-)", ", ");
    }

    /** Lists as their elements, codes as words. */
    private String read(String value) {
        if (value.equals("[]")) {
            return "none";
        }
        if (value.startsWith("[")) {
            return Arrays.stream(value.substring(1, value.length() - 1).split(", "))
                    .map(one -> unnamed.contains(one) ? "another seller" : one)
                    .collect(Collectors.joining(", "));
        }
        return CODE.matcher(value).matches() ? value.toLowerCase(Locale.ROOT).replace('_', ' ') : value;
    }
}
