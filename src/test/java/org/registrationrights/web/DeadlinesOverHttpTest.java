package org.registrationrights.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.config.Caller;
import org.registrationrights.deadline.Deadline;
import org.registrationrights.process.ModelCoverageConfiguration;
import org.registrationrights.process.piggyback.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The deadlines board, and the calendar that a lawyer's own program reads. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=false")
@Import({ModelCoverageConfiguration.class, Story.class})
class DeadlinesOverHttpTest {

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    Story story;

    @BeforeEach
    void begin() {
        story.begin();
        story.start(Story.offering());
        story.runJobs();
        deliver(
                "D-1",
                "\"FAX\", \"sentAt\": \"2002-01-10T08:29:00-08:00\", \"confirmedAt\": \"2002-01-10T08:30:00-08:00\"");
    }

    private void deliver(String receiptId, String delivery) {
        HttpResponse<String> answer = as("holder-services")
                .post("/api/offerings/" + Story.ID + "/deliveries", """
                        {"receiptId": "%s", "holderId": "H-2", "delivery": {"method": %s}}
                        """.formatted(receiptId, delivery));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        story.runJobs();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void eachSaysWhatItIsAndWhatEndsIt() throws IOException {
        JsonNode all = read("/api/deadlines");
        assertThat(all).hasSize(10);
        JsonNode window =
                read("/api/deadlines?offeringId=OFF-2002-1&holderId=H-2").get(0);

        assertThat(window.path("id").asText()).isEqualTo("election-window:OFF-2002-1:H-2");
        assertThat(window.path("clause").asText()).isEqualTo("2.1-d");
        assertThat(window.path("setBy").asText()).isEqualTo("AGREEMENT");
        assertThat(window.path("since").asText()).isEqualTo("2002-01-10");
        assertThat(window.path("lastDay").asText()).isEqualTo("2002-01-22");
        assertThat(window.path("endsAt").asText()).isEqualTo("2002-01-23T08:00:00Z");
        assertThat(window.path("lastSecond").asText()).isEqualTo("2002-01-23T07:59:59Z");
        assertThat(window.path("overdue").asBoolean()).isFalse();
        assertThat(window.path("endedBy").asText()).isEqualTo("the end of the window or a final answer");
        assertThat(window.path("computation").findValuesAsText("name"))
                .containsExactly("receivedOn", "tenthDay", "lastDay", "deadlineExclusive");
        assertThat(read("/api/offerings/OFF-2002-1").path("deadlines").findValuesAsText("id"))
                .hasSize(9)
                .contains("election-window:OFF-2002-1:H-2", "notice:OFF-2002-1:H-1");

        story.now("2002-01-23T00:00:00-08:00");
        assertThat(read("/api/deadlines?holderId=H-2").get(0).path("overdue").asBoolean())
                .isTrue();
    }

    @Test
    void theCalendarHoldsTheSameAndIsReadBack() throws Exception {
        JsonNode board = read("/api/deadlines");
        HttpResponse<String> feed = as("counsel").get("/api/deadlines.ics");
        assertThat(feed.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        for (String line : feed.body().split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\n");
        }

        Map<String, VEvent> events = events(feed.body());
        assertThat(events).hasSize(board.size());
        for (JsonNode deadline : board) {
            VEvent event = events.get(deadline.path("id").asText() + "@registration-rights");
            LocalDate lastDay = LocalDate.parse(deadline.path("lastDay").asText());
            assertThat(event.<Temporal>getDateTimeStart().getDate()).isEqualTo(lastDay);
            assertThat(event.<Temporal>getDateTimeEnd().getDate()).isEqualTo(lastDay.plusDays(1));
            assertThat(event.getSummary().getValue())
                    .contains(deadline.path("what").asText());
            assertThat(event.getDescription().getValue())
                    .contains("From " + deadline.path("endsAt").asText() + " it is too late.\nEnded by "
                            + deadline.path("endedBy").asText());
            for (JsonNode step : deadline.path("computation")) {
                assertThat(event.getDescription().getValue())
                        .contains(
                                step.path("formula").asText(),
                                step.path("result").asText());
            }
        }
        assertThat(events.get("election-window:OFF-2002-1:H-2@registration-rights")
                        .getSummary()
                        .getValue())
                .isEqualTo("OFF-2002-1 H-2 Holder may ask for inclusion of its shares (Section 2.1)");
    }

    @Test
    void aLongLineIsFoldedBetweenCharacters() throws Exception {
        StringBuilder feed = new StringBuilder();
        String what = "é€𝄞,;\\ ".repeat(30).strip();
        Deadline deadline = new Deadline(
                "claim:CLM-2002-1",
                what,
                Deadline.SetBy.AGREEMENT,
                Clause.S3_1_C,
                null,
                null,
                "CLM-2002-1",
                null,
                List.of(),
                LocalDate.parse("2002-03-31"),
                Instant.parse("2002-04-01T08:00:00Z"),
                "the answer");

        DeadlineCalendar.write(List.of(deadline), Instant.parse("2002-01-10T17:00:00Z"), feed);

        for (String line : feed.toString().split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
        }
        assertThat(events(feed.toString())
                        .get("claim:CLM-2002-1@registration-rights")
                        .getSummary()
                        .getValue())
                .isEqualTo("CLM-2002-1 " + what + " (Section 3.1)");
    }

    /** Later proof of receipt moves it; in the lawyer's calendar the same entry moves. */
    @Test
    void aDeadlineThatMovesKeepsItsPlaceInTheCalendar() throws Exception {
        story.now("2002-01-12T09:00:00-08:00");
        String id = "election-window:OFF-2002-1:H-1@registration-rights";
        mail("D-2", "");
        assertThat(start(id)).isEqualTo(LocalDate.parse("2002-01-25"));
        story.now("2002-01-18T09:00:00-08:00");
        mail("D-3", ", \"actualReceiptAt\": \"2002-01-17T11:00:00-08:00\"");
        assertThat(start(id)).isEqualTo(LocalDate.parse("2002-01-28"));
    }

    private void mail(String receiptId, String more) {
        HttpResponse<String> answer = as("holder-services")
                .post("/api/offerings/" + Story.ID + "/deliveries", """
                        {"receiptId": "%s", "holderId": "H-1", "delivery": {"method": "MAIL",
                         "mailedAt": "2002-01-10T10:00:00-08:00", "service": "CERTIFIED"%s}}
                        """.formatted(receiptId, more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        story.runJobs();
    }

    private Object start(String uid) throws IOException, ParserException {
        return events(as("counsel").get("/api/deadlines.ics").body())
                .get(uid)
                .<Temporal>getDateTimeStart()
                .getDate();
    }

    @Test
    void areShownToThoseWhoMaySeeTheCase() throws IOException {
        for (String path : List.of("/api/deadlines", "/api/deadlines.ics")) {
            assertThat(as("holder-services").get(path).statusCode()).isEqualTo(200);
            for (String user : List.of("finance", "underwriter", "transfer-agent")) {
                assertThat(as(user).get(path).statusCode()).as(user + path).isEqualTo(403);
            }
            assertThat(Caller.stranger(port).get(path).headers().firstValue("WWW-Authenticate"))
                    .as("a calendar program asks for user and password")
                    .contains("Basic realm=\"registration-rights\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"offeringId=OFF-2002-9", "holderId=H-99"})
    void anUnknownIdIsRefusedWithItsField(String query) throws IOException {
        for (String path : List.of("/api/deadlines?", "/api/deadlines.ics?")) {
            HttpResponse<String> answer = as("counsel").get(path + query);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json.readTree(answer.body()).path("field").asText()).isEqualTo(query.split("=")[0]);
        }
    }

    private Caller as(String user) {
        return Caller.program(port, user, "demo");
    }

    private JsonNode read(String path) throws IOException {
        HttpResponse<String> answer = as("counsel").get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static Map<String, VEvent> events(String feed) throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder().build(new StringReader(feed));
        calendar.validate();
        return calendar.<VEvent>getComponents(Component.VEVENT).stream()
                .collect(Collectors.toMap(event -> event.getUid().orElseThrow().getValue(), Function.identity()));
    }
}
