package org.registrationrights.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DemoClockTest {

    private static final List<Instant> HAPPENED = Collections.synchronizedList(new ArrayList<>());

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    ObjectMapper json;

    private Instant before;
    private final List<String> deployments = new ArrayList<>();

    public static class Noting implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            HAPPENED.add(ClockUtil.getCurrentTime().toInstant());
            execution.setVariable("next", Date.from(HAPPENED.get(0).plus(Duration.ofDays(3))));
        }
    }

    public static class Failing implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            throw new IllegalStateException("the printer is out of paper");
        }
    }

    @BeforeEach
    void letTheClockRun() {
        HAPPENED.clear();
        before = clock.instant();
        setClock(before);
    }

    @AfterEach
    void undeploy() {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
        setClock(before);
    }

    @Test
    void timePassesFromDueDateToDueDateWithWhatTheseSchedule() throws JsonProcessingException {
        deploy(Bpmn.createExecutableProcess("waiting")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .intermediateCatchEvent()
                .timerWithDate("${first}")
                .serviceTask()
                .camundaAsyncBefore()
                .camundaClass(Noting.class)
                .intermediateCatchEvent()
                .timerWithDate("${next}")
                .serviceTask()
                .camundaClass(Noting.class)
                .endEvent()
                .done());
        Instant start = clock.instant();
        Instant first = start.plus(Duration.ofDays(4));
        runtime.startProcessInstanceByKey("waiting", Map.of("first", Date.from(first)));

        assertThat(move("{\"advance\": \"P3D\"}").path("executedJobs").asInt()).isZero();
        assertThat(HAPPENED).isEmpty();

        JsonNode moved = move("{\"advance\": \"P10DT5H\"}");

        assertThat(moved.path("executedJobs").asInt()).isEqualTo(3);
        assertThat(moved.path("failedJobs")).isEmpty();
        assertThat(HAPPENED).hasSize(2);
        assertThat(Duration.between(first, HAPPENED.get(0))).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(Duration.between(first.plus(Duration.ofDays(3)), HAPPENED.get(1)))
                .isBetween(Duration.ZERO, Duration.ofMinutes(1));
        Instant now = OffsetDateTime.parse(moved.path("now").asText()).toInstant();
        assertThat(Duration.between(start.plus(Duration.ofDays(13)).plus(Duration.ofHours(5)), now))
                .isBetween(Duration.ofHours(-1), Duration.ofHours(1).plusMinutes(1));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("waiting")
                        .count())
                .isZero();
    }

    @Test
    void whatFailsIsReportedAndEndsAsAnIncident() throws JsonProcessingException {
        deploy(Bpmn.createExecutableProcess("failing")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .intermediateCatchEvent()
                .timerWithDate("${first}")
                .serviceTask()
                .camundaClass(Failing.class)
                .endEvent()
                .done());
        runtime.startProcessInstanceByKey(
                "failing", Map.of("first", Date.from(clock.instant().plus(Duration.ofHours(1)))));

        JsonNode moved = move("{\"advance\": \"P2D\"}");

        assertThat(moved.path("executedJobs").asInt()).isZero();
        assertThat(moved.path("failedJobs")).hasSize(1);
        assertThat(moved.path("failedJobs").get(0).path("message").asText()).contains("out of paper");
        assertThat(management
                        .createJobQuery()
                        .processDefinitionKey("failing")
                        .noRetriesLeft()
                        .count())
                .isOne();
    }

    @Test
    void theClockRunsOnAndNeverGoesBack() throws JsonProcessingException {
        Instant target = clock.instant().plus(Duration.ofDays(1));
        move("{\"now\": \"" + target + "\"}");

        assertThat(Duration.between(target, clock.instant())).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(call("{\"now\": \"" + target.minusSeconds(60) + "\"}").statusCode())
                .isEqualTo(400);
        assertThat(clock.instant()).isAfterOrEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                    | advance",
                "{\"advance\": \"P1D\", \"now\": \"2030-01-01T00:00:00Z\"} | now",
                "{\"advance\": \"ten days\"}                           | advance",
                "{\"advance\": \"P\"}                                  | advance",
                "{\"advance\": \"-P1D\"}                               | advance",
                "{\"advance\": {}}                                     | advance",
                "{\"now\": \"2030-01-01\"}                             | now",
                "{\"now\": \"2000-01-01T00:00:00Z\"}                   | now",
                "{\"advance\": \"P900000000Y\"}                         | advance",
                "{\"advance\": \"P9999999999D\"}                        | advance",
                "{\"then\": \"P1D\"}                                   | then",
                "P1D                                                   | body"
            })
    void namesTheFieldThatItCannotTake(String body, String field) throws JsonProcessingException {
        Instant before = clock.instant();

        var answer = call(body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json.readTree(answer.body()).path("field").asText()).isEqualTo(field);
        assertThat(Duration.between(before, clock.instant())).isLessThan(Duration.ofHours(1));
    }

    @Test
    void theJvmIsInUtc() {
        assertThat(TimeZone.getDefault().getID()).isIn("UTC", "Z");
    }

    /** Other tests may have frozen it, and expect to find it where they left it. */
    private static void setClock(Instant instant) {
        ClockUtil.offset(instant.toEpochMilli() - System.currentTimeMillis());
    }

    private void deploy(BpmnModelInstance model) {
        deployments.add(repository
                .createDeployment()
                .addModelInstance("clock.bpmn", model)
                .deploy()
                .getId());
    }

    private JsonNode move(String body) throws JsonProcessingException {
        var answer = call(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> call(String body) {
        return Caller.program(port, "finance", "demo").post("/api/demo/clock", body);
    }
}
