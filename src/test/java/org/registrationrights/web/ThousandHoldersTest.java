package org.registrationrights.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.config.Caller;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.piggyback.OnPostgres;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/**
 * An offering with a thousand Holders as it is run: on PostgreSQL, with the job executor at work, the notices in one file
 * and the answers from several senders at once.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnPostgres
@Verifies({Clause.S2_1_B, Clause.S2_1_C, Clause.S2_1_E, Clause.S2_1_F})
class ThousandHoldersTest {

    private static final String ID = "OFF-2002-1";
    private static final String OFFERING = "/api/offerings/" + ID;
    private static final int SENDERS = 4;
    private static final List<String> ANSWERS =
            List.of("\"ALL\"", "\"PART\", \"shares\": 10", "\"NONE\", \"declaredFinal\": true", "none is sent");

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    ElectionRepository elections;

    @Autowired
    OfferingRepository offerings;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Test
    void fromTheNoticeToTheClosedElectionsNothingFails() throws Exception {
        ListAppender<ILoggingEvent> warnings = listen();

        // nine Holders are in the sample
        sent(as("corporate-secretary").send("POST", "/api/holders", register(991), "Content-Type", "text/csv"));
        sent(as("corporate-secretary").post("/api/offerings", """
                {"receiptId": "O-1", "offeringId": "%s", "offeringName": "Spring offering",
                 "offeringKind": "PUBLIC_OFFERING", "underwritten": false, "companyShares": 2000000}
                """.formatted(ID)));
        await(() -> count(State.NOTICE) == 1000);
        List<String> holders = elections.ofOffering(ID).stream()
                .map(election -> election.key().holderId())
                .toList();
        clock("2002-01-10T12:00:00-08:00");
        JsonNode recorded = sent(as("holder-services")
                .send("POST", OFFERING + "/deliveries?receiptId=D-1", deliveries(holders), "Content-Type", "text/csv"));
        assertThat(recorded.path("deliveries").asInt()).isEqualTo(1000);
        assertThat(count(State.OPEN)).isEqualTo(1000);

        answer(holders);
        clock("2002-01-23T00:00:00-08:00");
        await(() -> offerings.get(ID).phase() == Phase.ALLOCATION && count(State.CLOSED) == 1000);

        List<HolderElection> closed = elections.ofOffering(ID);
        for (int i = 0; i < closed.size(); i++) {
            HolderElection election = closed.get(i);
            Long expected = switch (i % 4) {
                case 0 -> election.registrableShares().longValueExact();
                case 1 -> 10L;
                case 2 -> 0L;
                default -> null;
            };
            assertThat(election.requested())
                    .as(election.key().holderId())
                    .isEqualTo(expected == null ? null : java.math.BigInteger.valueOf(expected));
        }
        assertThat(management.createJobQuery().withException().count()).isZero();
        assertThat(history.createHistoricJobLogQuery().failureLog().count()).isZero();
        assertThat(warnings.list).isEmpty();
    }

    /** Every fourth asks for all, for a part, for nothing and for good, and says nothing. */
    private void answer(List<String> holders) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        int each = holders.size() / SENDERS;
        List<Future<Void>> sendings = IntStream.range(0, SENDERS)
                .mapToObj(sender -> senders.<Void>submit(() -> {
                    Caller caller = as("holder-services");
                    for (int i = sender * each; i < (sender + 1) * each; i++) {
                        if (i % ANSWERS.size() < ANSWERS.size() - 1) {
                            sent(caller.post(OFFERING + "/elections/" + holders.get(i), """
                                    {"receiptId": "A-%d", "answer": %s,
                                     "delivery": {"method": "PERSONAL", "receivedAt": "2002-01-10T11:00:00-08:00"}}
                                    """.formatted(
                                            i, ANSWERS.get(i % ANSWERS.size()))));
                        }
                    }
                    return null;
                }))
                .toList();
        for (Future<Void> sending : sendings) {
            sending.get();
        }
        senders.shutdown();
    }

    private static String register(int holders) throws IOException {
        List<String> sample;
        try (InputStream csv = new ClassPathResource("sample/register.csv").getInputStream()) {
            sample = new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        String pattern = sample.stream()
                .filter(line -> line.startsWith("H-7,"))
                .findFirst()
                .orElseThrow();
        return sample.get(0) + "\n"
                + IntStream.range(1000, 1000 + holders)
                        .mapToObj(i -> pattern.replace("H-7", "H-" + i).replace("L-14", "L-" + i))
                        .collect(Collectors.joining("\n"));
    }

    private static String deliveries(List<String> holders) {
        return holders.stream()
                .map(holder -> holder + ",FAX,2002-01-10T09:30:00-08:00,2002-01-10T09:31:00-08:00\n")
                .collect(Collectors.joining("", "holderId,method,sentAt,confirmedAt\n", ""));
    }

    private long count(State state) {
        return elections.ofOffering(ID).stream()
                .filter(election -> election.state() == state && election.processInstanceId() != null)
                .count();
    }

    /**
     * The executor goes on by itself; the demonstration's own way would do its work. It is idle at that moment: what it
     * holds would seem to be locked since days, and be done twice.
     */
    private void clock(String instant) throws InterruptedException {
        await(() -> management.createJobQuery().messages().count() == 0);
        ClockUtil.offset(OffsetDateTime.parse(instant).toInstant().toEpochMilli() - System.currentTimeMillis());
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(200);
        }
    }

    private static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> warnings = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                    super.append(event);
                }
            }
        };
        warnings.start();
        ((Logger) LoggerFactory.getLogger("org.camunda")).addAppender(warnings);
        ((Logger) LoggerFactory.getLogger("org.registrationrights")).addAppender(warnings);
        return warnings;
    }

    private Caller as(String user) {
        return Caller.program(port, user, "demo");
    }

    private JsonNode sent(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return json.readTree(answer.body());
    }
}
