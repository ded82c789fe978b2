package org.registrationrights.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Lines of a form's table. */
@Component
public class TableView {

    private final ObjectMapper json;

    TableView(ObjectMapper json) {
        this.json = json;
    }

    public TypedValue of(List<?> lines) {
        try {
            return SpinValues.jsonValue(json.writeValueAsString(lines)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
