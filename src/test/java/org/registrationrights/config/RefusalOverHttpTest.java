package org.registrationrights.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DuplicateKeyException;

/** What a delegate or a listener refuses reaches the caller as it was said, and nothing stays behind. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RefusalOverHttpTest {

    private static final String PROGRAM = "/engine-rest";
    private static final String TASKLIST = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    private String deployment;

    public static class Refusing implements JavaDelegate, ExecutionListener {

        @Override
        public void execute(DelegateExecution execution) {
            switch (String.valueOf(execution.getVariable("answer"))) {
                case "INVALID" -> throw Refusal.invalid("companyShares", "-1 is negative", Clause.S2_3_C);
                case "UNKNOWN" -> throw Refusal.unknown("holderId", "H-99 is not in the register");
                case "CONFLICT" -> throw Refusal.conflict("businessKey", "OFF-2002-1 is used");
                case "OVERTAKEN" -> throw new OptimisticLockingException("entity was updated");
                case "DUPLICATE" -> throw new DuplicateKeyException("offering_pkey");
                case "BUG" -> throw new IllegalStateException("a bug");
                default -> execution.setVariable("passed", true);
            }
        }

        @Override
        public void notify(DelegateExecution execution) {
            execute(execution);
        }
    }

    @BeforeEach
    void deploy() {
        var model = Bpmn.createExecutableProcess("refusing")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask()
                .camundaClass(Refusing.class)
                .userTask("work")
                .camundaExecutionListenerClass(ExecutionListener.EVENTNAME_END, Refusing.class)
                .endEvent()
                .done();
        deployment = repository
                .createDeployment()
                .addModelInstance("refusing.bpmn", model)
                .deploy()
                .getId();
    }

    @AfterEach
    void undeploy() {
        repository.deleteDeployment(deployment, true);
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID,   400, Refusal,  companyShares: -1 is negative (Section 2.3)",
        "UNKNOWN,   404, Refusal,  holderId: H-99 is not in the register",
        "CONFLICT,  409, Refusal,  businessKey: OFF-2002-1 is used",
        "OVERTAKEN, 409, Conflict, somebody else",
        "DUPLICATE, 409, Conflict, somebody else",
        "BUG,       500, IllegalStateException, a bug"
    })
    void saysWhatWasRefused(String answer, int status, String type, String sentence) {
        for (String root : new String[] {PROGRAM, TASKLIST}) {
            Caller caller = root.equals(PROGRAM)
                    ? Caller.program(port, "admin", "demo")
                    : Caller.browser(port, "admin", "demo");
            String body = "{\"variables\": {\"answer\": {\"value\": \"%s\", \"type\": \"String\"}}}".formatted(answer);

            assertAnswer(caller.post(root + "/process-definition/key/refusing/start", body), status, type, sentence);
            assertAnswer(
                    caller.post(root + "/process-definition/key/refusing/submit-form", body), status, type, sentence);
            assertThat(runtime.createProcessInstanceQuery()
                            .processDefinitionKey("refusing")
                            .count())
                    .isZero();

            String instance = runtime.startProcessInstanceByKey("refusing").getId();
            String task = tasks.createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getId();
            assertAnswer(caller.post(root + "/task/" + task + "/complete", body), status, type, sentence);
            assertAnswer(caller.post(root + "/task/" + task + "/submit-form", body), status, type, sentence);
            assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
            assertThat(runtime.getVariable(instance, "answer")).isNull();
            runtime.deleteProcessInstance(instance, "test");
        }
    }

    @Test
    void refusesWhatIsNoVariableOrNoTask() {
        Caller admin = Caller.program(port, "admin", "demo");
        String start = "/engine-rest/process-definition/key/refusing/start";

        assertThat(admin.post(start, "{\"variables\": {\"answer\": {\"value\": \"x\", \"type\": \"Boolean\"}}}"))
                .returns(400, HttpResponse::statusCode);
        assertThat(admin.post(start, "{\"variables\": 5}")).returns(400, HttpResponse::statusCode);
        assertThat(admin.post(start, "{")).returns(400, HttpResponse::statusCode);
        assertThat(admin.post("/engine-rest/task/unknown/complete", "{}")).returns(404, HttpResponse::statusCode);
        assertThat(admin.post("/engine-rest/process-definition/key/unknown/start", "{}"))
                .returns(404, HttpResponse::statusCode);
    }

    private static void assertAnswer(HttpResponse<String> answer, int status, String type, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"type\":\"" + type + "\"").contains(sentence);
        if (type.equals("Refusal")) {
            assertThat(answer.body()).contains("\"message\":\"" + sentence + "\"");
        }
    }
}
