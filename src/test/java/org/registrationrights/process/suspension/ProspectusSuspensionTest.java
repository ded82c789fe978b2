package org.registrationrights.process.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.registrationrights.process.piggyback.Story.byFax;
import static org.registrationrights.process.piggyback.Story.byHand;
import static org.registrationrights.process.piggyback.Story.byMail;
import static org.registrationrights.process.piggyback.Story.instant;
import static org.registrationrights.process.suspension.Stops.FIRST;
import static org.registrationrights.process.suspension.Stops.SECOND;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.ProofOfServiceRepository;
import org.registrationrights.process.piggyback.ProcessTest;
import org.registrationrights.process.piggyback.Story;
import org.registrationrights.suspension.HolderSuspension.State;
import org.registrationrights.suspension.SuspensionEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** H-1 and H-4 sell under a statement that is effective since 23 January 2002, a Wednesday. */
@ProcessTest
@Import(Stops.class)
@Verifies({Clause.S4_C, Clause.S2_6_A, Clause.S2_6_B})
class ProspectusSuspensionTest {

    @Autowired
    private Story story;

    @Autowired
    private Stops stops;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ProofOfServiceRepository papers;

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
    void fromTheDiscoveryToTheLastRelease() {
        ProcessInstance event = stops.openEvent(FIRST);
        assertThat(stops.event(FIRST).state()).isEqualTo(SuspensionEvent.State.OPEN);
        assertThat(stops.mayDispose("H-1", "2002-01-24T09:00:00-08:00")).isTrue();

        // by hand at ten; by certified mail, deemed received on the third business day, Tuesday the 29th
        story.now("2002-01-24T12:00:00-08:00");
        stops.notice(FIRST, "H-1", byHand("2002-01-24T10:00:00-08:00"));
        stops.notice(FIRST, "H-4", byMail("2002-01-24T11:00:00-08:00"));
        assertThat(stops.mayDispose("H-1", "2002-01-24T09:59:59-08:00")).isTrue();
        assertThat(stops.mayDispose("H-1", "2002-01-24T10:00:00-08:00")).isFalse();
        assertThat(stops.mayDispose("H-4", "2002-01-28T23:59:59-08:00")).isTrue();
        assertThat(stops.mayDispose("H-4", "2002-01-29T00:00:00-08:00")).isFalse();

        stops.supplement(FIRST);
        assertThat(papers.find("EVT-2002-1:H-1:prospectus")).isPresent();
        assertThat(stops.mayDispose("H-1", "2002-01-24T12:00:00-08:00")).isFalse();

        story.now("2002-01-30T09:00:00-08:00");
        stops.copies(FIRST, "H-1", byHand("2002-01-25T15:00:00-08:00"));
        assertThat(stops.mayDispose("H-1", "2002-01-25T14:59:59-08:00")).isFalse();
        assertThat(stops.mayDispose("H-1", "2002-01-25T15:00:00-08:00")).isTrue();
        assertThat(stops.holder(FIRST, "H-1").state()).isEqualTo(State.RELEASED);
        assertThat(stops.holder(FIRST, "H-4").state()).isEqualTo(State.RUNNING);
        assertThat(event).isNotEnded();

        stops.copies(FIRST, "H-4", byFax("2002-01-29T08:00:00-08:00"));
        assertThat(stops.mayDispose("H-4", "2002-01-29T07:59:59-08:00")).isFalse();
        assertThat(stops.mayDispose("H-4", "2002-01-29T08:00:00-08:00")).isTrue();
        assertThat(event).isEnded().hasPassed("EndEvent_EventClosed");
        assertThat(stops.event(FIRST).state()).isEqualTo(SuspensionEvent.State.CLOSED);
        assertThat(events())
                .containsSubsequence(
                        "Possible misstatement discovered",
                        "Misstatement found: the Holders are to be told",
                        "Covered Holders listed",
                        "Notice to stop selling drawn up",
                        "Delivery of the notice of the misstatement recorded",
                        "Prospectus corrected by a supplement",
                        "Transmittal of the corrected prospectus drawn up",
                        "Delivery of the corrected prospectus recorded",
                        "Holder free again as far as this event goes",
                        "Event closed: every covered Holder has the corrected prospectus");
    }

    @ParameterizedTest
    @CsvSource({"false, UNTRUE_STATEMENT, true", "true, NONE, true", "true, OMISSION, false"})
    void oneNoOfCounselEndsItWithReasons(boolean required, String defect, boolean material) {
        ProcessInstance event = stops.discover(FIRST);
        Map<String, Object> judgment = Stops.judgment();
        judgment.putAll(Map.of("prospectusRequired", required, "defect", defect, "material", material));
        stops.assess(FIRST, judgment);

        assertThat(event).isEnded().hasPassed("EndEvent_NoNoticeOwed");
        assertThat(stops.event(FIRST).state()).isEqualTo(SuspensionEvent.State.NO_NOTICE_OWED);
        assertThat(stops.event(FIRST).assessment().reasons()).startsWith("A third");
        assertThat(stops.event(FIRST).assessment().assessedBy()).isEqualTo("counsel");
        assertThat(stops.state("H-1", "2002-01-24T09:00:00-08:00").stops()).isEmpty();
    }

    @Test
    void counselIsRemindedOfItsJudgmentAndMustGiveItWhole() {
        stops.discover(FIRST);

        // a day after Thursday the 24th, to the last second
        assertThat(story.task("Assess misstatement", FIRST).getDueDate())
                .isEqualTo(Date.from(instant("2002-01-25T23:59:59-08:00")));
        for (String field : new String[] {"prospectusRequired", "defect", "material", "reasons"}) {
            Map<String, Object> judgment = Stops.judgment();
            judgment.remove(field);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> stops.assess(FIRST, judgment))
                    .withMessage(field + ": is required");
        }
        Map<String, Object> judgment = Stops.judgment();
        judgment.putAll(Map.of("material", false, "returnDirected", true));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> stops.assess(FIRST, judgment))
                .withMessage("returnDirected: goes with a notice, and on these answers none is owed (Section 2.6)");
        judgment.putAll(Map.of("material", true, "furtherHolders", "H-99"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> stops.assess(FIRST, judgment))
                .withMessage("holderId: H-99 is not in the register");
        assertThat(stops.event(FIRST).state()).isEqualTo(SuspensionEvent.State.ASSESSMENT);
    }

    @Test
    void whoCameToCoveredSharesSinceIsToldToo() {
        story.becomesHolder("H-50", "2002-01-20");
        stops.discover(FIRST);
        Map<String, Object> judgment = Stops.judgment();
        judgment.put("furtherHolders", "H-50, H-1");
        stops.assess(FIRST, judgment);

        stops.notice(FIRST, "H-50", byHand("2002-01-24T08:45:00-08:00"));

        assertThat(stops.mayDispose("H-50", "2002-01-24T09:00:00-08:00")).isFalse();
        assertThat(stops.mayDispose("H-1", "2002-01-24T09:00:00-08:00")).isTrue();
    }

    @Test
    @Verifies(Clause.S2_5_A)
    void noCopyOfAnAmendmentGoesOutBeforeItIsEffective() {
        stops.openEvent(FIRST);
        stops.notice(FIRST, "H-1", byHand("2002-01-24T08:45:00-08:00"));
        story.complete(
                "Correct prospectus",
                FIRST,
                "counsel",
                Map.of("kind", "AMENDMENT", "document", "Post-effective amendment No. 1", "madeOn", "2002-01-24"));

        assertThat(papers.find("EVT-2002-1:H-1:prospectus")).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> stops.copies(FIRST, "H-1", byHand("2002-01-24T08:50:00-08:00")))
                .withMessage("deliveries[0].holderId: nothing is drawn up yet for H-1; repeat it (Section 4(c))");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete(
                        "Record effectiveness of amendment",
                        FIRST,
                        "counsel",
                        Map.of("effectiveAt", "2002-01-25T08:00:00-08:00")))
                .withMessageStartingWith("effectiveAt: 2002-01-25T16:00:00Z is in the future");
        story.complete(
                "Record effectiveness of amendment",
                FIRST,
                "counsel",
                Map.of("effectiveAt", "2002-01-24T08:50:00-08:00"));
        assertThat(papers.find("EVT-2002-1:H-1:prospectus")).isPresent();
        stops.copies(FIRST, "H-1", byHand("2002-01-24T08:55:00-08:00"));
        assertThat(stops.mayDispose("H-1", "2002-01-24T08:55:00-08:00")).isTrue();
    }

    @Test
    void theCopiesMayBeReadyBeforeAnybodyKnowsThatTheNoticeArrived() {
        stops.openEvent(FIRST);
        stops.supplement(FIRST);
        assertThat(story.task("Record delivery of stop notice", stops.key(FIRST, "H-1")))
                .isNotNull();

        story.complete(
                "Record delivery of stop notice",
                stops.key(FIRST, "H-1"),
                "holder-services",
                Map.of("method", "PERSONAL", "receivedAt", "2002-01-24T08:45:00-08:00"));

        assertThat(stops.mayDispose("H-1", "2002-01-24T08:45:00-08:00")).isFalse();
        assertThat(story.task("Record receipt of corrected prospectus", stops.key(FIRST, "H-1")))
                .isNotNull();
    }

    // Receipt of the notice

    @Test
    @Verifies(Clause.S11_1_A)
    void anActualReceiptBeforeTheDeemedDayBeginsTheStopEarlier() {
        stops.openEvent(FIRST);
        story.now("2002-01-26T09:00:00-08:00");
        stops.notice(FIRST, "H-1", byMail("2002-01-24T11:00:00-08:00"));
        assertThat(stops.mayDispose("H-1", "2002-01-28T12:00:00-08:00")).isTrue();

        // the return card comes while the Holder waits for the correction
        stops.notice(
                FIRST,
                "H-1",
                Delivery.mail(
                        instant("2002-01-24T11:00:00-08:00"),
                        Delivery.Service.CERTIFIED,
                        instant("2002-01-25T16:00:00-08:00")));

        assertThat(stops.mayDispose("H-1", "2002-01-25T15:59:59-08:00")).isTrue();
        assertThat(stops.mayDispose("H-1", "2002-01-25T16:00:00-08:00")).isFalse();
        stops.supplement(FIRST);
        // and once more while it waits for its copies
        stops.notice(FIRST, "H-1", byHand("2002-01-25T12:00:00-08:00"));
        assertThat(stops.mayDispose("H-1", "2002-01-25T12:00:00-08:00")).isFalse();
        assertThat(story.task("Record receipt of corrected prospectus", stops.key(FIRST, "H-1")))
                .isNotNull();
    }

    @Test
    void aNoticeWithoutProofGoesToCounsel() {
        stops.openEvent(FIRST);
        String key = stops.key(FIRST, "H-1");
        assertThat(story.task("Record delivery of stop notice", key).getDueDate())
                .isEqualTo(Date.from(instant("2002-01-26T23:59:59-08:00")));

        // two days after Thursday the 24th
        stops.timerIsDue(FIRST, "H-1", "BoundaryEvent_NoProofOfNotice", "2002-01-27T00:00:00-08:00");
        assertThat(story.task("Record delivery of stop notice", key)).isNull();
        story.complete(
                "Decide on receipt of notice",
                key,
                "counsel",
                Map.of("outcome", "SEND_AGAIN", "ground", "The facsimile was out of order"));
        stops.timerIsDue(FIRST, "H-1", "BoundaryEvent_NoProofOfNotice", "2002-01-30T00:00:00-08:00");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete(
                        "Decide on receipt of notice", key, "counsel", Map.of("outcome", "RECEIVED", "ground", "told")))
                .withMessage("receivedAt: is required (Section 11.1)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        story.complete("Decide on receipt of notice", key, "counsel", Map.of("outcome", "NOT_PURSUED")))
                .withMessage("ground: is required");
        story.complete(
                "Decide on receipt of notice",
                key,
                "counsel",
                Map.of(
                        "outcome",
                        "RECEIVED",
                        "receivedAt",
                        "2002-01-28T10:00:00-08:00",
                        "ground",
                        "It answered the letter"));

        assertThat(stops.mayDispose("H-1", "2002-01-28T10:00:00-08:00")).isFalse();
    }

    @Test
    void aDeliveryReportedMeanwhileEndsTheQuestion() {
        stops.openEvent(FIRST);
        stops.timerIsDue(FIRST, "H-1", "BoundaryEvent_NoProofOfNotice", "2002-01-27T00:00:00-08:00");

        stops.notice(FIRST, "H-1", byFax("2002-01-26T10:00:00-08:00"));

        assertThat(story.task("Decide on receipt of notice", stops.key(FIRST, "H-1")))
                .isNull();
        assertThat(stops.mayDispose("H-1", "2002-01-26T10:00:00-08:00")).isFalse();
    }

    @Test
    void whoIsNotPursuedIsNotStopped() {
        stops.openEvent(FIRST);
        stops.timerIsDue(FIRST, "H-1", "BoundaryEvent_NoProofOfNotice", "2002-01-27T00:00:00-08:00");
        story.complete(
                "Decide on receipt of notice",
                stops.key(FIRST, "H-1"),
                "counsel",
                Map.of("outcome", "NOT_PURSUED", "ground", "It has sold all its shares"));

        assertThat(stops.holder(FIRST, "H-1").state()).isEqualTo(State.RELEASED);
        assertThat(stops.mayDispose("H-1", "2002-01-27T00:00:00-08:00")).isTrue();
        // what comes to light afterwards is told by the state all the same
        story.now("2002-01-28T09:00:00-08:00");
        stops.notice(FIRST, "H-1", byHand("2002-01-27T10:00:00-08:00"));
        assertThat(stops.mayDispose("H-1", "2002-01-27T10:00:00-08:00")).isFalse();
    }

    @Test
    void anEMailGoesToCounselAtOnce() {
        stops.openEvent(FIRST);
        story.now("2002-01-24T12:00:00-08:00");

        stops.notice(FIRST, "H-1", Delivery.unlisted("EMAIL", null, instant("2002-01-24T11:00:00-08:00")));

        assertThat(stops.mayDispose("H-1", "2002-01-24T12:00:00-08:00")).isTrue();
        story.complete(
                "Decide on receipt of notice",
                stops.key(FIRST, "H-1"),
                "counsel",
                Map.of("outcome", "RECEIVED", "receivedAt", "2002-01-24T11:00:00-08:00", "ground", "It wrote back"));
        assertThat(stops.mayDispose("H-1", "2002-01-24T11:00:00-08:00")).isFalse();
        assertThat(papers.find("EVT-2002-1:H-1:notice").orElseThrow().decisions())
                .extracting("decidedBy")
                .containsExactly("counsel");
    }

    // Receipt of the copies

    @Test
    void mailWithoutACardReleasesNobodyAndCounselDecides() {
        stopped();
        story.now("2002-01-24T12:00:00-08:00");
        stops.copies(FIRST, "H-1", byMail("2002-01-24T11:00:00-08:00"));
        String key = stops.key(FIRST, "H-1");

        // the third business day is no receipt of copies
        assertThat(stops.mayDispose("H-1", "2002-01-30T12:00:00-08:00")).isFalse();
        assertThat(story.task("Record receipt of corrected prospectus", key).getDueDate())
                .isEqualTo(Date.from(instant("2002-01-29T23:59:59-08:00")));
        stops.timerIsDue(FIRST, "H-1", "BoundaryEvent_NoProofOfReceipt", "2002-01-30T00:00:00-08:00");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> decideOnRelease(Map.of("outcome", "NOT_PURSUED", "ground", "tired")))
                .withMessage("outcome: nothing shows that the Holder has the corrected prospectus (Section 2.6)");
        decideOnRelease(Map.of("outcome", "SEND_AGAIN", "ground", "The letter came back"));
        assertThat(stops.mayDispose("H-1", "2002-01-30T00:00:00-08:00")).isFalse();
        stops.timerIsDue(FIRST, "H-1", "BoundaryEvent_NoProofOfReceipt", "2002-02-05T00:00:00-08:00");
        decideOnRelease(Map.of(
                "outcome",
                "RECEIVED",
                "receivedAt",
                "2002-02-01T14:00:00-08:00",
                "ground",
                "Its counsel confirmed it by telephone"));

        assertThat(stops.mayDispose("H-1", "2002-02-01T13:59:59-08:00")).isFalse();
        assertThat(stops.mayDispose("H-1", "2002-02-01T14:00:00-08:00")).isTrue();
        assertThat(stops.holder(FIRST, "H-1").state()).isEqualTo(State.RELEASED);
    }

    @Test
    void aReceiptReportedMeanwhileEndsThatQuestionToo() {
        stopped();
        stops.timerIsDue(FIRST, "H-1", "BoundaryEvent_NoProofOfReceipt", "2002-01-30T00:00:00-08:00");

        stops.copies(FIRST, "H-1", byHand("2002-01-28T10:00:00-08:00"));

        assertThat(story.task("Decide on release", stops.key(FIRST, "H-1"))).isNull();
        assertThat(stops.holder(FIRST, "H-1").state()).isEqualTo(State.RELEASED);
    }

    @Test
    void copiesByEMailGoToCounselAtOnce() {
        stopped();
        story.now("2002-01-24T12:00:00-08:00");

        stops.copies(FIRST, "H-1", Delivery.unlisted("EMAIL", null, instant("2002-01-24T11:00:00-08:00")));

        assertThat(stops.mayDispose("H-1", "2002-01-24T12:00:00-08:00")).isFalse();
        assertThat(story.task("Decide on release", stops.key(FIRST, "H-1"))).isNotNull();
    }

    @Test
    void whoHasTheCopiesBeforeTheNoticeIsDeemedReceivedGoesToCounsel() {
        stops.openEvent(FIRST);
        story.now("2002-01-25T09:00:00-08:00");
        stops.notice(FIRST, "H-1", byMail("2002-01-24T11:00:00-08:00"));
        stops.supplement(FIRST);

        stops.copies(FIRST, "H-1", byHand("2002-01-25T08:00:00-08:00"));

        // by the letter the notice, deemed received on Tuesday, would stop it again
        assertThat(stops.mayDispose("H-1", "2002-01-29T00:00:00-08:00")).isFalse();
        decideOnRelease(Map.of("outcome", "NOT_PURSUED", "ground", "It had the supplement first"));
        assertThat(stops.mayDispose("H-1", "2002-01-29T00:00:00-08:00")).isTrue();
        assertThat(stops.holder(FIRST, "H-1").state()).isEqualTo(State.RELEASED);
    }

    // Several events

    @Test
    void aHolderIsFreeOnlyWhenNoOtherEventIsOpenForIt() {
        ProcessInstance first = stops.openEvent(FIRST);
        ProcessInstance second = stops.openEvent(SECOND);
        for (String holder : new String[] {"H-1", "H-4"}) {
            stops.notice(FIRST, holder, byHand("2002-01-24T08:30:00-08:00"));
            stops.notice(SECOND, holder, byHand("2002-01-24T08:40:00-08:00"));
        }
        stops.supplement(FIRST);
        stops.copies(FIRST, "H-1", byHand("2002-01-24T08:45:00-08:00"));

        assertThat(stops.holder(FIRST, "H-1").state()).isEqualTo(State.RELEASED);
        assertThat(stops.state("H-1", "2002-01-24T08:45:00-08:00").openEvents()).containsExactly(SECOND);

        stops.supplement(SECOND);
        stops.copies(SECOND, "H-1", byHand("2002-01-24T08:50:00-08:00"));
        assertThat(stops.state("H-1", "2002-01-24T08:35:00-08:00").openEvents()).containsExactly(FIRST);
        assertThat(stops.mayDispose("H-1", "2002-01-24T08:50:00-08:00")).isTrue();
        assertThat(first).isNotEnded();
        assertThat(second).isNotEnded();
        assertThat(stops.state("H-4", "2002-01-24T09:00:00-08:00").openEvents()).containsExactly(FIRST, SECOND);
    }

    @Test
    @Verifies(Clause.S2_5_A)
    void oneAmendmentMayCorrectSeveralEventsAndOneSetOfCopiesReleasesFromAll() {
        ProcessInstance first = stops.openEvent(FIRST);
        ProcessInstance second = stops.openEvent(SECOND);
        for (String event : new String[] {FIRST, SECOND}) {
            stops.notice(event, "H-1", byHand("2002-01-24T08:30:00-08:00"));
            stops.notice(event, "H-4", byHand("2002-01-24T08:30:00-08:00"));
        }
        assertThat(story.variable(story.task("Correct prospectus", SECOND).getId(), "othersOpen"))
                .isEqualTo(FIRST);
        story.complete(
                "Correct prospectus",
                SECOND,
                "corporate-secretary",
                Map.of(
                        "kind",
                        "AMENDMENT",
                        "document",
                        "Amendment No. 1",
                        "madeOn",
                        "2002-01-24",
                        "alsoCorrects",
                        FIRST));
        assertThat(story.task("Correct prospectus", FIRST)).isNull();
        story.complete(
                "Record effectiveness of amendment",
                FIRST,
                "counsel",
                Map.of("effectiveAt", "2002-01-24T08:40:00-08:00"));
        assertThat(story.task("Record effectiveness of amendment", SECOND)).isNull();

        assertThat(papers.find("EVT-2002-1:H-1:prospectus")).isEmpty();
        stops.copies(FIRST, "H-1", byHand("2002-01-24T08:50:00-08:00"));
        story.complete(
                "Record receipt of corrected prospectus",
                stops.key(SECOND, "H-4"),
                "holder-services",
                Map.of("method", "PERSONAL", "receivedAt", "2002-01-24T08:55:00-08:00"));

        assertThat(stops.mayDispose("H-1", "2002-01-24T08:50:00-08:00")).isTrue();
        assertThat(stops.mayDispose("H-4", "2002-01-24T08:55:00-08:00")).isTrue();
        assertThat(first).isEnded();
        assertThat(second).isEnded();
    }

    @Test
    void aFindingOnTheCopiesReleasesFromEveryEventThatTheyCorrect() {
        ProcessInstance first = stops.openEvent(FIRST);
        stops.openEvent(SECOND);
        stops.notice(FIRST, "H-1", byHand("2002-01-24T08:30:00-08:00"));
        stops.notice(SECOND, "H-1", byHand("2002-01-24T08:30:00-08:00"));
        stops.supplement(SECOND, FIRST);
        stops.timerIsDue(SECOND, "H-1", "BoundaryEvent_NoProofOfReceipt", "2002-01-30T00:00:00-08:00");

        story.complete(
                "Decide on release",
                stops.key(SECOND, "H-1"),
                "counsel",
                Map.of(
                        "outcome",
                        "RECEIVED",
                        "receivedAt",
                        "2002-01-29T09:00:00-08:00",
                        "ground",
                        "Seen with it at the closing"));

        assertThat(stops.holder(FIRST, "H-1").state()).isEqualTo(State.RELEASED);
        assertThat(stops.mayDispose("H-1", "2002-01-29T09:00:00-08:00")).isTrue();
        assertThat(first).isNotEnded();
    }

    // What is not taken

    @Test
    void aDiscoveryIsRefusedWithItsSentence() {
        refused("EVT-1", Map.of(), "businessKey: 'EVT-1' is not of the form EVT-2027-1");
        refused(FIRST, Map.of("offeringId", "OFF-2002-9"), "offeringId: there is no offering OFF-2002-9");
        refused(FIRST, Map.of("description", " "), "description: is required");
        refused(
                FIRST,
                Map.of("discoveredAt", "2002-01-25T09:00:00-08:00"),
                "discoveredAt: 2002-01-25T17:00:00Z is in the future");
        refused(
                FIRST,
                Map.of("discoveredAt", "yesterday"),
                "discoveredAt: 'yesterday' is not an instant with offset, such as 2002-01-10T09:00:00-08:00");
        stops.discover(FIRST);
        refused(FIRST, Map.of(), "businessKey: EVT-2002-1 is already the id of another event");
    }

    @Test
    void anIdIsAssignedWhereNoneIsGiven() {
        ProcessInstance event = runtime.startProcessInstanceByKey("prospectus-suspension", Stops.discovery());

        assertThat(event.getBusinessKey()).matches("EVT-2002-\\d+");
        assertThat(stops.event(event.getBusinessKey()).recordedBy()).isEqualTo("system");
    }

    @Test
    @Verifies(Clause.S2_5_A)
    void aCorrectionIsRefusedWithItsSentence() {
        stops.openEvent(FIRST);
        stops.discover(SECOND);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> stops.supplement(FIRST, SECOND))
                .withMessage("corrects: EVT-2002-2 is not open: it is in ASSESSMENT (Section 4(c))");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> stops.supplement(FIRST, "EVT-2002-3"))
                .withMessage("eventId: there is no event EVT-2002-3");
        stops.supplement(FIRST);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> stops.supplement(FIRST))
                .withMessage("eventId: EVT-2002-1 is corrected already, for EVT-2002-1 (Section 2.5)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> stops.effective(FIRST, "2002-01-24T08:50:00-08:00"))
                .withMessage("eventId: a supplement needs no effectiveness (Section 2.5)");
    }

    /** Notice to H-1 by hand, and a supplement whose copies are out. */
    private void stopped() {
        stops.openEvent(FIRST);
        stops.notice(FIRST, "H-1", byHand("2002-01-24T08:45:00-08:00"));
        stops.supplement(FIRST);
    }

    private void decideOnRelease(Map<String, Object> decision) {
        story.complete("Decide on release", stops.key(FIRST, "H-1"), "counsel", decision);
    }

    private void refused(String id, Map<String, Object> differences, String sentence) {
        Map<String, Object> data = Stops.discovery();
        data.putAll(differences);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> runtime.startProcessInstanceByKey("prospectus-suspension", id, data))
                .withMessage(sentence);
    }

    private java.util.List<String> events() {
        return story.caseFile().stream().map(CaseEntry::event).toList();
    }
}
