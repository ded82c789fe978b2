package org.registrationrights.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.registrationrights.register.RegisterCsv;
import org.registrationrights.register.RegisterRepository;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.stereotype.Component;

/** Gives the demonstration its register, by the way every register comes in. */
@Component
@Profile("demo")
class SampleRegister implements ApplicationRunner {

    private final RegisterRepository register;

    SampleRegister(RegisterRepository register) {
        this.register = register;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!register.holders().isEmpty()) {
            return;
        }
        var file = new EncodedResource(new ClassPathResource("sample/register.csv"), StandardCharsets.UTF_8);
        try (Reader reader = file.getReader()) {
            register.importRegister(RegisterCsv.parse(reader));
        }
    }
}
