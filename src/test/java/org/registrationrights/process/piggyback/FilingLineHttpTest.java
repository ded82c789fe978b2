package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.config.Caller;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.process.ModelCoverageConfiguration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The filing line over HTTP: H-1 asks for 300,000 of its 600,000 shares and H-4 for all of its 240,000. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=false")
@Import({ModelCoverageConfiguration.class, Story.class})
@Verifies({Clause.S2_2_A, Clause.S2_3_C, Clause.S8_A})
class FilingLineHttpTest {

    private static final String OFFERING = "/api/offerings/" + Story.ID;

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    Story story;

    @Autowired
    IdentityService identities;

    @BeforeEach
    void elect() {
        story.begin(Story.sample("H-1", "H-4"));
        story.start(Story.offering());
        story.runJobs();
        story.electTwo();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void ofTwoApprovalsAtOneInstantOneWinsAndTheOtherIsTold() throws Exception {
        secondCounsel();
        for (int round = 0; round < 5; round++) {
            story.limit("210000", "[]");
            String path = "/engine-rest/task/"
                    + story.task("Approve allocation", Story.ID).getId() + "/complete";
            String sentBack = "{\"variables\": {\"allocationApproved\": {\"value\": false}}}";

            List<HttpResponse<String>> answers = atOnce(
                    () -> as("counsel").post(path, sentBack),
                    () -> as("second-counsel").post(path, sentBack));

            assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 409);
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                    .singleElement()
                    .satisfies(answer -> assertThat(
                                    json.readTree(answer.body()).path("message").asText())
                            .containsAnyOf("somebody else", "is done"));
        }
        assertThat(as("counsel")
                        .post("/engine-rest/task/unknown/complete", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theAllocationShowsEveryFigureThatItIsDecidedOnBy() throws Exception {
        assertThat(as("counsel").get(OFFERING + "/allocation").statusCode()).isEqualTo(404);
        story.limit(
                "210000",
                "[{'id': 'F', 'class': 'DEMAND', 'entitledHeld': '840000', 'requested': '9', 'included': '9'}]");

        JsonNode allocation = read(as("finance").get(OFFERING + "/allocation"));

        assertThat(allocation.at("/sheet/holders").findValuesAsText("percentage"))
                .containsExactly("600000/1680000", "240000/1680000");
        assertThat(allocation.at("/sheet/holders").findValuesAsText("allocated"))
                .containsExactly("75000", "30000");
        assertThat(allocation.at("/sheet/holders").findValuesAsText("dealtOut")).containsExactly("150000", "60000");
        assertThat(allocation.at("/sheet/unallocated").asLong()).isEqualTo(105_000);
        assertThat(allocation.at("/sheet/fullInclusionAt").asLong()).isEqualTo(540_000);
        // 539,999 by halves of the denominator: 192,856.79 and 77,142.71
        assertThat(allocation.at("/sheet/holders").findValuesAsText("belowFullInclusion"))
                .containsExactly("192857", "77142");
        assertThat(allocation.at("/others/0/id").asText()).isEqualTo("F");
    }

    @Test
    void counselLeavesOutOnceHoweverOftenItIsSent() throws Exception {
        story.noLimitation();
        story.approve();
        String exclusion =
                "{\"receiptId\": \"X-1\", \"exclusions\": [{\"holderId\": \"H-4\", \"reason\": \"DROPPED_OUT\","
                        + " \"ground\": \"By its letter.\"}]}";
        assertThat(as("holder-services")
                        .post(OFFERING + "/exclusions", exclusion)
                        .statusCode())
                .isEqualTo(403);

        read(as("counsel").post(OFFERING + "/exclusions", exclusion));
        story.approve();
        JsonNode again = read(as("counsel").post(OFFERING + "/exclusions", exclusion));

        assertThat(again).hasSize(1);
        assertThat(again.at("/0/exclusion/ground").asText()).isEqualTo("By its letter.");
        assertThat(story.task("Record signature of Company", Story.ID)).isNotNull();
        assertThat(story.lines()).extracting("holderId").containsExactly("H-1");
    }

    @Test
    void counselDecidesOnMissingSignatures() throws Exception {
        story.noLimitation();
        story.approve();
        story.signByCompany();
        story.sign("H-1");
        String decision = "{\"receiptId\": \"D-1\", \"decisions\": [{\"holderId\": \"H-4\", \"decision\": \"EXCLUDE\","
                + " \"ground\": \"It refuses.\"}]}";
        refused(
                as("counsel").post(OFFERING + "/signatures/decisions", decision),
                409,
                "decisions[0].holderId: H-4 has time until 2002-01-30 (Section 2.2)");
        story.now("2002-01-31T00:00:00-08:00");

        read(as("counsel").post(OFFERING + "/signatures/decisions", decision));

        assertThat(story.task("Approve allocation", Story.ID)).isNotNull();
        assertThat(story.lines()).extracting("holderId").containsExactly("H-1");
        assertThat(read(as("counsel").get(OFFERING + "/exclusions"))
                        .at("/0/exclusion/reason")
                        .asText())
                .isEqualTo("NOT_SIGNED");
    }

    @Test
    void theManagingUnderwriterIsReplaced() throws Exception {
        story.limit("210000", "[]");
        story.approve();

        JsonNode offering = read(as("corporate-secretary")
                .post(
                        OFFERING + "/managing-underwriter",
                        "{\"receiptId\": \"U-1\", \"name\": \"Other Securities\", \"since\": \"2002-01-23\","
                                + " \"evidence\": \"letter of engagement\"}"));

        assertThat(offering.path("managingUnderwriter").asText()).isEqualTo("Other Securities");
        assertThat(story.task("Decide on limitation", Story.ID)).isNotNull();
        refused(
                as("counsel").post(OFFERING + "/managing-underwriter", "{\"receiptId\": \"U-2\"}"),
                400,
                "name: is required (Section 4(f))");
    }

    @Test
    void theCompanySuspendsResumesAndWithdraws() throws Exception {
        decide("suspension", "S-1", "suspendedAt", "2002-01-23T08:00:00-08:00");
        decide("suspension", "S-1", "suspendedAt", "2002-01-23T08:00:00-08:00");
        decide("resumption", "S-2", "resumedAt", "2002-01-23T08:10:00-08:00");
        decide("withdrawal", "S-3", "withdrawnAt", "2002-01-23T08:20:00-08:00");

        JsonNode decisions = read(as("underwriter").get(OFFERING + "/registration-decisions"));
        assertThat(decisions.findValuesAsText("kind")).containsExactly("SUSPENDED", "RESUMED", "WITHDRAWN");
        assertThat(decisions.findValuesAsText("dispatchId"))
                .containsExactly(
                        "OFF-2002-1:H-1:N-1",
                        "OFF-2002-1:H-4:N-1",
                        "OFF-2002-1:H-1:N-2",
                        "OFF-2002-1:H-4:N-2",
                        "OFF-2002-1:H-1:N-3",
                        "OFF-2002-1:H-4:N-3");
        assertThat(story.row().phase()).isEqualTo(Phase.WITHDRAWN);
        assertThat(as("holder-services")
                        .post(OFFERING + "/suspension", "{\"receiptId\": \"S-4\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "suspension | {\"receiptId\": \"R\"} | 400 | suspendedAt: is required",
                "suspension | {\"receiptId\": \"R\", \"suspendedAt\": \"2002-01-23T10:00:00-08:00\"} | 400"
                        + " | suspendedAt: 2002-01-23T18:00:00Z is in the future",
                "resumption | {\"receiptId\": \"R\", \"resumedAt\": \"2002-01-23T08:00:00-08:00\"} | 409"
                        + " | offeringId: OFF-2002-1 is not suspended (Section 8)",
                "exclusions | {\"receiptId\": \"R\"} | 400 | exclusions: is required",
                "exclusions | {\"receiptId\": \"R\", \"exclusions\": []} | 400"
                        + " | exclusions: needs at least one Holder (Section 2.3)",
                "exclusions | {\"receiptId\": \"R\", \"exclusions\": [null]} | 400 | exclusions[0]: is required",
                "signatures/decisions | {\"receiptId\": \"R\", \"decisions\": []} | 400"
                        + " | decisions: needs at least one Holder (Section 2.2)"
            })
    void refusesWithTheSentence(String resource, String body, int status, String sentence) throws Exception {
        refused(as("counsel").post(OFFERING + "/" + resource, body), status, sentence);
        refused(
                as("counsel")
                        .post(
                                "/api/offerings/OFF-2002-9/suspension",
                                "{\"receiptId\": \"R\", \"suspendedAt\": \"2002-01-23T08:00:00-08:00\"}"),
                404,
                "offeringId: there is no offering OFF-2002-9");
    }

    private void decide(String resource, String receipt, String field, String at) throws Exception {
        read(as("corporate-secretary")
                .post(
                        OFFERING + "/" + resource,
                        "{\"receiptId\": \"" + receipt + "\", \"" + field + "\": \"" + at + "\"}"));
        story.runJobs();
    }

    private void secondCounsel() {
        if (identities.createUserQuery().userId("second-counsel").count() == 0) {
            User user = identities.newUser("second-counsel");
            user.setPassword("demo");
            identities.saveUser(user);
            identities.createMembership("second-counsel", "counsel");
        }
    }

    private static <T> List<T> atOnce(Supplier<T> one, Supplier<T> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<T> first = threads.submit(() -> {
                start.await();
                return one.get();
            });
            Future<T> second = threads.submit(() -> {
                start.await();
                return other.get();
            });
            return List.of(first.get(), second.get());
        } finally {
            threads.shutdown();
        }
    }

    private Caller as(String user) {
        return Caller.program(port, user, "demo");
    }

    private JsonNode read(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private void refused(HttpResponse<String> answer, int status, String sentence) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).path("detail").asText()).isEqualTo(sentence);
    }
}
