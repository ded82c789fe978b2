package org.registrationrights.web.calculation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.registrationrights.arithmetic.Fraction;

/** A fraction comes as text; a JSON number with a point would be a binary one in many a client. */
final class FractionText extends SimpleModule {

    FractionText() {
        addDeserializer(Fraction.class, new StdDeserializer<Fraction>(Fraction.class) {
            @Override
            public Fraction deserialize(JsonParser json, DeserializationContext context) throws IOException {
                if (!json.hasToken(JsonToken.VALUE_STRING)) {
                    return (Fraction) context.handleUnexpectedToken(handledType(), json);
                }
                try {
                    return Fraction.parse(json.getText());
                } catch (IllegalArgumentException e) {
                    return (Fraction) context.handleWeirdStringValue(handledType(), json.getText(), e.getMessage());
                }
            }
        });
    }
}
