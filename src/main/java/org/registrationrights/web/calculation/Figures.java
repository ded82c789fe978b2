package org.registrationrights.web.calculation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A result's figures, each by its path, in text. */
final class Figures {

    private Figures() {}

    static Map<String, String> of(Map<String, ?> result) {
        Map<String, String> figures = new LinkedHashMap<>();
        collect("", result, figures);
        return figures;
    }

    private static void collect(String path, Object value, Map<String, String> figures) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> collect(path.isEmpty() ? "" + name : path + "." + name, field, figures));
        } else if (value instanceof List<?> elements && elements.stream().anyMatch(Map.class::isInstance)) {
            for (int i = 0; i < elements.size(); i++) {
                collect(path + "[" + i + "]", elements.get(i), figures);
            }
        } else {
            figures.put(path, String.valueOf(value));
        }
    }
}
