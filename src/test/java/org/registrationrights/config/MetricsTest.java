package org.registrationrights.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Metrics are for the programs that watch the application, and for nobody else. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureObservability(tracing = false)
class MetricsTest {

    private static final String METRICS = "/actuator/prometheus";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @Test
    void tellHowFarTheCaseFileIsSealed() {
        User scraper = identities.newUser("scraper");
        scraper.setPassword("demo");
        identities.saveUser(scraper);
        identities.createMembership("scraper", Rights.MONITORING);

        for (String user : List.of("scraper", "admin")) {
            var answer = Caller.program(port, user, "demo").get(METRICS);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("case_file_unsealed_age_seconds ", "case_file_unsealed ", "case_file_sealed ");
        }
        assertThat(Caller.program(port, "scraper", "demo")
                        .get("/engine-rest/task")
                        .body())
                .isEqualTo("[]");
        assertThat(Caller.program(port, "scraper", "demo").get("/api/deadlines").statusCode())
                .isEqualTo(403);
    }

    @Test
    void areNotForStrangersNorForOthers() {
        assertThat(Caller.stranger(port).get(METRICS).statusCode()).isEqualTo(401);
        for (String user : Rights.BUSINESS_GROUPS.keySet()) {
            assertThat(Caller.program(port, user, "demo").get(METRICS).statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
    }
}
