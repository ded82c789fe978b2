package org.registrationrights.config;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.registrationrights.agreement.Clause;
import org.springframework.stereotype.Component;

/** A clause goes out by its id in the register, such as {@code 2.3-c}. */
@Component
class ClauseIds extends SimpleModule {

    ClauseIds() {
        addSerializer(new StdSerializer<>(Clause.class) {
            @Override
            public void serialize(Clause clause, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(clause.id());
            }
        });
    }
}
