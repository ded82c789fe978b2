package org.registrationrights.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.registrationrights.RegistrationRightsApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The profiles that are closed: a real PostgreSQL for many nodes, and a file for one desk. */
@ExtendWith(OutputCaptureExtension.class)
// an application that ends takes the webapps' static parts with it: last, before the check of coverage
@Order(Integer.MAX_VALUE - 1)
class ProductionStartTest {

    private static final String PASSWORD = "Correct-horse-7";

    @Test
    void production(CapturedOutput output) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres");

            assertThatThrownBy(() -> start("production", "admin-admin-1A", url));
            assertThat(output).contains("ADMIN_PASSWORD is too weak").doesNotContain("\tat ");

            try (var first = start("production", PASSWORD, url);
                    var second = start("production", PASSWORD, url)) {
                assertClosed(first);
                assertClosed(second);
                assertThat(first.getBean(JdbcClient.class)
                                .sql("select count(*) from flyway_schema_history where not success")
                                .query(Long.class)
                                .single())
                        .isZero();
            }
        }
        assertThat(output).contains("/camunda/app/tasklist/").doesNotContain(PASSWORD, "admin-admin-1A", "Demo users");
    }

    @Test
    void single(@TempDir Path directory) {
        String data = "--DATA_DIRECTORY=" + directory;
        try (var first = start("single", PASSWORD, data)) {
            assertClosed(first);
        }
        try (var again = start("single", "Another-horse-8", data)) {
            assertClosed(again);
            assertThat(again.getBean(IdentityService.class).checkPassword("admin", PASSWORD))
                    .isTrue();
        }
    }

    private static void assertClosed(ConfigurableApplicationContext application) {
        assertThat(application.getBean(IdentityService.class).createUserQuery().list())
                .extracting(User::getId)
                .containsExactly("admin");
        assertThat(application.getBean(ProcessEngineConfiguration.class).isAuthorizationEnabled())
                .isTrue();
        Integer port = application.getEnvironment().getProperty("local.server.port", Integer.class);
        assertThat(Caller.stranger(port).get("/engine-rest/task").statusCode()).isEqualTo(401);
        assertThat(Caller.program(port, "counsel", "demo")
                        .get("/engine-rest/task")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Caller.program(port, "admin", PASSWORD)
                        .post("/api/demo/clock", "{\"advance\": \"P1D\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    private static ConfigurableApplicationContext start(String profile, String password, String more) {
        return new SpringApplicationBuilder(RegistrationRightsApplication.class)
                .profiles(profile)
                .run("--server.port=0", "--agreement.date=2001-06-22", "--admin.password=" + password, more);
    }
}
