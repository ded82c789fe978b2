package org.registrationrights.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People at their forms; what the forms sent is asked of our own resources. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TasklistStoryTest {

    private static final String NAME = "Offering of the forms";

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Test
    void anOfferingGoesFromItsDeterminationToTheApprovedAllocation() {
        try (Tasklist tasklist = new Tasklist(port)) {
            String offering = determine(tasklist);
            deliverNotices(tasklist, offering);
            answer(tasklist, offering);
            advance("P20D");
            limit(tasklist, offering);
            approve(tasklist, offering);
        }
    }

    private String determine(Tasklist tasklist) {
        String now = advance("PT1M");
        tasklist.signIn("corporate-secretary");
        tasklist.startProcess("Piggyback registration");
        tasklist.fill("Name of the offering", NAME);
        tasklist.choose("Public offering of Common Stock");
        tasklist.choose("The offering is underwritten");
        tasklist.fill("Managing underwriter", "Example Securities");
        tasklist.fill("Shares for the Company", "2000000");
        tasklist.fill("Determined at", "yesterday");
        tasklist.press("Start");

        assertThat(tasklist.refusal()).contains("determinedAt: 'yesterday' is not an instant with offset");
        assertThat(get("/api/offerings").findValuesAsText("name")).doesNotContain(NAME);

        tasklist.fill("Determined at", now);
        tasklist.press("Start");
        tasklist.awaitDone();

        JsonNode stored = StreamSupport.stream(get("/api/offerings").spliterator(), false)
                .filter(offering -> offering.get("name").asText().equals(NAME))
                .findFirst()
                .orElseThrow();
        assertThat(stored.get("kind").asText()).isEqualTo("PUBLIC_OFFERING");
        assertThat(stored.get("gate").asText()).isEqualTo("NOTICE_REQUIRED");
        assertThat(stored.get("managingUnderwriter").asText()).isEqualTo("Example Securities");
        assertThat(stored.get("companyShares").asLong()).isEqualTo(2_000_000);
        assertThat(OffsetDateTime.parse(stored.get("determinedAt").asText())).isEqualTo(OffsetDateTime.parse(now));
        return stored.get("id").asText();
    }

    private void deliverNotices(Tasklist tasklist, String offering) {
        String now = advance("PT1H");
        tasklist.signIn("holder-services");
        tasklist.open("Record delivery of notice", "Leonora Vance");
        tasklist.choose("By mail");
        tasklist.fill("Mailed at", now);
        tasklist.choose("Certified");
        tasklist.fill("Return card signed at", now);
        tasklist.press("Complete");
        tasklist.awaitDone();

        JsonNode election = election(offering, "H-1");
        assertThat(election.get("state").asText()).isEqualTo("OPEN");
        assertThat(election.get("lastDay").asText()).isGreaterThan(now.substring(0, 10));

        Map<String, String> byFax = Map.of("method", "FAX", "sentAt", now, "confirmedAt", now);
        for (JsonNode other : get("/api/offerings/" + offering).get("elections")) {
            String holder = other.at("/key/holderId").asText();
            if (!holder.equals("H-1")) {
                post(
                        "/api/offerings/" + offering + "/deliveries",
                        Map.of("receiptId", "delivery-" + holder, "holderId", holder, "delivery", byFax));
            }
        }
    }

    private void answer(Tasklist tasklist, String offering) {
        String now = advance("PT1H");
        tasklist.signIn("holder-services");
        tasklist.open("Record answer of Holder", "Leonora Vance");
        tasklist.choose("Part of its shares");
        tasklist.fill("Shares asked for", "300000");
        tasklist.choose("By hand");
        tasklist.fill("Received at", now);
        tasklist.press("Complete");
        tasklist.awaitDone();

        JsonNode election = election(offering, "H-1");
        assertThat(election.get("answer").asText()).isEqualTo("PART");
        assertThat(election.get("requested").asLong()).isEqualTo(300_000);

        Map<String, String> byHand = Map.of("method", "PERSONAL", "receivedAt", now);
        post(
                "/api/offerings/" + offering + "/elections/H-2",
                Map.of("receiptId", "answer-H-2", "answer", "ALL", "delivery", byHand));
    }

    private void limit(Tasklist tasklist, String offering) {
        tasklist.signIn("underwriter");
        tasklist.open("Decide on limitation", NAME);
        tasklist.choose("A limitation is imposed");
        tasklist.choose("The managing underwriter");
        tasklist.choose("Judged necessary for market conditions");
        tasklist.fill("Registrable Shares that remain available", "300000");
        tasklist.press("Add new");
        tasklist.fill("Seller", "Fund A");
        tasklist.choose("Series 2-A");
        tasklist.fill("Entitled securities held", "450000");
        tasklist.fill("Shares requested", "100000");
        tasklist.fill("Shares included", "100001");
        tasklist.press("Check and complete");

        assertThat(tasklist.refusal()).contains("others[0].included: 100001 is more than the 100000 requested");

        tasklist.fill("Shares included", "100000");
        tasklist.press("Check and complete");
        tasklist.awaitDone();

        JsonNode allocation = get("/api/offerings/" + offering).get("allocation");
        assertThat(allocation.at("/round/imposedBy").asText()).isEqualTo("MANAGING_UNDERWRITER");
        assertThat(allocation.at("/round/decidedBy").asText()).isEqualTo("underwriter");
        assertThat(allocation.at("/others/0/id").asText()).isEqualTo("Fund A");
        assertThat(allocation.at("/others/0/included").asLong()).isEqualTo(100_000);
    }

    /** 300,000 by 600,000 and by 450,000 of the 1,500,000 that the two Holders and the fund hold. */
    private void approve(Tasklist tasklist, String offering) {
        tasklist.signIn("counsel");
        tasklist.open("Approve allocation", NAME);

        assertThat(tasklist.rows())
                .containsExactly("H-1 600000 300000 120000 120000 180000", "H-2 450000 450000 90000 90000 360000");

        tasklist.choose("The allocation is approved");
        tasklist.press("Complete");
        tasklist.awaitDone();

        JsonNode round = get("/api/offerings/" + offering).at("/allocation/round");
        assertThat(round.get("approvedBy").asText()).isEqualTo("counsel");
        assertThat(round.get("totalAllocated").asLong()).isEqualTo(210_000);
    }

    private JsonNode election(String offering, String holder) {
        return StreamSupport.stream(
                        get("/api/offerings/" + offering).get("elections").spliterator(), false)
                .filter(election -> election.at("/key/holderId").asText().equals(holder))
                .findFirst()
                .orElseThrow();
    }

    /** Lets time pass with all that falls due; answers the instant to the second. */
    private String advance(String duration) {
        String now =
                post("/api/demo/clock", Map.of("advance", duration)).get("now").asText();
        return OffsetDateTime.parse(now).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private JsonNode get(String path) {
        return http.withBasicAuth("admin", "demo").getForObject(path, JsonNode.class);
    }

    private JsonNode post(String path, Map<String, ?> body) {
        var answer = http.withBasicAuth("admin", "demo").postForEntity(path, body, JsonNode.class);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as("%s: %s", path, answer.getBody())
                .isTrue();
        return answer.getBody();
    }
}
