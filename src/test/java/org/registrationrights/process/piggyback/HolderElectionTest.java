package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.registrationrights.process.piggyback.Story.all;
import static org.registrationrights.process.piggyback.Story.allFinally;
import static org.registrationrights.process.piggyback.Story.byFax;
import static org.registrationrights.process.piggyback.Story.byHand;
import static org.registrationrights.process.piggyback.Story.byMail;
import static org.registrationrights.process.piggyback.Story.instant;
import static org.registrationrights.process.piggyback.Story.part;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.notice.Answer;
import org.registrationrights.notice.DeemedReceipt.Basis;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.Offering.Phase;
import org.springframework.beans.factory.annotation.Autowired;

/** One Holder's notice, window and answer. */
@ProcessTest
@Verifies({Clause.S2_1_C, Clause.S2_1_D, Clause.S2_1_F, Clause.S11_1_A})
class HolderElectionTest {

    private static final String HOLDER = "H-1";

    @Autowired
    private Story story;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @BeforeEach
    void begin() {
        story.begin();
        story.start(Story.offering());
        story.runJobs();
        story.now("2002-01-14T09:00:00-08:00");
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void noticeHasADispatchIdAndStatesTheHoldersOwnCount() {
        assertThat(story.election(HOLDER).dispatchId()).isEqualTo("OFF-2002-1:H-1:notice");
        assertThat(runtime.getVariable(story.election(HOLDER).processInstanceId(), "registrableShares"))
                .isEqualTo("600000");
    }

    @Test
    void facsimileWithoutConfirmationOpensNoWindow() {
        story.deliver(HOLDER, Delivery.fax(instant("2002-01-10T10:00:00-08:00"), null));

        assertThat(instance()).isWaitingAt("UserTask_RecordDeliveryOfNotice");
        assertThat(story.election(HOLDER).noticeBasis()).isEqualTo(Basis.NO_CONFIRMATION);
        assertThat(story.timer(HOLDER)).isNull();

        story.deliver(HOLDER, byFax("2002-01-11T10:00:00-08:00"));
        assertThat(instance()).isWaitingAt("UserTask_RecordAnswerOfHolder");
    }

    @Test
    void peopleSeeTheLastSecondAndTheTimerHoldsTheInstantAfterIt() {
        story.deliver(HOLDER, byHand("2002-01-14T08:00:00-08:00"));

        assertThat(story.task("Record answer of Holder", "OFF-2002-1:H-1").getDueDate())
                .isEqualTo(Date.from(instant("2002-01-24T23:59:59-08:00")));
        assertThat(story.timer(HOLDER).getDuedate()).isEqualTo(Date.from(instant("2002-01-25T00:00:00-08:00")));
    }

    @Test
    void windowOfMailRunsFromTheThirdBusinessDay() {
        // Monday the 14th; the 17th; ten days on is Sunday the 27th, so Monday the 28th
        story.deliver(HOLDER, byMail("2002-01-14T08:00:00-08:00"));

        story.windowOver(HOLDER, "2002-01-29T00:00:00-08:00");

        assertClosed(null);
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(story.election(HOLDER).processInstanceId())
                        .activityId("BoundaryEvent_WindowOver")
                        .count())
                .isOne();
    }

    @Test
    void laterProofOfReceiptMovesTheWindow() {
        story.deliver(HOLDER, byMail("2002-01-14T08:00:00-08:00"));
        story.now("2002-01-23T09:00:00-08:00");

        story.deliver(HOLDER, byHand("2002-01-15T08:00:00-08:00"));

        // the notice was received once: first of the two, on the 15th
        story.windowOver(HOLDER, "2002-01-26T00:00:00-08:00");
        assertClosed(null);
    }

    @Test
    void aReturnCardBelongsToItsMailing() {
        // deemed on the 17th; the card shows the 22nd, so the window runs to 1 February
        story.deliver(HOLDER, byMail("2002-01-14T08:00:00-08:00"));
        story.now("2002-01-23T09:00:00-08:00");

        story.deliver(
                HOLDER,
                Delivery.mail(
                        instant("2002-01-14T08:00:00-08:00"),
                        Delivery.Service.CERTIFIED,
                        instant("2002-01-22T10:00:00-08:00")));

        assertThat(story.election(HOLDER).noticeBasis()).isEqualTo(Basis.PROVEN_LATER_RECEIPT);
        story.windowOver(HOLDER, "2002-02-02T00:00:00-08:00");
        assertClosed(null);
    }

    @Test
    void timelyEvidenceCountsWhileOtherWindowsAreOpen() {
        story.deliver(HOLDER, byHand("2002-01-14T08:00:00-08:00"));
        story.windowOver(HOLDER, "2002-01-25T00:00:00-08:00");
        story.now("2002-01-25T09:00:00-08:00");

        var receipt = story.answer(HOLDER, byHand("2002-01-24T17:00:00-08:00"), all());

        assertThat(receipt.inTime()).isTrue();
        assertClosed(Answer.Kind.ALL);
        assertThat(story.election(HOLDER).requested()).isEqualTo(600_000);
    }

    @Test
    void lastAnswerInTimeCounts() {
        story.deliver(HOLDER, byHand("2002-01-14T08:00:00-08:00"));
        story.answer(HOLDER, byHand("2002-01-14T08:30:00-08:00"), all());
        story.answer(HOLDER, byHand("2002-01-14T08:45:00-08:00"), part(1_000));

        story.windowOver(HOLDER, "2002-01-25T00:00:00-08:00");

        assertClosed(Answer.Kind.PART);
        assertThat(story.election(HOLDER).requested()).isEqualTo(1_000);
    }

    @Test
    void anAnswerBeforeTheNoticeIsReceivedCounts() {
        story.answer(HOLDER, byHand("2002-01-14T08:30:00-08:00"), allFinally());
        assertThat(instance()).isWaitingAt("UserTask_RecordDeliveryOfNotice");

        story.deliver(HOLDER, byMail("2002-01-14T08:40:00-08:00"));

        assertClosed(Answer.Kind.ALL);
    }

    @Test
    void aFinalDeclarationEndsTheElection() {
        story.deliver(HOLDER, byHand("2002-01-14T08:00:00-08:00"));

        story.answer(HOLDER, byHand("2002-01-14T08:30:00-08:00"), allFinally());

        assertClosed(Answer.Kind.ALL);
        assertThat(story.row().phase()).isEqualTo(Phase.ELECTION);
    }

    @Test
    void theOfferingGoesOnWhenEveryHolderAskedForAll() {
        for (HolderElection election : story.elections()) {
            story.deliver(election.key().holderId(), byHand("2002-01-14T08:00:00-08:00"));
        }
        for (HolderElection election : story.elections()) {
            assertThat(story.row().phase()).isEqualTo(Phase.ELECTION);
            story.answer(election.key().holderId(), byHand("2002-01-14T08:30:00-08:00"), all());
        }

        assertThat(story.row().phase()).isEqualTo(Phase.ALLOCATION);
        assertThat(story.elections()).extracting(HolderElection::state).containsOnly(State.CLOSED);
        assertClosed(Answer.Kind.ALL);
    }

    @Test
    void anAnswerAfterTheEndIsStoredAndHasNoEffect() {
        story.deliver(HOLDER, byHand("2002-01-14T08:00:00-08:00"));
        story.windowOver(HOLDER, "2002-01-25T00:00:00-08:00");

        var receipt = story.answer(HOLDER, byHand("2002-01-25T00:00:00-08:00"), all());

        assertThat(receipt.inTime()).isFalse();
        assertThat(receipt.reason()).contains("lapsed");
        assertClosed(null);
    }

    @Test
    void theFormRefusesWhatIsNotEvidence() {
        assertRefused(Map.of("method", "MAIL"), "mailedAt: is required");
        assertRefused(Map.of("method", "FAX", "confirmedAt", "10 January"), "confirmedAt: '10 January' is not");
        assertRefused(
                Map.of("method", "PERSONAL", "receivedAt", "2002-01-14T09:02:00-08:00"),
                "receivedAt: 2002-01-14T17:02:00Z is in the future");
        assertRefused(Map.of(), "method: is required");
    }

    private void assertRefused(Map<String, Object> form, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> story.complete("Record delivery of notice", "OFF-2002-1:H-1", "holder-services", form))
                .withMessageStartingWith(sentence);
        assertThat(instance()).isWaitingAt("UserTask_RecordDeliveryOfNotice");
    }

    private void assertClosed(Answer.Kind answer) {
        assertThat(story.election(HOLDER).state()).isEqualTo(State.CLOSED);
        assertThat(story.election(HOLDER).answer()).isEqualTo(answer);
        assertThat(instance()).isNull();
    }

    private ProcessInstance instance() {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(story.election(HOLDER).processInstanceId())
                .singleResult();
    }
}
