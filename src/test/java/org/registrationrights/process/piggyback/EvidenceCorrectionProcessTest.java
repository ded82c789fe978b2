package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.registrationrights.process.piggyback.Story.all;
import static org.registrationrights.process.piggyback.Story.allFinally;
import static org.registrationrights.process.piggyback.Story.byHand;
import static org.registrationrights.process.piggyback.Story.byMail;
import static org.registrationrights.process.piggyback.Story.instant;
import static org.registrationrights.process.piggyback.Story.part;

import java.math.BigInteger;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.notice.Answer;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.EvidenceCorrectionRepository;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.process.Messages;
import org.registrationrights.process.piggyback.CommunicationView.Standing;
import org.springframework.beans.factory.annotation.Autowired;

/** Evidence is superseded by two persons; window, timers, due dates and allocation follow. */
@ProcessTest
@Verifies({Clause.S11_1_A, Clause.S2_1_D})
class EvidenceCorrectionProcessTest {

    private static final String HOLDER = "H-1";
    private static final String KEY = "OFF-2002-1:H-1";

    @Autowired
    private Story story;

    @Autowired
    private Communications communications;

    @Autowired
    private CorrectionProcess process;

    @Autowired
    private Corrections corrections;

    @Autowired
    private EvidenceCorrectionRepository rows;

    @Autowired
    private ElectionStart elections;

    @Autowired
    private Elections judging;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @BeforeEach
    void begin() {
        story.begin();
        Map<String, Object> offering = Story.offering();
        offering.put("underwritten", false);
        offering.remove("managingUnderwriter");
        story.start(offering);
        story.runJobs();
        story.now("2002-01-14T09:00:00-08:00");
    }

    @AfterEach
    void end() {
        story.end();
    }

    // A window that runs

    @Test
    void timerReminderAndDueDateFollowToALaterDay() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        assertWindow("2002-01-23T00:00:00-08:00", "2002-01-22T23:59:59-08:00");

        approve(replace(last(), byHand("2002-01-14T08:00:00-08:00")));

        assertWindow("2002-01-25T00:00:00-08:00", "2002-01-24T23:59:59-08:00");
        assertThat(story.timer(HOLDER, "BoundaryEvent_ReminderDue").getDuedate())
                .isEqualTo(Date.from(instant("2002-01-22T00:00:00-08:00")));
        assertThat(story.election(HOLDER).receivedOn()).isEqualTo("2002-01-14");
        assertThat(standings()).containsExactly(Standing.REPLACED, Standing.STANDS);
    }

    @Test
    void andToAnEarlierOne() {
        story.deliver(HOLDER, byHand("2002-01-14T08:00:00-08:00"));

        approve(replace(last(), byHand("2002-01-11T08:00:00-08:00")));

        assertWindow("2002-01-23T00:00:00-08:00", "2002-01-22T23:59:59-08:00");
    }

    @Test
    void aWindowThatTurnsOutToBeOverClosesAtOnce() {
        story.deliver(HOLDER, byHand("2002-01-14T08:00:00-08:00"));
        story.now("2002-01-23T09:00:00-08:00");

        approve(replace(last(), byHand("2002-01-11T08:00:00-08:00")));

        assertThat(story.election(HOLDER).state()).isEqualTo(State.CLOSED);
        assertThat(story.task("Record answer of Holder", KEY)).isNull();
        assertThat(events()).contains("No request in time: the right lapses for this offering");
    }

    @Test
    void aHolderIsRemindedAgainOfALaterWindow() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        story.now("2002-01-20T00:00:00-08:00");
        story.runJobs();
        assertThat(story.election(HOLDER).remindedAt()).isEqualTo("2002-01-20T08:00:00Z");

        approve(replace(last(), byHand("2002-01-14T08:00:00-08:00")));
        story.now("2002-01-22T00:00:00-08:00");
        story.runJobs();

        assertThat(story.election(HOLDER).remindedAt()).isEqualTo("2002-01-22T08:00:00Z");
    }

    @Test
    void withoutItsOnlyEvidenceTheNoticeIsNotGivenAndNoWindowRuns() {
        story.deliver(HOLDER, byHand("2002-01-14T08:00:00-08:00"));
        story.answer(HOLDER, byHand("2002-01-14T08:30:00-08:00"), all());

        approve(strike(first()));

        assertThat(story.election(HOLDER).state()).isEqualTo(State.NOTICE);
        assertThat(story.election(HOLDER).closesAt()).isNull();
        assertThat(story.election(HOLDER).settled()).isFalse();
        assertThat(story.timer(HOLDER)).isNull();
        assertThat(story.task("Record delivery of notice", KEY)).isNotNull();
        assertThat(standings()).containsExactly(Standing.STRUCK, Standing.STANDS);

        story.deliver(HOLDER, byMail("2002-01-14T08:40:00-08:00"));
        assertWindow("2002-01-29T00:00:00-08:00", "2002-01-28T23:59:59-08:00");
        assertThat(story.election(HOLDER).answer()).isEqualTo(Answer.Kind.ALL);
    }

    @Test
    void evidenceThatIsStruckWhileAnAnswerIsJudgedIsNotOverlooked() {
        story.deliver(HOLDER, byHand("2002-01-14T08:00:00-08:00"));
        String correction = strike(last());
        // the answer is judged, and the report to the offering still to come
        runtime.createExecutionQuery()
                .processInstanceId(story.election(HOLDER).processInstanceId())
                .messageEventSubscriptionName(Messages.ELECTION_RECEIVED)
                .list()
                .forEach(waits -> runtime.messageEventReceived(Messages.ELECTION_RECEIVED, waits.getId()));
        setRetriesOfReports(0);

        approve(correction);
        assertThat(story.election(HOLDER).state()).isEqualTo(State.OPEN);
        setRetriesOfReports(1);
        story.runJobs();

        assertThat(story.election(HOLDER).state()).isEqualTo(State.NOTICE);
        assertThat(story.task("Record delivery of notice", KEY)).isNotNull();
    }

    // Answers

    @Test
    void aReplacedAnswerKeepsItsPlaceAmongTheOthers() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        story.now("2002-01-18T09:00:00-08:00");
        story.answer(HOLDER, byMail("2002-01-14T10:00:00-08:00"), part(100));
        String first = last();
        story.answer(HOLDER, byMail("2002-01-14T11:00:00-08:00"), part(200));

        approve(replaceAnswer(first, byMail("2002-01-14T10:00:00-08:00"), "PART", "110"));

        // both are deemed given on the 17th: the one recorded last counts
        assertThat(story.election(HOLDER).requested()).isEqualTo(BigInteger.valueOf(200));
    }

    @Test
    void withoutTheLastAnswerTheOneBeforeCounts() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        story.answer(HOLDER, byHand("2002-01-14T08:00:00-08:00"), part(100));
        story.answer(HOLDER, byHand("2002-01-14T08:30:00-08:00"), part(200));

        approve(strike(last()));

        assertThat(story.election(HOLDER).requested()).isEqualTo(BigInteger.valueOf(100));
    }

    @Test
    void withoutItsFinalDeclarationAnElectionIsOpenAgain() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        story.answer(HOLDER, byHand("2002-01-14T08:00:00-08:00"), allFinally());
        assertThat(story.election(HOLDER).state()).isEqualTo(State.CLOSED);

        approve(strike(last()));

        assertThat(story.election(HOLDER).state()).isEqualTo(State.OPEN);
        assertThat(story.election(HOLDER).requested()).isNull();
        assertWindow("2002-01-23T00:00:00-08:00", "2002-01-22T23:59:59-08:00");
    }

    @Test
    void aReplacementThatIsLateGoesToAPerson() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        story.now("2002-01-23T09:00:00-08:00");
        story.answer(HOLDER, byHand("2002-01-22T08:00:00-08:00"), part(100));

        approve(replaceAnswer(last(), byHand("2002-01-23T08:00:00-08:00"), "PART", "100"));

        assertThat(story.election(HOLDER).requested()).isNull();
        assertThat(story.task("Decide as counsel", story.late(HOLDER))).isNotNull();
    }

    @Test
    void aDecisionOnAnAnswerThatIsStruckIsNobodysAnyMore() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        story.answer(HOLDER, Delivery.unlisted("EMAIL", null, instant("2002-01-14T08:31:00-08:00")), part(50));
        assertThat(story.task("Decide as counsel", story.late(HOLDER))).isNotNull();

        approve(strike(last()));

        assertThat(story.task("Decide as counsel", story.late(HOLDER))).isNull();
        assertThat(events()).contains("Nothing left to decide on the communication");
    }

    // An election that is closed

    @Test
    @Verifies(Clause.S2_1_C)
    void untilTheFilingItIsReopenedAndTheAllocationDoneAgain() {
        windowsOver();
        story.noLimitation();
        assertThat(story.lines()).extracting(Line::holderId).containsExactly("H-2");

        // the notice came on the 14th and not on the 10th: the window is open until the 24th
        approve(replace(first(), byHand("2002-01-14T08:00:00-08:00")));

        assertThat(story.row().phase()).isEqualTo(Phase.ELECTION);
        assertThat(story.task("Approve allocation", Story.ID)).isNull();
        assertWindow("2002-01-25T00:00:00-08:00", "2002-01-24T23:59:59-08:00");
        story.answer(HOLDER, byHand("2002-01-23T08:30:00-08:00"), allFinally());
        story.noLimitation();
        assertThat(story.lines()).extracting(Line::holderId).containsExactly("H-1", "H-2");
    }

    @Test
    void anAnswerThatTurnsOutToBeLateCountsNoLonger() {
        windowsOver();
        story.noLimitation();

        // of H-2, the only one that asked
        String answer = communications.ofHolder(story.key("H-2")).get(1).id();
        approve(replaceAnswer(answer, byHand("2002-01-23T08:00:00-08:00"), "PART", "100"));

        assertThat(story.election("H-2").state()).isEqualTo(State.CLOSED);
        assertThat(story.election("H-2").requested()).isNull();
        assertThat(story.task("Approve allocation", Story.ID)).isNull();
        assertThat(story.row().phase()).isNotEqualTo(Phase.ALLOCATION);
    }

    @Test
    void afterTheFilingCounselIsAsked() {
        windowsOver();
        story.noLimitation();
        story.approve();
        story.furnish();
        story.file();

        approve(replace(first(), byHand("2002-01-14T08:00:00-08:00")));
        assertThat(story.row().phase()).isEqualTo(Phase.FILED);
        assertThat(story.election(HOLDER).state()).isEqualTo(State.CLOSED);
        counselNotes(HOLDER);

        String answer = communications.ofHolder(story.key("H-2")).get(1).id();
        approve(strike(answer));
        assertThat(story.election("H-2").requested()).isEqualTo(BigInteger.valueOf(100));
        counselNotes("H-2");
    }

    // While the engine is at work

    @Test
    void anElectionThatIsReopenedWhileItsInstanceEndsHasOneInstance() {
        story.deliver(HOLDER, byHand("2002-01-14T08:00:00-08:00"));
        story.now("2002-01-25T00:00:00-08:00");
        String correction = replace(last(), byHand("2002-01-16T08:00:00-08:00"));
        management.executeJob(story.timer(HOLDER).getId());
        assertThat(story.election(HOLDER).state()).isEqualTo(State.CLOSED);
        setRetriesOfReports(0);

        approve(correction);
        setRetriesOfReports(1);
        story.runJobs();

        assertWindow("2002-01-27T00:00:00-08:00", "2002-01-26T23:59:59-08:00");
        assertOneInstance();
    }

    @Test
    void anElectionThatIsReopenedBeforeItsInstanceHasHeardOfItsEndHasOneInstance() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        // stored, and the instance not told
        judging.recordAnswer(story.key(HOLDER), byHand("2002-01-14T08:00:00-08:00"), allFinally(), "A-1");
        assertThat(story.election(HOLDER).state()).isEqualTo(State.CLOSED);

        approve(strike(last()));

        assertWindow("2002-01-23T00:00:00-08:00", "2002-01-22T23:59:59-08:00");
        assertOneInstance();
    }

    @Test
    @Verifies(Clause.S2_1_E)
    void theOfferingWaitsAgainForAnElectionThatIsReopenedBeforeItGoesOn() {
        story.elections().forEach(election -> {
            story.deliver(election.key().holderId(), byHand("2002-01-10T09:00:00-08:00"));
            if (!election.key().holderId().equals("H-2")) {
                story.answer(election.key().holderId(), byHand("2002-01-14T08:00:00-08:00"), allFinally());
            }
        });
        String correction = strike(last());
        judging.recordAnswer(story.key("H-2"), byHand("2002-01-14T08:00:00-08:00"), allFinally(), "A-2");
        elections.tell(story.key("H-2"), Messages.ELECTION_RECEIVED);
        reports().forEach(report -> management.executeJob(report.getId()));
        assertThat(management
                        .createJobQuery()
                        .activityId("ServiceTask_CloseOpenElections")
                        .count())
                .isOne();

        approve(correction);

        assertThat(story.row().phase()).isEqualTo(Phase.ELECTION);
        assertWindow("2002-01-23T00:00:00-08:00", "2002-01-22T23:59:59-08:00");
        story.answer(HOLDER, byHand("2002-01-14T08:30:00-08:00"), allFinally());
        assertThat(story.row().phase()).isEqualTo(Phase.ALLOCATION);
    }

    private void assertOneInstance() {
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(KEY)
                        .count())
                .isOne();
    }

    private void setRetriesOfReports(int retries) {
        reports().forEach(report -> management.setJobRetries(report.getId(), retries));
    }

    private List<Job> reports() {
        return management
                .createJobQuery()
                .activityId("ServiceTask_ReportToOffering")
                .list();
    }

    // Two persons

    @Test
    void whoeverProposedItDoesNotDecide() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        String correction = story.propose("counsel", proposal(last(), "STRIKE"));

        assertRefused(correction, "counsel", "APPROVE", "was proposed by counsel and needs another person's decision");
        assertRefused(correction, "corporate-secretary", "PERHAPS", "decision: 'PERHAPS' is not one of");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete(
                        "Decide on correction", correction, "corporate-secretary", Map.of("decision", "APPROVE")))
                .withMessageContaining("ground: is required");
        assertThat(standings()).containsExactly(Standing.STANDS);
    }

    @Test
    void whatIsRefusedStaysOnRecordWithoutEffect() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        String correction = replace(last(), byHand("2002-01-14T08:00:00-08:00"));
        assertThat(standings()).containsExactly(Standing.STANDS, Standing.PROPOSED);

        decide(correction, "REFUSE");

        assertWindow("2002-01-23T00:00:00-08:00", "2002-01-22T23:59:59-08:00");
        assertThat(standings()).containsExactly(Standing.STANDS, Standing.NOT_APPROVED);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(correction)
                        .count())
                .isZero();
        assertThat(events()).contains("Correction of evidence proposed", "Correction of evidence refused");
    }

    @Test
    void theFormShowsBothSideBySide() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        String correction = replace(last(), Delivery.fax(null, instant("2002-01-14T08:00:00-08:00")));
        String task = story.task("Decide on correction", correction).getId();

        assertThat(story.variable(task, "comparison"))
                .asString()
                .contains(
                        "{\"field\":\"method\",\"recorded\":\"PERSONAL\",\"proposed\":\"FAX\"}",
                        "{\"field\":\"receivedAt\",\"recorded\":\"2002-01-10T09:00:00-08:00\",\"proposed\":\"\"}",
                        "{\"field\":\"confirmedAt\",\"recorded\":\"\",\"proposed\":\"2002-01-14T08:00:00-08:00\"}");
        assertThat(story.variable(task, "proposedBy")).isEqualTo("holder-services");
        assertThat(story.variable(task, "reason")).isEqualTo("The postmark was misread");
    }

    @Test
    void aDecisionFromOutsideEndsTheTask() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        String key = replace(last(), byHand("2002-01-14T08:00:00-08:00"));

        corrections.decide(Story.ID, process.of(key).id(), Corrections.Decision.APPROVE, "By the log", true);
        process.tellDecision(process.of(key));
        story.runJobs();

        assertThat(story.task("Decide on correction", key)).isNull();
        assertWindow("2002-01-25T00:00:00-08:00", "2002-01-24T23:59:59-08:00");
        // told once more, it finds everything done
        process.tellDecision(process.of(key));
        story.runJobs();
        assertWindow("2002-01-25T00:00:00-08:00", "2002-01-24T23:59:59-08:00");
    }

    @Test
    void aCorrectionIsCarriedOutAlsoWhereItsInstanceWasDeleted() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        String key = replace(last(), byHand("2002-01-14T08:00:00-08:00"));
        runtime.deleteProcessInstance(process.of(key).processInstanceId(), "by mistake");

        corrections.decide(Story.ID, process.of(key).id(), Corrections.Decision.APPROVE, "By the log", true);
        process.tellDecision(process.of(key));
        story.runJobs();

        assertWindow("2002-01-25T00:00:00-08:00", "2002-01-24T23:59:59-08:00");
    }

    @Test
    @Verifies(Clause.S8_A)
    void withdrawalEndsWhatPeopleStillDecideOn() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        story.deliver("H-2", byHand("2002-01-10T09:00:00-08:00"));
        story.answer(HOLDER, Delivery.unlisted("EMAIL", null, instant("2002-01-14T08:31:00-08:00")), part(50));
        strike(first());
        String deleted = strike(communications.ofHolder(story.key("H-2")).get(0).id());
        runtime.deleteProcessInstance(process.of(deleted).processInstanceId(), "by mistake");

        story.withdraw();

        assertThat(story.running()).containsOnly("holder-notification", "expense-settlement");
        assertThat(rows.ofOffering(Story.ID))
                .extracting(row -> row.state().name())
                .containsExactly("MOOT", "MOOT");
        assertThat(events())
                .contains(
                        "Correction of evidence moot: the offering was withdrawn",
                        "Nothing left to decide on the communication");

        // what comes now is stored and asks nobody for anything
        Elections.AnswerReceipt receipt = story.answer(HOLDER, byHand("2002-01-14T08:45:00-08:00"), all());
        assertThat(receipt.reason()).startsWith("the offering is withdrawn");
        assertThat(story.running()).containsOnly("holder-notification", "expense-settlement");
    }

    @Test
    void evidenceThatCountsNoLongerIsNotCorrectedAgain() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        String original = last();
        String waiting = replace(original, byHand("2002-01-14T08:00:00-08:00"));
        String replacement = last();
        assertNotProposed(original, "X-" + process.of(waiting).id() + ", which corrects " + original);
        assertNotProposed(replacement, replacement + " does not count: ");

        approve(waiting);
        assertNotProposed(original, original + " counts no longer: by ");
        approve(replace(replacement, byHand("2002-01-13T08:00:00-08:00")));
        assertWindow("2002-01-24T00:00:00-08:00", "2002-01-23T23:59:59-08:00");
    }

    private void assertNotProposed(String communication, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> strike(communication))
                .withMessageStartingWith("communicationId: " + sentence);
    }

    private void assertRefused(String correction, String user, String decision, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete(
                        "Decide on correction", correction, user, Map.of("decision", decision, "ground", "By the log")))
                .withMessageContaining(sentence);
        assertThat(story.task("Decide on correction", correction)).isNotNull();
    }

    private void assertWindow(String timer, String due) {
        assertThat(story.timer(HOLDER).getDuedate()).isEqualTo(Date.from(instant(timer)));
        assertThat(story.task("Record answer of Holder", KEY).getDueDate()).isEqualTo(Date.from(instant(due)));
        assertThat(story.election(HOLDER).closesAt()).isEqualTo(instant(timer));
    }

    private void counselNotes(String holder) {
        story.complete(
                "Decide as counsel",
                story.late(holder),
                "counsel",
                Map.of("decision", "LEAVE_OUT", "ground", "An amendment is considered"));
    }

    /** Everybody was notified by hand on the tenth; H-2 alone asked for something; all windows are over. */
    private void windowsOver() {
        story.elections()
                .forEach(election -> story.deliver(election.key().holderId(), byHand("2002-01-10T08:00:00-08:00")));
        story.answer("H-2", byHand("2002-01-14T08:00:00-08:00"), part(100));
        story.now("2002-01-23T09:00:00-08:00");
        story.runJobs();
        assertThat(story.row().phase()).isEqualTo(Phase.ALLOCATION);
    }

    private String replace(String communication, Delivery delivery) {
        Map<String, Object> variables = proposal(communication, "REPLACE");
        variables.putAll(DeliveryForm.variables(delivery));
        return story.propose("holder-services", variables);
    }

    private String replaceAnswer(String communication, Delivery delivery, String answer, String shares) {
        Map<String, Object> variables = proposal(communication, "REPLACE");
        variables.putAll(DeliveryForm.variables(delivery));
        variables.putAll(Map.of("answer", answer, "shares", shares));
        return story.propose("holder-services", variables);
    }

    private String strike(String communication) {
        return story.propose("holder-services", proposal(communication, "STRIKE"));
    }

    private static Map<String, Object> proposal(String communication, String correction) {
        return new HashMap<>(Map.of(
                "offeringId",
                Story.ID,
                "communicationId",
                communication,
                "correction",
                correction,
                "reason",
                "The postmark was misread"));
    }

    private void approve(String correction) {
        decide(correction, "APPROVE");
    }

    private void decide(String correction, String decision) {
        story.complete(
                "Decide on correction", correction, "counsel", Map.of("decision", decision, "ground", "By the log"));
    }

    private String first() {
        return communications.ofHolder(story.key(HOLDER)).get(0).id();
    }

    private String last() {
        List<CommunicationView> all = communications.ofHolder(story.key(HOLDER));
        return all.get(all.size() - 1).id();
    }

    private List<Standing> standings() {
        return communications.ofHolder(story.key(HOLDER)).stream()
                .map(CommunicationView::standing)
                .toList();
    }

    private List<String> events() {
        return story.caseFile().stream().map(CaseEntry::event).toList();
    }
}
