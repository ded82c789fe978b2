package org.registrationrights.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What somebody sees who has no user. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StrangerTest {

    private static final Set<String> OPEN = Set.of("/actuator/health", "/actuator/health/x");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/",
                "/engine-rest/engine",
                "/engine-rest/version",
                "/engine-rest/process-definition",
                "/engine-rest/process-definition/key/piggyback-registration/start",
                "/engine-rest/engine/default/task",
                "/engine-rest/task/count",
                "/engine-rest/message",
                "/engine-rest/deployment/create",
                "/engine-rest/user/create",
                "/engine-rest/identity/verify",
                "/engine-rest/telemetry/configuration",
                "/api",
                "/api/",
                "/api/nothing",
                "/api/demo/clock",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/v3/api-docs/swagger-config",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/webjars/swagger-ui/index.html",
                "/webjars/camunda/app/tasklist/index.html",
                "/actuator",
                "/actuator/env",
                "/actuator/prometheus",
                "/error",
                "/index.html",
                "/nothing",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/deployment/create",
                "/camunda/api/engine/engine/default/identity/password-policy",
                "/camunda/api/tasklist/plugin/tasklistPlugins/default/task",
                "/camunda/api/cockpit/plugin/base/default/process-definition/count",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/nothing"
            })
    void isTurnedAway(String path) {
        for (String method : METHODS) {
            assertTurnedAway(method, path);
        }
    }

    @Test
    void isTurnedAwayFromEveryResourceOfOurs() {
        Set<String> paths = new TreeSet<>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{[^}]*}|\\*+", "x"))
                .forEach(paths::add);
        paths.removeAll(OPEN);

        assertThat(paths).contains("/api/demo/clock", "/error");
        paths.forEach(path -> METHODS.forEach(method -> assertTurnedAway(method, path)));
    }

    @Test
    void seesThatTheApplicationIsWellAndNoMore() {
        var health = Caller.stranger(port).get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("components", "details");
    }

    /** The page asks for the engine's name, and who is signed in, before it shows its form. */
    @Test
    void seesTheLoginPage() {
        Caller stranger = Caller.stranger(port);

        assertThat(stranger.get("/").statusCode()).isEqualTo(302);
        assertThat(stranger.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/camunda/favicon.ico").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/camunda/api/engine/engine/").body()).isEqualTo("[{\"name\":\"default\"}]");
        assertThat(stranger.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(404);
    }

    @Test
    void isTurnedAwayWithAWrongPassword() {
        assertThat(Caller.program(port, "holder-services", "wrong")
                        .get("/engine-rest/task")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Caller.program(port, "nobody", "demo")
                        .get("/engine-rest/task")
                        .statusCode())
                .isEqualTo(401);
    }

    private void assertTurnedAway(String method, String path) {
        var answer = Caller.stranger(port).send(method, path, method.equals("GET") ? null : "{}");
        assertThat(answer.statusCode()).as("%s %s", method, path).isIn(401, 403);
    }
}
