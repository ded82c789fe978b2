package org.registrationrights.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.registrationrights.config.Caller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A whole offering by people at their forms; what a form sent is asked of our own resources. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "spring.application.name=tasklist-story")
class TasklistStoryTest {

    private static final String OFFERING = "Offering of the forms";
    private static final String HOLDER = "Leonora Vance";

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    private Tasklist tasklist;
    private String path;

    @BeforeEach
    void openBrowser() {
        tasklist = new Tasklist(port);
    }

    @AfterEach
    void closeBrowser() {
        tasklist.close();
    }

    @Test
    void fromTheDeterminationToTheExpenses() {
        determine();
        deliverNotices();
        answer();
        advance("P20D");
        limit();
        approve();
        sign();
        furnish();
        register();
        oblige();
        close();
        settleExpenses();
    }

    private void determine() {
        String now = advance("PT1M");
        tasklist.signIn("corporate-secretary");
        tasklist.startProcess("Piggyback registration");
        tasklist.fill("Name of the offering", OFFERING);
        tasklist.choose("Public offering of Common Stock");
        tasklist.choose("The offering is underwritten");
        tasklist.fill("Managing underwriter", "Example Securities");
        tasklist.fill("Shares for the Company", "2000000");
        tasklist.fill("Determined at", "yesterday");
        tasklist.press("Start");
        assertThat(tasklist.refusal()).contains("determinedAt: 'yesterday' is not an instant with offset");
        assertThat(get("/api/offerings")).isEmpty();

        tasklist.fill("Determined at", now);
        tasklist.complete("Start");
        path = "/api/offerings/" + get("/api/offerings").at("/0/id").asText();
        assertStored("/offering/name", OFFERING);
        assertStored("/offering/gate", "NOTICE_REQUIRED");
        assertStored("/offering/managingUnderwriter", "Example Securities");
        assertStored("/offering/companyShares", "2000000");
        assertStored(
                "/offering/determinedAt", OffsetDateTime.parse(now).toInstant().toString());
    }

    private void deliverNotices() {
        String now = open("holder-services", "Record delivery of notice", HOLDER);
        tasklist.choose("By mail");
        tasklist.fill("Mailed at", now);
        tasklist.choose("Certified");
        tasklist.complete("Complete");
        assertStored("/elections/0/key/holderId", "H-1");
        assertStored("/elections/0/state", "OPEN");
        assertStored("/elections/0/noticeBasis", "THIRD_BUSINESS_DAY");

        for (JsonNode election : get(path).get("elections")) {
            String holder = election.at("/key/holderId").asText();
            if (!holder.equals("H-1")) {
                post(path + "/deliveries", """
                        {"receiptId": "delivery-%s", "holderId": "%s",
                         "delivery": {"method": "FAX", "sentAt": "%s", "confirmedAt": "%s"}}
                        """.formatted(holder, holder, now, now));
            }
        }
    }

    private void answer() {
        String now = open("holder-services", "Record answer of Holder", HOLDER);
        tasklist.choose("Part of its shares");
        tasklist.fill("Shares asked for", "300000");
        tasklist.choose("By hand");
        tasklist.fill("Received at", now);
        tasklist.complete("Complete");
        assertStored("/elections/0/answer", "PART");
        assertStored("/elections/0/requested", "300000");

        post(path + "/elections/H-2", """
                {"receiptId": "answer", "answer": "ALL", "delivery": {"method": "PERSONAL", "receivedAt": "%s"}}
                """.formatted(now));
    }

    private void limit() {
        open("underwriter", "Decide on limitation", OFFERING);
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
        tasklist.complete("Check and complete");
        assertStored("/allocation/round/imposedBy", "MANAGING_UNDERWRITER");
        assertStored("/allocation/round/decidedBy", "underwriter");
        assertStored("/allocation/others/0/id", "Fund A");
        assertStored("/allocation/others/0/included", "100000");
    }

    /** 300,000 by 600,000 and by 450,000 of the 1,500,000 that the two Holders and the fund hold. */
    private void approve() {
        open("counsel", "Approve allocation", OFFERING);
        assertThat(tasklist.rows())
                .startsWith(
                        "H-1 300,000 300,000 600000/1500000 120000 120,000 180,000",
                        "H-2 450,000 450,000 450000/1500000 90000 90,000 360,000",
                        "H-1 600,000 120,000 171,429 299,999",
                        "H-2 450,000 90,000 128,571 225,000")
                .contains("Section 1.3 the Holders' and the others', together ofHolders 1050000, ofOthers 450000"
                        + " denominator 1500000");

        tasklist.choose("The allocation is approved");
        tasklist.complete("Complete");
        assertStored("/allocation/round/approvedBy", "counsel");
    }

    private void sign() {
        String today = day(open("corporate-secretary", "Record signature of Company", OFFERING));
        tasklist.fill("Signed on", today);
        tasklist.fill("Paper that shows it", "Underwriting agreement");
        tasklist.complete("Complete");
        assertStored("/offering/registration/companySignature", "Underwriting agreement");

        for (String holder : List.of("H-1", "H-2")) {
            open("holder-services", "Record signatures of Holders", OFFERING);
            tasklist.fill("Holder", holder);
            tasklist.fill("Signed on", today);
            tasklist.fill("Paper that shows it", "Page of " + holder);
            tasklist.complete("Check and complete");
        }
        assertStored("/signatures/0/evidence", "Page of H-1");
        assertStored("/signatures/1/evidence", "Page of H-2");
    }

    /** H-2 lets its week pass, and counsel goes on with what the Company knows. */
    private void furnish() {
        String today = day(open("holder-services", "Record information of Holders", OFFERING));
        tasklist.fill("Holder", "H-1");
        tasklist.fill("Name as it shall appear", "Leonora Vance");
        tasklist.fill("Shares owned beneficially", "119999");
        tasklist.fill("Signed on", today);
        tasklist.fill("Paper that shows it", "Questionnaire of H-1");
        tasklist.press("Check and complete");
        assertThat(tasklist.refusal())
                .contains("information[0].relationship: is required, or noRelationship must be true");
        tasklist.choose("There was none");
        tasklist.press("Check and complete");
        assertThat(tasklist.refusal()).contains("119999 is fewer than the 120000 shares that are offered for H-1");
        tasklist.fill("Shares owned beneficially", "1000000");
        tasklist.complete("Check and complete");
        assertStored("/information/0/state", "FURNISHED");

        advance("P8D");
        open("counsel", "Decide on missing information", OFFERING);
        tasklist.fill("Holder", "H-2");
        tasklist.choose("Go on with what the Company knows");
        tasklist.fill("Ground", "Its questionnaire of last year is on file.");
        tasklist.complete("Check and complete");
        assertStored("/information/1/state", "EXCUSED");
    }

    private void register() {
        String today = day(open("corporate-secretary", "Record filing", OFFERING));
        tasklist.fill("File number", "333-00001");
        tasklist.fill("Filed on", today);
        tasklist.complete("Complete");
        assertStored("/offering/registration/fileNumber", "333-00001");

        open("transfer-agent", "Record appointments", OFFERING);
        tasklist.fill("Transfer agent", "Example Transfer");
        tasklist.fill("Registrar", "Example Transfer");
        tasklist.fill("CUSIP number", "037833100");
        tasklist.complete("Complete");
        assertStored("/offering/registration/cusip", "037833100");

        tasklist.fill("Effective at", open("counsel", "Record effectiveness", OFFERING));
        tasklist.complete("Complete");
        assertStored("/offering/phase", "EFFECTIVE");
    }

    /** What the Company owes beside the line, open before the effectiveness and after it. */
    private void oblige() {
        String today = day(open("corporate-secretary", "Record listing", OFFERING));
        tasklist.press("Add new");
        tasklist.fill("Exchange", "Nasdaq");
        tasklist.choose("Approved");
        tasklist.fill("Approved on", today);
        tasklist.press("Check and complete");
        assertThat(tasklist.refusal()).contains("listings[0].evidence: is required (Section 4(d))");
        tasklist.fill("Paper that shows it", "Letter of Nasdaq");
        tasklist.choose("Every exchange that lists similar securities is entered and settled");
        tasklist.complete("Check and complete");
        assertStored("/obligations/0/state", "SETTLED");

        open("counsel", "Record states", OFFERING);
        tasklist.choose("Every state that was granted to a Holder is entered and settled");
        tasklist.fill("Ground on which no state is entered", "No Holder has asked for one.");
        tasklist.complete("Check and complete");
        assertStored("/obligations/2/ground", "No Holder has asked for one.");

        open("holder-services", "Record prospectuses", OFFERING);
        tasklist.press("Add new");
        tasklist.fill("Copies", "25");
        tasklist.choose("Final");
        tasklist.fill("Furnished on", today);
        tasklist.fill("How", "By courier, to the Holder");
        tasklist.fill("Paper that shows it", "Waybill");
        tasklist.choose("Every selling Holder has what it needs");
        tasklist.complete("Check and complete");
        assertStored("/obligations/1/state", "SETTLED");
    }

    private void close() {
        String today = day(open("transfer-agent", "Record closing", OFFERING));
        // the form stands still once its table is there
        assertThat(tasklist.rows()).isNotEmpty();
        tasklist.fill("Closed on", today);
        tasklist.addLine("Holder");
        tasklist.fill("Holder", "H-1");
        tasklist.fill("Shares sold", "100000");
        tasklist.fill("Sold on", today);
        tasklist.choose("Another one follows");
        tasklist.complete("Check and complete");
        assertStored("/sales/0/shares", "100000");
        assertStored("/offering/phase", "EFFECTIVE");

        open("transfer-agent", "Record closing", OFFERING);
        assertThat(tasklist.rows()).startsWith("H-1 120,000 100,000 20,000");
        tasklist.fill("Closed on", today);
        tasklist.addLine("Holder");
        tasklist.fill("Holder", "H-1");
        tasklist.fill("Shares sold", "20000");
        tasklist.fill("Sold on", today);
        tasklist.fill("Shares the Company has sold", "300000");
        tasklist.choose("This is the final one");
        tasklist.complete("Check and complete");
        assertStored("/sales/1/shares", "20000");
        assertStored("/offering/phase", "CLOSED");
    }

    private void settleExpenses() {
        open("finance", "Enter expenses", OFFERING);
        tasklist.press("Add new");
        tasklist.choose("For", "Printing");
        tasklist.fill("Cents", "12500000");
        tasklist.choose("More bills will come");
        tasklist.complete("Check and complete");

        open("finance", "Enter expenses", OFFERING);
        assertThat(tasklist.rows()).startsWith("1 Printing 12,500,000 finance");
        tasklist.press("Add new");
        tasklist.choose("For", "Underwriting discount");
        tasklist.fill("Cents", "252000000");
        tasklist.complete("Check and complete");

        // 2,300,000 shares of the Company, 120,000 of H-1 and 100,000 of others
        open("counsel", "Approve expenses", OFFERING);
        assertThat(tasklist.rows())
                .anyMatch(row -> row.startsWith("H-1 Leonora Vance Underwriting discount (bill 2): 120,000.00 of"));
        tasklist.choose("The expenses are approved");
        tasklist.complete("Check and complete");
        assertStored("/expenseCents/COMPANY", "242500000");
        assertStored("/expenseCents/H-1", "12000000");
    }

    /** Opens the task whose entry in the list shows the text, after all that comes before it; answers the instant. */
    private String open(String user, String task, String shown) {
        String now = advance("PT1M");
        tasklist.signIn(user);
        tasklist.open(task, shown);
        return now;
    }

    private void assertStored(String pointer, String value) {
        assertThat(get(path).at(pointer).asText()).as(pointer).isEqualTo(value);
    }

    /** Lets time pass with all that falls due on the way; answers the instant then, to the second. */
    private String advance(String duration) {
        JsonNode moved = post("/api/demo/clock", "{\"advance\": \"" + duration + "\"}");
        return OffsetDateTime.parse(moved.get("now").asText())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static String day(String instant) {
        return instant.substring(0, "2002-01-10".length());
    }

    private JsonNode get(String resource) {
        return read(Caller.program(port, "admin", "demo").get(resource));
    }

    private JsonNode post(String resource, String body) {
        return read(Caller.program(port, "admin", "demo").post(resource, body));
    }

    private JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
