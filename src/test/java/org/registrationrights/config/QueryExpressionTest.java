package org.registrationrights.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An expression in a query is code from whoever sends it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class QueryExpressionTest {

    @LocalServerPort
    int port;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${clock.instant().toString()}",
                "${currentUser().toString()}",
                "${currentUser()}${clock.instant()}",
                "#{clock.instant().toString()}",
                "${dateTime().plusDays(1).getClass()}",
                "x${clock}"
            })
    void isRefusedInAnOrQueryAndInAStoredFilter(String expression) {
        var asked = Caller.program(port, "finance", "demo")
                .post("/engine-rest/task", "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}".formatted(expression));
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("a query may use");

        var filter = filters.newTaskFilter("expression " + expression);
        filter.setQuery(tasks.createTaskQuery().taskAssigneeExpression(expression));
        filters.saveFilter(filter);
        var listed = Caller.program(port, "admin", "demo").get("/engine-rest/filter/" + filter.getId() + "/list");
        assertThat(listed.statusCode()).isEqualTo(400);
        assertThat(listed.body()).contains("a query may use");
        filters.deleteFilter(filter.getId());
    }

    @Test
    void mayNameTheUserAndTheTime() {
        var answer = Caller.program(port, "finance", "demo")
                .post(
                        "/engine-rest/task",
                        "{\"orQueries\": [{\"assigneeExpression\": \"${currentUser()}\","
                                + " \"dueBeforeExpression\": \"${dateTime().plusDays(7)}\","
                                + " \"createdAfterExpression\": \"${now()}\","
                                + " \"candidateGroupsExpression\": \"${ currentUserGroups() }\"}]}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
