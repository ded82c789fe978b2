package org.registrationrights.process;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** A decision's facts as the variables that its table reads: yes or no, and codes, by the names of the record. */
public final class Facts {

    private Facts() {}

    public static Map<String, Object> of(Record facts) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (RecordComponent component : facts.getClass().getRecordComponents()) {
            try {
                Object answer = component.getAccessor().invoke(facts);
                variables.put(component.getName(), answer instanceof Enum<?> code ? code.name() : answer);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return variables;
    }
}
