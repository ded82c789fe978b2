package org.registrationrights.process.piggyback;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The server ends with the JVM: the application, which is kept for other tests, outlives this class. */
@ProcessTest
class MainLineOnPostgresTest extends MainLineStory {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        // nor does the application wait for the server when both end
        registry.add("spring.datasource.hikari.connection-timeout", () -> 1000);
    }
}
