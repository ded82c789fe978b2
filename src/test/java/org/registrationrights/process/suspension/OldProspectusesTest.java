package org.registrationrights.process.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.registrationrights.process.piggyback.Story.byHand;
import static org.registrationrights.process.piggyback.Story.json;
import static org.registrationrights.process.suspension.Stops.FIRST;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.ExpenseRepository;
import org.registrationrights.offering.Expenses;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.piggyback.ProcessTest;
import org.registrationrights.process.piggyback.Story;
import org.registrationrights.suspension.ReturnedCopies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The Company directs that H-1 and H-4 return the prospectus that is found to be misleading. */
@ProcessTest
@Import(Stops.class)
@Verifies(Clause.S2_6_C)
class OldProspectusesTest {

    @Autowired
    private Story story;

    @Autowired
    private Stops stops;

    @Autowired
    private ExpenseRepository expenses;

    @Autowired
    private SuspensionStart start;

    @Autowired
    private OldProspectuses prospectuses;

    @Autowired
    private Waiting waiting;

    private ProcessInstance event;

    @BeforeEach
    void begin() {
        story.effectiveOffering();
        story.now("2002-01-24T09:00:00-08:00");
        event = stops.discover(FIRST);
        Map<String, Object> judgment = Stops.judgment();
        judgment.put("returnDirected", true);
        stops.assess(FIRST, judgment);
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void eachReturnIsRecordedWithItsCostAndHoldsNoRelease() {
        for (String holder : List.of("H-1", "H-4")) {
            stops.notice(FIRST, holder, byHand("2002-01-24T08:30:00-08:00"));
        }
        stops.supplement(FIRST);
        for (String holder : List.of("H-1", "H-4")) {
            stops.copies(FIRST, holder, byHand("2002-01-24T08:50:00-08:00"));
        }
        assertThat(stops.mayDispose("H-1", "2002-01-24T08:50:00-08:00")).isTrue();
        assertThat(event).isNotEnded();
        assertThat(missing()).isEqualTo("H-1, H-4");

        story.complete("Record returned prospectuses", FIRST, "holder-services", Map.of("returns", json("""
                [{'holderId': 'H-1', 'copies': '30', 'returnedOn': '2002-01-24', 'evidence': 'parcel 7',
                  'costCents': '1250', 'complete': false},
                 {'holderId': 'H-4', 'copies': '0', 'returnedOn': '2002-01-24', 'evidence': 'letter of H-4'}]
                """)));
        assertThat(missing()).isEqualTo("H-1");
        prospectuses.record(FIRST, List.of(returned("H-1", 20, 875)));
        waiting.tell(FIRST, Messages.PROSPECTUSES_RETURNED);
        story.runJobs();

        assertThat(event).isEnded().hasPassed("EndEvent_EventClosed");
        // each return by itself is a bill of the Company
        assertThat(expenses.bills(Story.ID))
                .extracting(bill -> bill.item().type(), bill -> bill.item().cents())
                .containsExactly(
                        tuple(Expenses.Type.PROSPECTUS_RETURN, BigInteger.valueOf(1250)),
                        tuple(Expenses.Type.PROSPECTUS_RETURN, BigInteger.valueOf(875)));
    }

    /** 12.50 and 8.75 dollars before the closing, 3.00 after all bills were approved. */
    @Test
    @Verifies(Clause.S5_A)
    void whatReturnsCostIsSettledAsTheCompanysWithTheCostsOfTheOffering() {
        stops.notice(FIRST, "H-1", byHand("2002-01-24T08:30:00-08:00"));
        returnedWithCost("H-1", 20, 1250);
        story.complete(
                "Record closing",
                "transfer-agent",
                Map.of("closedOn", "2002-01-24", "finalClosing", true, "nothingSold", true));
        story.complete("Enter expenses", "finance", Map.of("noExpenses", true));
        assertThat(story.task("Approve expenses", Story.ID)).isNotNull();

        // one comes while counsel reads: finance says again that it is all
        returnedWithCost("H-1", 1, 875);
        assertThat(story.task("Approve expenses", Story.ID)).isNull();
        story.complete("Enter expenses", "finance", Map.of("noExpenses", true));
        story.complete("Approve expenses", "counsel", Map.of("expensesApproved", true));
        assertThat(expenses.shares(Story.ID)).containsExactly(Map.entry("COMPANY", BigInteger.valueOf(2125)));

        returnedWithCost("H-4", 5, 300);
        story.complete("Enter expenses", "finance", Map.of("noExpenses", true));
        story.complete("Approve expenses", "counsel", Map.of("expensesApproved", true));
        assertThat(expenses.shares(Story.ID)).containsExactly(Map.entry("COMPANY", BigInteger.valueOf(2425)));
    }

    private void returnedWithCost(String holder, long copies, long cents) {
        prospectuses.record(FIRST, List.of(returned(holder, copies, cents)));
        start.tellCosts(FIRST);
        story.runJobs();
    }

    @Test
    void counselMayGiveUpWhatIsStillOut() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> record("holder-services", Map.of()))
                .withMessage("returns: is required, or restGivenUp must be true");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> record("holder-services", Map.of("restGivenUp", true, "ground", "lost")))
                .withMessage("restGivenUp: is counsel's decision (Section 2.6)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> record("counsel", Map.of("restGivenUp", true)))
                .withMessage("ground: is required");
        record("counsel", Map.of("restGivenUp", true, "ground", "Lost in a fire"));

        assertThat(story.task("Record returned prospectuses", FIRST)).isNull();
        assertThat(stops.event(FIRST).restGivenUp().ground()).isEqualTo("Lost in a fire");
        assertThat(stops.event(FIRST).restGivenUp().by()).isEqualTo("counsel");
    }

    @Test
    void aReturnIsRefusedWithItsSentence() {
        refused("'copies': '0', 'complete': false", "copies: must be above zero, or the return complete (Section 2.6)");
        refused("'copies': '-1'", "returns[0].copies: -1 is negative");
        refused("'copies': '1', 'costCents': '-5'", "returns[0].costCents: -5 is negative");
        refused("'copies': '1', 'evidence': ' '", "returns[0].evidence: is required (Section 2.6)");
        refused(
                "'copies': '1', 'holderId': 'H-9'",
                "returns[0].holderId: H-9 is no covered Holder of event EVT-2002-1");
        refused("'copies': '1', 'returnedOn': '2002-01-25'", "returns[0].returnedOn: 2002-01-25 is in the future");
        refused(
                "'copies': '1', 'returnedOn': '2002-01-23'",
                "returns[0].returnedOn: 2002-01-23 is before the discovery, 2002-01-24");
        assertThat(missing()).isEqualTo("H-1, H-4");
    }

    @Test
    void whereNoReturnWasDirectedNoneIsTaken() {
        stops.openEvent(Stops.SECOND);

        assertThat(story.task("Record returned prospectuses", Stops.SECOND)).isNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> prospectuses.record(Stops.SECOND, List.of(returned("H-1", 1, 0))))
                .withMessage("eventId: no return was directed with the notice of EVT-2002-2 (Section 2.6)");
    }

    private void refused(String fields, String sentence) {
        StringBuilder line = new StringBuilder(fields);
        List.of("'holderId': 'H-1'", "'returnedOn': '2002-01-24'", "'evidence': 'parcel'").stream()
                .filter(field -> !fields.contains(field.substring(0, field.indexOf(':'))))
                .forEach(field -> line.append(", ").append(field));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> record("holder-services", Map.of("returns", json("[{" + line + "}]"))))
                .withMessageEndingWith(sentence);
    }

    private void record(String user, Map<String, Object> variables) {
        story.complete("Record returned prospectuses", FIRST, user, variables);
    }

    private Object missing() {
        return story.variable(story.task("Record returned prospectuses", FIRST).getId(), "missingReturns");
    }

    private static ReturnedCopies returned(String holder, long copies, long cents) {
        return new ReturnedCopies(
                holder,
                BigInteger.valueOf(copies),
                LocalDate.parse("2002-01-24"),
                "parcel 8",
                BigInteger.valueOf(cents),
                true);
    }
}
