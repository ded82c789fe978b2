package org.registrationrights.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.registrationrights.config.Caller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What programs do to lead one offering over HTTP, on the running application with its own clock. */
abstract class OfferingOverHttp {

    final String id;

    /** Its path under {@code /api}. */
    final String offering;

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    OfferingOverHttp(String id) {
        this.id = id;
        this.offering = "/api/offerings/" + id;
    }

    Caller as(String user) {
        return Caller.program(port, user, "demo");
    }

    JsonNode read(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return json.readTree(answer.body());
    }

    void refused(HttpResponse<String> answer, int status, String sentence) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode body = json.readTree(answer.body());
        assertThat(body.path(body.has("detail") ? "detail" : "message").asText())
                .startsWith(sentence);
    }

    void move(String clock) throws IOException {
        JsonNode moved = read(as("admin").post("/api/demo/clock", clock));
        assertThat(moved.path("failedJobs")).isEmpty();
    }

    JsonNode deliver(String receiptId, String holder, String delivery) throws IOException {
        return read(as("holder-services").post(offering + "/deliveries", delivery(receiptId, holder, delivery)));
    }

    static String delivery(String receiptId, String holder, String delivery) {
        return "{\"receiptId\": \"%s\", \"holderId\": \"%s\", \"delivery\": %s}".formatted(receiptId, holder, delivery);
    }

    static String fax(String confirmedAt) {
        return "{\"method\": \"FAX\", \"sentAt\": \"2002-01-10T09:30:00-08:00\", \"confirmedAt\": \"%s\"}"
                .formatted(confirmedAt);
    }

    void answer(String holder, String answer, String receivedAt, boolean inTime) throws IOException {
        JsonNode receipt = read(as("holder-services")
                .post(offering + "/elections/" + holder, answer("A-" + holder, answer, receivedAt)));
        assertThat(receipt.path("inTime").asBoolean()).as(receipt.toString()).isEqualTo(inTime);
    }

    static String answer(String receiptId, String answer, String receivedAt) {
        return """
                {"receiptId": "%s", "answer": %s, "delivery": {"method": "PERSONAL", "receivedAt": "%s"}}
                """.formatted(receiptId, answer, receivedAt);
    }

    void complete(String task, String user, Map<String, Object> values) throws Exception {
        complete(task, user, values, null, null);
    }

    /** As a program completes a task; a list goes as a variable of type Json. */
    void complete(String task, String user, Map<String, Object> values, String list, String lines) throws Exception {
        completeOf(id, task, user, values, list, lines);
    }

    /** A task of what has a business key of its own. */
    void completeOf(String key, String task, String user, Map<String, Object> values) throws Exception {
        completeOf(key, task, user, values, null, null);
    }

    void completeOf(String key, String task, String user, Map<String, Object> values, String list, String lines)
            throws Exception {
        JsonNode tasks = read(as(user).get(
                        "/engine-rest/task?processInstanceBusinessKey=" + key + "&name=" + task.replace(" ", "%20")));
        assertThat(tasks).as(task).hasSize(1);
        var variables = json.createObjectNode();
        values.forEach((name, value) -> variables.putObject(name).putPOJO("value", value));
        if (list != null) {
            variables.putObject(list).put("type", "Json").put("value", lines);
        }
        var body = json.createObjectNode().set("variables", variables);
        HttpResponse<String> answer =
                as(user).post("/engine-rest/task/" + tasks.get(0).path("id").asText() + "/complete", body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    void await(Predicate<JsonNode> reached) throws Exception {
        await(offering, reached);
    }

    void await(String path, Predicate<JsonNode> reached) throws Exception {
        await("counsel", path, reached);
    }

    /** @param user whose tasks they are, where the path asks for tasks */
    void await(String user, String path, Predicate<JsonNode> reached) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        JsonNode answer = read(as(user).get(path));
        while (!reached.test(answer)) {
            assertThat(Instant.now()).as(path + " answers " + answer).isBefore(deadline);
            Thread.sleep(100);
            answer = read(as(user).get(path));
        }
    }
}
