package org.registrationrights.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.registrationrights.calendar.WrittenTime;
import org.springframework.stereotype.Component;

/** Days and instants come as ISO text, an instant with its offset, and within the years that our calendars can mean. */
@Component
public class StrictTime extends SimpleModule {

    public StrictTime() {
        addDeserializer(Instant.class, new FromText<>(Instant.class, WrittenTime::instant));
        addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, WrittenTime::date));
    }

    private static final class FromText<T> extends StdDeserializer<T> {

        private final transient Function<String, T> read;

        FromText(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), json);
            }
            try {
                return read.apply(json.getText());
            } catch (DateTimeException e) {
                return (T) context.handleWeirdStringValue(handledType(), json.getText(), e.getMessage());
            }
        }
    }
}
