package org.registrationrights.casefile;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Some entries of a case file, in the words of a print.
 *
 * @param subject whose case file it is
 * @param number of this part, out of {@code parts}
 * @param entries in all parts
 * @param first the place of the first row among them, counted from 1
 * @param zone in which times are told
 * @param sealed how far all case files were sealed, and {@code seal} by what, when the print was made
 */
public record CaseFilePart(
        String subject,
        int number,
        int parts,
        long entries,
        long first,
        ZoneId zone,
        long sealed,
        String seal,
        List<Row> rows) {

    private static final String STEPS = "steps";

    /** @param name such as {@code delivery.method} */
    public record Figure(String name, String value) {}

    public record StepRow(String citation, String formula, String inputs, String name, String result) {}

    /**
     * @param recorded null where it was recorded as it happened
     * @param subject the Holder and the matter
     */
    public record Row(
            long number,
            String event,
            String citation,
            String subject,
            String actor,
            String happened,
            String recorded,
            List<Figure> inputs,
            List<StepRow> steps,
            List<Figure> results,
            List<Figure> readings,
            List<Figure> documents,
            Long position,
            String seal) {}

    public static CaseFilePart of(
            String subject,
            int number,
            int parts,
            long entries,
            long first,
            ZoneId zone,
            long sealed,
            String seal,
            List<FiledEntry> filed) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < filed.size(); i++) {
            rows.add(row(first + i, filed.get(i), zone));
        }
        return new CaseFilePart(subject, number, parts, entries, first, zone, sealed, seal, rows);
    }

    private static Row row(long number, FiledEntry filed, ZoneId zone) {
        CaseEntry entry = filed.entry();
        DateTimeFormatter time = DateTimeFormatter.ofPattern("MMMM d, uuuu, h:mm:ss a zzz", Locale.US)
                .withZone(zone);
        String happened = time.format(entry.happenedAt());
        String recorded = time.format(entry.recordedAt());
        return new Row(
                number,
                entry.event(),
                entry.clause().citation(),
                subject(entry),
                entry.actor(),
                happened,
                recorded.equals(happened) ? null : recorded,
                figures(entry.inputs()),
                steps(entry.result().get(STEPS)),
                figures(entry.result()),
                figures(entry.policies()),
                figures(entry.documents()),
                filed.position(),
                filed.sha256());
    }

    private static String subject(CaseEntry entry) {
        return String.join(
                ", ",
                Stream.of(entry.offeringId(), entry.holderId(), entry.matterId())
                        .filter(part -> part != null)
                        .toList());
    }

    private static List<StepRow> steps(Object told) {
        List<StepRow> rows = new ArrayList<>();
        for (Object one : told instanceof List<?> steps ? steps : List.of()) {
            Map<?, ?> step = (Map<?, ?>) one;
            List<Figure> inputs = new ArrayList<>();
            flatten("", step.get("inputs"), inputs);
            rows.add(new StepRow(
                    CaseFileRepository.clause((String) step.get("clause")).citation(),
                    (String) step.get("formula"),
                    String.join(
                            "; ",
                            inputs.stream()
                                    .map(figure -> figure.name + " " + figure.value)
                                    .toList()),
                    (String) step.get("name"),
                    (String) step.get("result")));
        }
        return rows;
    }

    private static List<Figure> figures(Map<String, ?> values) {
        List<Figure> figures = new ArrayList<>();
        values.forEach((name, value) -> {
            if (!name.equals(STEPS)) {
                flatten(name, value, figures);
            }
        });
        return figures;
    }

    private static void flatten(String name, Object value, List<Figure> figures) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(name.isEmpty() ? "" + key : name + "." + key, inner, figures));
        } else if (value instanceof List<?> list && list.stream().anyMatch(inner -> inner instanceof Map)) {
            for (int i = 0; i < list.size(); i++) {
                flatten(name + "[" + i + "]", list.get(i), figures);
            }
        } else if (value instanceof List<?> list) {
            figures.add(new Figure(
                    name, String.join(", ", list.stream().map(String::valueOf).toList())));
        } else if (value != null) {
            figures.add(new Figure(name, value.toString()));
        }
    }

    public long last() {
        return first + rows.size() - 1;
    }
}
