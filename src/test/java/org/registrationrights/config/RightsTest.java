package org.registrationrights.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a user of each group may do, and what nobody may. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RightsTest {

    private static final String START = "/engine-rest/process-definition/key/paying/start";
    private static final String PAID = "{\"variables\": {\"paid\": {\"value\": true, \"type\": \"Boolean\"}}}";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    EngineAuthority authority;

    @Autowired
    JdbcClient jdbc;

    private String deployment;
    private String task;

    @BeforeEach
    void givesFinanceATask() {
        var model = Bpmn.createExecutableProcess("paying")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("pay")
                .camundaCandidateGroups("finance")
                .userTask("more")
                .endEvent()
                .done();
        deployment = repository
                .createDeployment()
                .addModelInstance("paying.bpmn", model)
                .deploy()
                .getId();
        String instance = runtime.startProcessInstanceByKey("paying", Map.of("amount", 5L))
                .getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @AfterEach
    void undeploy() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void theCandidateGroupWorksOnItsTask() {
        Caller finance = as("finance");

        assertThat(finance.get("/engine-rest/task").body()).contains(task);
        assertThat(finance.get("/engine-rest/task/" + task + "/variables").body())
                .contains("amount");
        assertThat(status(finance, "/task/" + task + "/claim", "{\"userId\": \"finance\"}"))
                .isEqualTo(204);
        assertThat(status(finance, "/task/" + task + "/assignee", "{\"userId\": \"counsel\"}"))
                .isEqualTo(403);
        assertThat(finance.send("PUT", "/engine-rest/task/" + task + "/variables/amount", "{\"value\": 6}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(status(finance, "/task/" + task + "/complete", PAID)).isEqualTo(204);
    }

    @Test
    void anotherGroupDoesNot() {
        assertThat(as("holder-services").get("/engine-rest/task").body()).doesNotContain(task);
        assertThat(as("counsel").get("/engine-rest/task").body()).contains(task);
        for (String other : List.of("holder-services", "counsel")) {
            assertThat(status(as(other), "/task/" + task + "/complete", PAID))
                    .as(other)
                    .isEqualTo(403);
            assertThat(status(as(other), "/task/" + task + "/claim", "{\"userId\": \"" + other + "\"}"))
                    .as(other)
                    .isEqualTo(403);
        }
    }

    @Test
    void aProcessIsStartedByItsStartersOnly() {
        assertThat(status(as("counsel"), START.substring(12), "{}")).isEqualTo(403);
        assertThat(status(as("admin"), START.substring(12), "{}")).isEqualTo(200);
        assertThat(Rights.BUSINESS_GROUPS.keySet())
                .filteredOn(group -> authorizations.isUserAuthorized(
                        group,
                        List.of(group),
                        ProcessDefinitionPermissions.CREATE_INSTANCE,
                        Resources.PROCESS_DEFINITION,
                        "piggyback-registration"))
                .containsExactlyInAnyOrder("counsel", "corporate-secretary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"startInstructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"more\"}]}",
                "{\"skipCustomListeners\": true}",
                "{\"skipIoMappings\": true}"
            })
    void nobodyStartsBehindTheGates(String body) {
        for (String way : List.of("start", "submit-form")) {
            var program = as("admin").post("/engine-rest/process-definition/key/paying/" + way, body);
            assertThat(program.statusCode()).isEqualTo(400);
            assertThat(program.body()).contains("starts at its beginning");
            assertThat(Caller.browser(port, "admin", "demo")
                            .post("/camunda/api/engine/engine/default/process-definition/key/paying/" + way, body)
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"counsel", "corporate-secretary", "finance", "holder-services", "transfer-agent", "underwriter"})
    void everyGroupHasTasklistAndReads(String user) {
        Caller browser = Caller.browser(port, user, "demo");

        assertThat(browser.get("/camunda/api/engine/engine/default/process-definition")
                        .body())
                .contains("paying");
        String filters =
                browser.get("/camunda/api/engine/engine/default/filter").body();
        assertThat(filters).contains("My tasks", "Tasks of my groups", "All tasks");
        String applications = browser.get("/camunda/api/engine/engine/default/task/count")
                .headers()
                .firstValue("X-Authorized-Apps")
                .orElseThrow();
        assertThat(applications.split(",")).contains("tasklist").doesNotContain("admin");
        assertThat(applications.contains("cockpit")).isEqualTo(user.equals("counsel"));
    }

    @Test
    void theFiltersFindTheTasks() {
        Caller finance = as("finance");
        Map<String, String> filters = filterIds();

        assertThat(finance.get("/engine-rest/filter/" + filters.get("Tasks of my groups") + "/list")
                        .body())
                .contains(task);
        assertThat(finance.get("/engine-rest/filter/" + filters.get("My tasks") + "/list")
                        .body())
                .doesNotContain(task);
        tasks.claim(task, "finance");
        assertThat(finance.get("/engine-rest/filter/" + filters.get("My tasks") + "/list")
                        .body())
                .contains(task);
    }

    @Test
    void nobodyRestartsOrLeavesATaskWithoutItsForm() {
        for (String path : List.of(
                "/process-definition/any/restart",
                "/process-definition/any/restart-async",
                "/task/any/bpmnError",
                "/task/any/bpmnEscalation")) {
            assertThat(as("admin").post("/engine-rest" + path, "{}").statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(as("counsel")
                            .post("/engine-rest/engine/default" + path, "{}")
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void nobodyDeploysOverHttp() {
        for (String root : List.of("/engine-rest", "/engine-rest/engine/default")) {
            assertThat(as("admin").post(root + "/deployment/create", "{}").statusCode())
                    .isEqualTo(403);
            assertThat(as("admin")
                            .post(root + "/deployment/" + deployment + "/redeploy", "{}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(as("admin")
                            .send("DELETE", root + "/deployment/" + deployment, null)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(as("admin").get(root + "/deployment/" + deployment).statusCode())
                    .isEqualTo(200);
        }
        Caller browser = Caller.browser(port, "admin", "demo");
        String root = "/camunda/api/engine/engine/default/deployment";
        assertThat(browser.post(root + "/create", "{}").statusCode()).isEqualTo(403);
        assertThat(browser.send("DELETE", root + "/" + deployment, null).statusCode())
                .isEqualTo(403);
        assertThat(browser.get(root + "/" + deployment).statusCode()).isEqualTo(200);
        assertThat(repository.createDeploymentQuery().deploymentId(deployment).count())
                .isOne();
    }

    @Test
    void nobodyCreatesAFirstAdministratorOrRights() {
        String user = "{\"profile\": {\"id\": \"intruder\"}, \"credentials\": {\"password\": \"x\"}}";

        assertThat(Caller.browser(port, "admin", "demo")
                        .post("/camunda/api/admin/setup/default/user/create", user)
                        .statusCode())
                .isEqualTo(403);
        assertThat(status(as("counsel"), "/user/create", user)).isEqualTo(403);
        assertThat(status(as("counsel"), "/group/camunda-admin/members/counsel", "{}"))
                .isIn(403, 405);
        assertThat(identities.createUserQuery().userId("intruder").count()).isZero();
    }

    @Test
    void ourOwnServicesMayDoMoreAndTheUserAfterwardsNot() {
        identities.setAuthentication("holder-services", List.of("holder-services"));
        try {
            assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
            assertThat(authority.withoutAuthorization(
                            () -> tasks.createTaskQuery().taskId(task).count()))
                    .isOne();
            assertThatThrownBy(() -> authority.withoutAuthorization(() -> {
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
        } finally {
            identities.clearAuthentication();
        }
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        var answer = as("counsel").post("/engine-rest/task/" + task + "/unclaim", null, "Sec-Fetch-Site", "cross-site");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void passwordsAreHashedSlowly() {
        assertThat(jdbc.sql("select pwd_ from act_id_user").query(String.class).list())
                .hasSize(7)
                .allSatisfy(password -> assertThat(password).startsWith("{BCRYPT}$2a$10$"));
    }

    @Test
    void aSecondStartFindsAllInPlace() {
        long before = authorizations.createAuthorizationQuery().count();

        context.getAutowireCapableBeanFactory().createBean(Rights.class);

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
        assertThat(identities.createUserQuery().count()).isEqualTo(7);
        assertThat(filterIds()).hasSize(3);
    }

    private Map<String, String> filterIds() {
        return jdbc.sql("select name_, id_ from act_ru_filter").query(rows -> {
            Map<String, String> ids = new HashMap<>();
            while (rows.next()) {
                ids.put(rows.getString(1), rows.getString(2));
            }
            return ids;
        });
    }

    private Caller as(String user) {
        return Caller.program(port, user, "demo");
    }

    private static int status(Caller caller, String path, String body) {
        return caller.post("/engine-rest" + path, body).statusCode();
    }
}
