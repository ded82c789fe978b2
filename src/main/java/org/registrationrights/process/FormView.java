package org.registrationrights.process;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Lines as a table of a form shows them. Counts are texts: a browser's numbers end at 2^53. */
@Component
public class FormView {

    private static final class Grouped extends StdSerializer<BigInteger> {

        private static final long serialVersionUID = 1L;

        Grouped() {
            super(BigInteger.class);
        }

        @Override
        public void serialize(BigInteger count, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(text(count));
        }
    }

    private final ObjectMapper json;

    FormView(ObjectMapper json) {
        this.json = json.copy().registerModule(new SimpleModule().addSerializer(new Grouped()));
    }

    public TypedValue of(List<?> lines) {
        try {
            return SpinValues.jsonValue(json.writeValueAsString(lines)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Such as {@code 1,500,000}; empty for null. */
    public static String text(BigInteger count) {
        return count == null ? "" : String.format(Locale.ROOT, "%,d", count);
    }
}
