package org.registrationrights.process.standoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.registrationrights.process.piggyback.Story.byFax;
import static org.registrationrights.process.piggyback.Story.byHand;
import static org.registrationrights.process.piggyback.Story.byMail;
import static org.registrationrights.process.piggyback.Story.instant;
import static org.registrationrights.process.piggyback.Story.json;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.ProofOfServiceRepository;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingGate;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.piggyback.ProcessTest;
import org.registrationrights.process.piggyback.Story;
import org.registrationrights.process.standoff.LockUps.RequestDelivery;
import org.registrationrights.process.standoff.StandoffPeriods.Period;
import org.registrationrights.standoff.Lockup;
import org.registrationrights.standoff.Lockup.Counterparty;
import org.registrationrights.standoff.Standoff;
import org.registrationrights.standoff.Standoff.State;
import org.registrationrights.standoff.StandoffRepository;
import org.springframework.beans.factory.annotation.Autowired;

/** An underwritten offering is effective since Wednesday, 23 January 2002; H-1 and H-4 are Holders. */
@ProcessTest
@Verifies({Clause.S7_A, Clause.S7_C, Clause.S7_D})
class MarketStandoffProcessTest {

    private static final String ID = "STO-2002-1";

    @Autowired
    private Story story;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private StandoffRepository standoffs;

    @Autowired
    private OfferingRepository offerings;

    @Autowired
    private ProofOfServiceRepository papers;

    @Autowired
    private StandoffPeriods periods;

    @Autowired
    private StandoffStart start;

    @Autowired
    private LockUps lockUps;

    @BeforeEach
    void begin() {
        story.effectiveOffering();
        story.now("2002-01-24T09:00:00-08:00");
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void fromTheRequestToTheReleaseOfTheStop() {
        ProcessInstance standoff = ask(ID, Map.of());
        assertThat(row().lastDay()).isEqualTo("2002-04-23");
        assertThat(papers.find("STO-2002-1:H-1:request")).isPresent();
        assertThat(period("H-1").receivedOn()).isNull();

        // by hand today; by mail, deemed received on Tuesday the 29th
        deliver("H-1", byHand("2002-01-24T08:30:00-08:00"));
        deliver("H-4", byMail("2002-01-24T08:30:00-08:00"));
        assertThat(period("H-1").firstDay()).isEqualTo("2002-01-24");
        assertThat(period("H-4").firstDay()).isEqualTo("2002-01-29");
        assertThat(period("H-4").lastDay()).isEqualTo("2002-04-23");
        assertThat(period("H-4").isRestricted(LocalDate.parse("2002-01-28"))).isFalse();

        story.complete("Record lock-ups", ID, "holder-services", Map.of("noDeliveries", true, "lockups", json("""
                [{'holderId': 'H-1', 'signedOn': '2002-01-24', 'with': 'MANAGERS', 'evidence': 'page 1'}]
                """)));
        assertThat(story.task("Record lock-ups", ID)).isNotNull();
        lockUp("H-4");
        assertThat(story.task("Record lock-ups", ID)).isNull();
        // who signs has been asked
        assertThat(period("H-4").firstDay()).isEqualTo("2002-01-24");

        story.complete("Decide on stop-transfer", ID, "corporate-secretary", Map.of("stopImposed", true));
        assertThat(row().stopTransfer().instructedAt()).isEqualTo(instant("2002-01-24T09:00:00-08:00"));
        story.complete(
                "Place stop-transfer",
                ID,
                "transfer-agent",
                Map.of("placedOn", "2002-01-24", "evidence", "confirmation 7"));

        // ninety days after Wednesday the 23rd; the Wednesday after the last day, to the first instant
        timerIsDue(standoff, "CatchEvent_LastDayOver", "2002-04-24T00:00:00-07:00");
        assertThat(row().state()).isEqualTo(State.OVER);
        assertThat(row().stopTransfer().liftInstructedAt()).isEqualTo(instant("2002-04-24T00:00:00-07:00"));
        story.complete(
                "Confirm lift", ID, "transfer-agent", Map.of("liftedOn", "2002-04-24", "evidence", "confirmation 8"));
        assertThat(standoff).isEnded().hasPassed("EndEvent_StandOffOver");
        assertThat(row().stopTransfer().liftedOn()).isEqualTo("2002-04-24");
        assertThat(events())
                .containsSubsequence(
                        "Stand-off asked for",
                        "Holders of the day listed",
                        "Requests for the stand-off drawn up",
                        "Delivery of the request for a stand-off recorded",
                        "Lock-up of the Holder recorded",
                        "Stop on transfers imposed",
                        "Transfer agent instructed to stop transfers",
                        "Stop on transfers placed",
                        "Stand-off over",
                        "Transfer agent instructed to stop transfers no longer",
                        "Stop on transfers lifted");
    }

    /** 180 days end on Monday, 22 July; 31 days end on Saturday, 23 February. Nothing is moved off a weekend. */
    @Test
    void noWeekendMovesTheLastDay() {
        ask(ID, Map.of("days", "180"));
        ask("STO-2002-2", Map.of("days", "31"));

        assertThat(row().lastDay()).isEqualTo("2002-07-22");
        assertThat(standoffs.get("STO-2002-2").lastDay()).isEqualTo("2002-02-23");
        assertThat(jobs("STO-2002-2", "BoundaryEvent_DaysOver"))
                .extracting(Job::getDuedate)
                .containsExactly(Date.from(instant("2002-02-24T00:00:00-08:00")));
    }

    @Test
    void aSecondRequestInTheSameOfferingIsCountedFromTheSameDay() {
        ask(ID, Map.of("days", "90"));
        story.now("2002-04-20T09:00:00-07:00");
        ask("STO-2002-2", Map.of("days", "180"));

        assertThat(standoffs.get("STO-2002-2").lastDay()).isEqualTo("2002-07-22");
    }

    // Whoever has not signed

    @Test
    void eachHolderThatHasNotSignedIsFollowedUp() {
        ProcessInstance standoff = ask(ID, Map.of());
        assertThat(story.task("Record lock-ups", ID).getDueDate())
                .isEqualTo(Date.from(instant("2002-02-03T23:59:59-08:00")));
        noStop();

        // ten days after Thursday the 24th
        dueTimers("BoundaryEvent_LockUpsOverdue", "2002-02-04T00:00:00-08:00");
        assertThat(story.task("Record lock-ups", ID)).isNull();
        assertThat(story.task("Follow up lock-up", "STO-2002-1:H-1")).isNotNull();

        followUp(
                "H-1",
                Map.of("resolution", "DELIVERED", "method", "PERSONAL", "receivedAt", "2002-02-01T10:00:00-08:00"));
        assertThat(period("H-1").firstDay()).isEqualTo("2002-02-01");
        followUp(
                "H-1",
                Map.of("resolution", "SIGNED", "signedOn", "2002-02-02", "with", "COMPANY", "evidence", "page 3"));
        assertThat(story.task("Follow up lock-up", "STO-2002-1:H-1")).isNull();
        assertThat(period("H-1").holder().lockup().with()).isEqualTo(Counterparty.COMPANY);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> followUp("H-4", Map.of("resolution", "GIVEN_UP")))
                .withMessage("ground: is required");
        followUp("H-4", Map.of("resolution", "GIVEN_UP", "ground", "Moved abroad; bound by the covenant all the same"));
        assertThat(period("H-4").holder().givenUpGround()).startsWith("Moved abroad");
        assertThat(standoff).isNotEnded();

        timerIsDue(standoff, "CatchEvent_LastDayOver", "2002-04-24T00:00:00-07:00");
        assertThat(standoff).isEnded().hasPassed("EndEvent_StandOffOver").hasNotPassed("ServiceTask_LiftStopTransfer");
    }

    @Test
    void aLockUpReportedMeanwhileEndsTheFollowUpAndTheLastDayTheOthers() {
        ProcessInstance standoff = ask(ID, Map.of());
        dueTimers("BoundaryEvent_LockUpsOverdue", "2002-02-04T00:00:00-08:00");

        lockUp("H-1");
        assertThat(story.task("Follow up lock-up", "STO-2002-1:H-1")).isNull();
        assertThat(story.task("Follow up lock-up", "STO-2002-1:H-4")).isNotNull();

        // the Company has not decided on a stop either
        timerIsDue(standoff, "BoundaryEvent_DaysOver", "2002-04-24T00:00:00-07:00");
        assertThat(story.task("Follow up lock-up", "STO-2002-1:H-4")).isNull();
        assertThat(story.task("Decide on stop-transfer", ID)).isNull();
        assertThat(standoff).isEnded();
    }

    @Test
    void whoBecomesAHolderLaterIsListedByItsOwnRequest() {
        ask(ID, Map.of());
        story.becomesHolder("H-50", "2002-02-01");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> deliver("H-50", byHand("2002-01-24T08:00:00-08:00")))
                .withMessage("deliveries[0].holderId: H-50 is no Holder in stand-off STO-2002-1");

        story.now("2002-02-05T09:00:00-08:00");
        deliver("H-50", byHand("2002-02-05T08:00:00-08:00"));

        assertThat(period("H-50").firstDay()).isEqualTo("2002-02-05");
        assertThat(papers.find("STO-2002-1:H-50:request")).isPresent();
    }

    @Test
    void evidenceOfManyIsTakenFromTheForm() {
        ask(ID, Map.of());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("Record lock-ups", ID, "holder-services", Map.of("noLockups", true)))
                .withMessage("deliveries: is required, or noDeliveries must be true");
        story.complete("Record lock-ups", ID, "holder-services", Map.of("noLockups", true, "deliveries", json("""
                [{'holderId': 'H-1', 'method': 'FAX', 'sentAt': '2002-01-24T08:00:00-08:00',
                  'confirmedAt': '2002-01-24T08:01:00-08:00'},
                 {'holderId': 'H-4', 'method': 'MAIL', 'mailedAt': '2002-01-24T08:00:00-08:00', 'service': 'CERTIFIED'}]
                """)));

        assertThat(period("H-1").firstDay()).isEqualTo("2002-01-24");
        assertThat(period("H-4").firstDay()).isEqualTo("2002-01-29");
    }

    // The stop on transfers

    @Test
    void aStopThatAnotherStandOffKeepsIsNotLifted() {
        ProcessInstance first = ask(ID, Map.of("days", "90"));
        stop(ID);
        ProcessInstance second = ask("STO-2002-2", Map.of("days", "120"));
        stop("STO-2002-2");

        timerIsDue(first, "BoundaryEvent_DaysOver", "2002-04-24T00:00:00-07:00");
        assertThat(first).isEnded().hasNotPassed("ServiceTask_LiftStopTransfer");

        timerIsDue(second, "CatchEvent_LastDayOver", "2002-05-24T00:00:00-07:00");
        assertThat(second).hasPassed("ServiceTask_LiftStopTransfer");
    }

    @Test
    void aStopThatWasInstructedIsLiftedThoughNobodyConfirmedIt() {
        ProcessInstance standoff = ask(ID, Map.of());
        story.complete("Decide on stop-transfer", ID, "counsel", Map.of("stopImposed", true, "ground", "One has sold"));

        timerIsDue(standoff, "BoundaryEvent_DaysOver", "2002-04-24T00:00:00-07:00");

        assertThat(story.task("Place stop-transfer", ID)).isNull();
        assertThat(story.task("Confirm lift", ID)).isNotNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete(
                        "Confirm lift", ID, "transfer-agent", Map.of("liftedOn", "2002-04-23", "evidence", "x")))
                .withMessage("liftedOn: 2002-04-23 is before the instruction, 2002-04-24");
    }

    @Test
    void theTransferAgentsPapersAreRefusedWithTheirSentence() {
        ask(ID, Map.of());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("Decide on stop-transfer", ID, "counsel", Map.of()))
                .withMessage("stopImposed: is required");
        story.complete("Decide on stop-transfer", ID, "counsel", Map.of("stopImposed", true));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete(
                        "Place stop-transfer", ID, "transfer-agent", Map.of("placedOn", "2002-01-25", "evidence", "x")))
                .withMessage("placedOn: 2002-01-25 is in the future");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        story.complete("Place stop-transfer", ID, "transfer-agent", Map.of("placedOn", "2002-01-24")))
                .withMessage("evidence: is required");
    }

    // Which offerings

    @Test
    void itOutlivesItsOffering() {
        ProcessInstance standoff = ask(ID, Map.of());
        story.withdraw();
        assertThat(story.row().phase()).isEqualTo(Phase.WITHDRAWN);

        assertThat(standoff).isNotEnded();
        deliver("H-1", byHand("2002-01-24T08:30:00-08:00"));
        assertThat(period("H-1").isRestricted(LocalDate.parse("2002-03-01"))).isTrue();
        refused("STO-2002-2", Map.of(), "offeringId: OFF-2002-1 was withdrawn (Section 7)");
    }

    @Test
    void anEffectivePublicOfferingThatOpenedNoNoticeIsEnteredWithIt() {
        Map<String, Object> entered = new HashMap<>(Map.of(
                "offeringName", "Offering of 2001",
                "offeringEffectiveAt", "2001-12-03T08:00:00-08:00",
                "offeringEvidence", "order of the SEC",
                "requestedBy", "EXECUTIVE_OFFICER"));
        entered.put("offeringId", null);
        ask(ID, entered);

        Offering offering = offerings.get(row().offeringId());
        assertThat(offering.id()).matches("OFF-2001-\\d+");
        assertThat(offering.phase()).isEqualTo(Phase.EFFECTIVE);
        assertThat(offering.managingUnderwriter()).isNull();
        assertThat(row().lastDay()).isEqualTo("2002-03-03");
        // a further one hangs on the same row
        ask("STO-2002-2", Map.of("offeringId", offering.id(), "requestedBy", "EXECUTIVE_OFFICER", "days", "100"));
        assertThat(standoffs.get("STO-2002-2").lastDay()).isEqualTo("2002-03-13");
    }

    @Test
    void anOfferingThatOwedNoNoticeIsMadeEffectiveByIt() {
        Map<String, Object> plan = Story.offering();
        plan.put("determinedAt", "2001-06-25T09:00:00-07:00");
        runtime.startProcessInstanceByKey("piggyback-registration", "OFF-2001-5", plan);
        assertThat(offerings.get("OFF-2001-5").gate()).isEqualTo(OfferingGate.Result.SERIES_2A_NOT_CLOSED);
        Map<String, Object> entered = Map.of(
                "offeringId", "OFF-2001-5",
                "offeringEffectiveAt", "2002-01-15T08:00:00-08:00",
                "offeringEvidence", "order of the SEC");

        ask(ID, entered);

        assertThat(row().offeringId()).isEqualTo("OFF-2001-5");
        assertThat(offerings.get("OFF-2001-5").registration().effectiveAt())
                .isEqualTo(instant("2002-01-15T08:00:00-08:00"));
        refused(
                "STO-2002-2",
                entered,
                "offeringEffectiveAt: OFF-2001-5 is no Public Offering without notice: its effectiveness is reported to"
                        + " itself (Section 7)");
    }

    @Test
    void daysThatHaveRunOutGoToCounsel() {
        Map<String, Object> shelf = new HashMap<>(Map.of(
                "offeringName", "Shelf of 2001",
                "offeringEffectiveAt", "2001-07-02T08:00:00-07:00",
                "offeringEvidence", "order of the SEC",
                "managingUnderwriter", "Example Securities"));
        shelf.put("offeringId", null);
        ProcessInstance standoff = ask(ID, shelf);
        assertThat(row().state()).isEqualTo(State.STALE);
        assertThat(row().lastDay()).isEqualTo("2001-09-30");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> decideOnDate(Map.of("dayIsLeft", true, "countedFrom", "2001-07-20", "ground", "x")))
                .withMessage(
                        "countedFrom: counted from 2001-07-20 the days ended on 2001-10-18, before it was asked for"
                                + " (Section 7)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> decideOnDate(Map.of("dayIsLeft", true, "countedFrom", "2001-07-01", "ground", "x")))
                .withMessage("countedFrom: 2001-07-01 is before the effectiveness of the statement, 2001-07-02");
        decideOnDate(
                Map.of("dayIsLeft", true, "countedFrom", "2002-01-16", "ground", "Effective anew at the takedown"));

        assertThat(row().state()).isEqualTo(State.RUNNING);
        assertThat(row().lastDay()).isEqualTo("2002-04-16");
        assertThat(row().countedGround()).startsWith("Effective anew");
        assertThat(standoff).isNotEnded();
    }

    @Test
    void whereNoDayIsLeftNobodyIsAsked() {
        Map<String, Object> shelf = new HashMap<>(Map.of(
                "offeringName", "Shelf of 2001",
                "offeringEffectiveAt", "2001-07-02T08:00:00-07:00",
                "offeringEvidence", "order of the SEC",
                "requestedBy", "EXECUTIVE_OFFICER"));
        shelf.put("offeringId", null);
        ProcessInstance standoff = ask(ID, shelf);

        decideOnDate(Map.of("dayIsLeft", false, "ground", "The takedown has no date of its own"));

        assertThat(standoff).isEnded().hasPassed("EndEvent_NoDayLeft");
        assertThat(row().state()).isEqualTo(State.NO_EFFECT);
        assertThat(periods.all(row())).isEmpty();
    }

    // What is not taken

    @Test
    void aRequestIsRefusedWithItsSentence() {
        refused(ID, Map.of("days", "181"), "days: 181 is more than the 180 days that may be asked for (Section 7)");
        refused(ID, Map.of("days", "0"), "days: must be above zero (Section 7)");
        refused(ID, Map.of("days", "-5"), "days: -5 is negative");
        refused(
                ID,
                Map.of("requestedBy", "EXECUTIVE_OFFICER"),
                "requestedBy: only the managing underwriter may ask, and there is one: Example Securities (Section 7)");
        refused(ID, Map.of("requester", ""), "requester: is required");
        refused(ID, Map.of("evidence", ""), "evidence: is required");
        refused(ID, Map.of("requestedOn", "2002-01-25"), "requestedOn: 2002-01-25 is in the future");
        refused(ID, Map.of("offeringId", "OFF-2002-9"), "offeringId: there is no offering OFF-2002-9");
        refused("STO-1", Map.of(), "businessKey: 'STO-1' is not of the form STO-2027-1");
        refused(
                ID,
                Map.of("offeringEffectiveAt", "2002-01-23T08:00:00-08:00", "offeringEvidence", "order"),
                "offeringEffectiveAt: OFF-2002-1 is no Public Offering without notice: its effectiveness is reported to"
                        + " itself (Section 7)");
        refused(
                ID,
                Map.of(
                        "offeringId",
                        "OFF-2001-9",
                        "offeringEffectiveAt",
                        "2001-12-03T08:00:00-08:00",
                        "offeringEvidence",
                        "order"),
                "offeringName: is required for an offering that is not known here (Section 7)");
        ask(ID, Map.of());
        refused(ID, Map.of(), "businessKey: STO-2002-1 is already the id of another stand-off");
    }

    @Test
    void withoutAManagingUnderwriterOnlyAnOfficerMayAsk() {
        refused(
                ID,
                Map.of(
                        "offeringId",
                        "OFF-2001-9",
                        "offeringName",
                        "Offering of 2001",
                        "offeringEffectiveAt",
                        "2001-12-03T08:00:00-08:00",
                        "offeringEvidence",
                        "order"),
                "requestedBy: there is no managing underwriter; an executive officer of the Company may ask (Section 7)");
        assertThat(offerings.exists("OFF-2001-9")).isFalse();
    }

    @Test
    void anOfferingMustBePublicAndEffective() {
        Map<String, Object> plan = Story.offering();
        plan.put("offeringKind", "COMPENSATORY_PLAN");
        runtime.startProcessInstanceByKey("piggyback-registration", "OFF-2002-5", plan);
        runtime.startProcessInstanceByKey("piggyback-registration", "OFF-2002-6", Story.offering());

        refused(ID, Map.of("offeringId", "OFF-2002-5"), "offeringId: OFF-2002-5 is no Public Offering (Section 7)");
        refused(
                ID,
                Map.of("offeringId", "OFF-2002-6"),
                "offeringId: OFF-2002-6 is not effective; the days are counted from its effective date (Section 7)");
    }

    @Test
    void aLockUpIsRefusedWithItsSentence() {
        ask(ID, Map.of());
        refusedLockup("H-9", "2002-01-24", "lockups[0].holderId: H-9 is no Holder in stand-off STO-2002-1");
        refusedLockup("H-1", "2002-01-25", "lockups[0].signedOn: 2002-01-25 is in the future");
        refusedLockup("H-1", "2002-01-23", "lockups[0].signedOn: 2002-01-23 is before the request, 2002-01-24");
        lockUp("H-1");
        refusedLockup("H-1", "2002-01-24", "lockups[0].holderId: H-1 has already signed, on 2002-01-24 (Section 7)");
        Lockup once = lockup("H-4", "2002-01-24");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> lockUps.recordLockups(ID, List.of(once, once)))
                .withMessage("lockups[1].holderId: H-4 is there twice (Section 7)");
        assertThat(period("H-4").holder().lockup()).isNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> lockUps.recordLockups(ID, List.of()))
                .withMessage("lockups: needs at least one line (Section 7)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> deliver("H-1", byFax("2002-01-24T09:10:00-08:00")))
                .withMessageStartingWith("deliveries[0].sentAt: 2002-01-24T17:09:00Z is in the future");
    }

    private void refusedLockup(String holder, String signedOn, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> lockUps.recordLockups(ID, List.of(lockup(holder, signedOn))))
                .withMessage(sentence);
    }

    private static Map<String, Object> request(Map<String, Object> differences) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "offeringId", Story.ID,
                "requestedBy", "MANAGING_UNDERWRITER",
                "requester", "Dana Ellis",
                "days", "90",
                "evidence", "letter of 24 January"));
        data.putAll(differences);
        return data;
    }

    private ProcessInstance ask(String id, Map<String, Object> differences) {
        ProcessInstance instance = runtime.startProcessInstanceByKey("market-standoff", id, request(differences));
        story.runJobs();
        return instance;
    }

    private void refused(String id, Map<String, Object> differences, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ask(id, differences))
                .withMessage(sentence);
    }

    private Standoff row() {
        return standoffs.get(ID);
    }

    private Period period(String holder) {
        return periods.all(row()).stream()
                .filter(period -> period.holder().key().holderId().equals(holder))
                .findFirst()
                .orElseThrow();
    }

    private void deliver(String holder, Delivery delivery) {
        lockUps.recordDeliveries(ID, List.of(new RequestDelivery(holder, delivery)));
        start.tell(ID, List.of(holder));
        story.runJobs();
    }

    private void lockUp(String holder) {
        lockUps.recordLockups(ID, List.of(lockup(holder, "2002-01-24")));
        start.tell(ID, List.of(holder));
        story.runJobs();
    }

    private static Lockup lockup(String holder, String signedOn) {
        return new Lockup(holder, LocalDate.parse(signedOn), Counterparty.MANAGERS, "page 2");
    }

    private void followUp(String holder, Map<String, Object> variables) {
        story.complete("Follow up lock-up", ID + ":" + holder, "holder-services", variables);
    }

    private void decideOnDate(Map<String, Object> variables) {
        story.complete("Decide on effective date", ID, "counsel", variables);
    }

    private void noStop() {
        story.complete("Decide on stop-transfer", ID, "corporate-secretary", Map.of("stopImposed", false));
    }

    private void stop(String id) {
        story.complete("Decide on stop-transfer", id, "corporate-secretary", Map.of("stopImposed", true));
        story.complete("Place stop-transfer", id, "transfer-agent", Map.of("placedOn", "2002-01-24", "evidence", "c"));
    }

    private void timerIsDue(ProcessInstance instance, String event, String at) {
        List<Job> timers = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(event)
                .timers()
                .list();
        assertThat(timers).extracting(timer -> timer.getDuedate().toInstant()).containsExactly(instant(at));
        story.now(at);
        story.runJobs();
    }

    private void dueTimers(String event, String at) {
        List<Job> timers =
                management.createJobQuery().activityId(event).timers().list();
        assertThat(timers)
                .isNotEmpty()
                .allSatisfy(timer -> assertThat(timer.getDuedate().toInstant()).isEqualTo(instant(at)));
        story.now(at);
        story.runJobs();
    }

    private List<Job> jobs(String id, String event) {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .processDefinitionKey("market-standoff")
                        .singleResult()
                        .getId())
                .activityId(event)
                .timers()
                .list();
    }

    private List<String> events() {
        return story.caseFile().stream().map(CaseEntry::event).toList();
    }
}
