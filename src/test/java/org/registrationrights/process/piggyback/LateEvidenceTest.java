package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.registrationrights.process.piggyback.Story.all;
import static org.registrationrights.process.piggyback.Story.byHand;
import static org.registrationrights.process.piggyback.Story.byMail;
import static org.registrationrights.process.piggyback.Story.instant;
import static org.registrationrights.process.piggyback.Story.json;
import static org.registrationrights.process.piggyback.Story.part;

import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.Offering.Phase;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes late: notices that do not arrive, reminders, letters and return cards found afterwards, new Holders. */
@ProcessTest
class LateEvidenceTest {

    private static final String HOLDER = "H-1";
    private static final String KEY = "OFF-2002-1:H-1";

    @Autowired
    private Story story;

    @BeforeEach
    void begin() {
        story.begin();
        Map<String, Object> offering = Story.offering();
        offering.put("underwritten", false);
        offering.remove("managingUnderwriter");
        story.start(offering);
        story.runJobs();
    }

    @AfterEach
    void end() {
        story.end();
    }

    // A notice that does not become effective

    @Test
    @Verifies({Clause.S11_1_A, Clause.S2_1_B})
    void fiveDaysAfterItsDispatchANoticeThatIsNotEffectiveGoesToAPerson() {
        overdue();

        assertThat(story.task("Record delivery of notice", KEY)).isNull();
        assertThat(story.task("Resolve overdue notice", KEY)).isNotNull();
    }

    @Test
    void sentAgainItHasFiveDaysMore() {
        overdue();

        story.complete("Resolve overdue notice", KEY, "holder-services", Map.of("resolution", "SEND_AGAIN"));

        assertThat(story.timer(HOLDER, "BoundaryEvent_NoticeOverdue").getDuedate())
                .isEqualTo(Date.from(instant("2002-01-20T09:00:00-08:00")));
        story.deliver(HOLDER, byMail("2002-01-15T09:00:00-08:00"));
        assertThat(story.election(HOLDER).state()).isEqualTo(State.OPEN);
    }

    @Test
    void counselGoesOnWithoutItOnAGroundThatIsKept() {
        overdue();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete(
                        "Resolve overdue notice",
                        KEY,
                        "holder-services",
                        Map.of("resolution", "GO_ON_WITHOUT", "ground", "moved away")))
                .withMessageContaining("counsel's decision");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        story.complete("Resolve overdue notice", KEY, "counsel", Map.of("resolution", "GO_ON_WITHOUT")))
                .withMessageContaining("ground: is required");
        story.complete(
                "Resolve overdue notice",
                KEY,
                "counsel",
                Map.of("resolution", "GO_ON_WITHOUT", "ground", "Three letters came back, no other address known"));

        assertThat(story.election(HOLDER).state()).isEqualTo(State.CLOSED);
        assertThat(story.election(HOLDER).settled()).isTrue();
        assertThat(story.election(HOLDER).withoutNoticeGround()).startsWith("Three letters");
        assertThat(events()).contains("Offering goes on without an effective notice to the Holder");
    }

    @Test
    void aDeliveryReportedMeanwhileEndsTheQuestion() {
        overdue();

        story.deliver(HOLDER, byHand("2002-01-14T09:00:00-08:00"));

        assertThat(story.task("Resolve overdue notice", KEY)).isNull();
        assertThat(story.timer(HOLDER).getDuedate()).isEqualTo(Date.from(instant("2002-01-25T00:00:00-08:00")));
    }

    @Test
    void aNoticeThatArrivesAfterCounselWentOnOpensTheTenDays() {
        overdue();
        story.complete(
                "Resolve overdue notice",
                KEY,
                "counsel",
                Map.of("resolution", "GO_ON_WITHOUT", "ground", "No address known"));

        story.deliver(HOLDER, byHand("2002-01-15T08:00:00-08:00"));

        assertThat(story.election(HOLDER).state()).isEqualTo(State.OPEN);
        assertThat(story.timer(HOLDER).getDuedate()).isEqualTo(Date.from(instant("2002-01-26T00:00:00-08:00")));
    }

    // The reminder

    @Test
    @Verifies(Clause.S2_1_D)
    void aHolderIsRemindedOnceThreeDaysBeforeItsWindowCloses() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        assertThat(story.timer(HOLDER, "BoundaryEvent_ReminderDue").getDuedate())
                .isEqualTo(Date.from(instant("2002-01-20T00:00:00-08:00")));

        story.now("2002-01-20T00:00:00-08:00");
        story.runJobs();
        assertThat(story.election(HOLDER).remindedAt()).isEqualTo("2002-01-20T08:00:00Z");
        assertThat(story.task("Record answer of Holder", KEY)).isNotNull();

        story.now("2002-01-21T09:00:00-08:00");
        story.answer(HOLDER, byHand("2002-01-21T08:00:00-08:00"), part(100));
        assertThat(events()).containsOnlyOnce("Holder reminded of the end of its window");
    }

    @Test
    void whoeverHasAskedForAllIsNotReminded() {
        story.deliver(HOLDER, byHand("2002-01-10T09:00:00-08:00"));
        story.answer(HOLDER, byHand("2002-01-10T09:00:00-08:00"), all());

        story.now("2002-01-20T00:00:00-08:00");
        story.runJobs();

        assertThat(story.election(HOLDER).remindedAt()).isNull();
    }

    // Letters and return cards that are found afterwards

    @Test
    @Verifies({Clause.S2_1_C, Clause.S2_1_D})
    void aTimelyLetterFoundAfterwardsReopensTheHolderAndTheAllocationIsDoneAgain() {
        windowsOver();
        story.noLimitation();
        assertThat(story.lines()).extracting(Line::holderId).containsExactly("H-2");

        story.answer(HOLDER, byHand("2002-01-19T10:00:00-08:00"), part(50));

        assertThat(story.election(HOLDER).state()).isEqualTo(State.CLOSED);
        assertThat(story.election(HOLDER).requested()).isEqualTo(BigInteger.valueOf(50));
        assertThat(story.row().phase()).isEqualTo(Phase.ALLOCATION);
        assertThat(story.task("Approve allocation", Story.ID)).isNull();
        story.noLimitation();
        assertThat(story.lines()).extracting(Line::holderId).containsExactly("H-1", "H-2");
        assertThat(events()).contains("Election reopened by late evidence");
    }

    @Test
    void aReturnCardThatMovesTheWindowOpensItAgain() {
        story.deliver(HOLDER, byMail("2002-01-10T08:00:00-08:00"));
        others("2002-01-10T08:00:00-08:00");
        story.answer("H-2", byHand("2002-01-10T08:30:00-08:00"), part(100));
        story.now("2002-01-30T10:00:00-08:00");
        story.runJobs();
        assertThat(story.row().phase()).isEqualTo(Phase.ALLOCATION);

        story.deliver(
                HOLDER,
                Delivery.mail(
                        instant("2002-01-10T08:00:00-08:00"),
                        Delivery.Service.CERTIFIED,
                        instant("2002-01-28T10:00:00-08:00")));

        assertThat(story.row().phase()).isEqualTo(Phase.ELECTION);
        assertThat(story.timer(HOLDER).getDuedate()).isEqualTo(Date.from(instant("2002-02-08T00:00:00-08:00")));
        assertThat(story.task("Decide on limitation", Story.ID)).isNull();
        story.answer(HOLDER, byHand("2002-01-30T09:30:00-08:00"), Story.allFinally());
        assertThat(story.task("Decide on limitation", Story.ID)).isNotNull();
    }

    @Test
    @Verifies({Clause.S2_1_C, Clause.S11_1_A})
    void aReturnCardThatMakesALateAnswerTimelyLeavesNothingToDecide() {
        story.deliver(HOLDER, byMail("2002-01-10T08:00:00-08:00"));
        story.now("2002-01-28T10:00:00-08:00");
        story.runJobs();
        String late = late(byHand("2002-01-28T09:00:00-08:00"));
        assertThat(story.election(HOLDER).state()).isEqualTo(State.CLOSED);
        assertThat(story.task("Decide as counsel", late)).isNotNull();

        // whoever enters the card need not know the hour of the mailing
        story.deliver(
                HOLDER,
                Delivery.mail(
                        instant("2002-01-10T16:00:00-08:00"),
                        Delivery.Service.CERTIFIED,
                        instant("2002-01-18T18:00:00-08:00")));

        assertThat(story.election(HOLDER).state()).isEqualTo(State.OPEN);
        assertThat(story.election(HOLDER).requested()).isEqualTo(BigInteger.valueOf(50));
        assertThat(story.timer(HOLDER).getDuedate()).isEqualTo(Date.from(instant("2002-01-29T00:00:00-08:00")));
        assertThat(story.task("Decide as counsel", late)).isNull();
    }

    @Test
    void aLateAnswerThatACardMakesTimelyCountsAlsoWhereTheWindowIsOverByNow() {
        story.deliver(HOLDER, byMail("2002-01-10T08:00:00-08:00"));
        story.now("2002-01-31T10:00:00-08:00");
        story.runJobs();
        late(byHand("2002-01-28T09:00:00-08:00"));
        assertThat(story.election(HOLDER).requested()).isNull();

        story.deliver(
                HOLDER,
                Delivery.mail(
                        instant("2002-01-10T08:00:00-08:00"),
                        Delivery.Service.CERTIFIED,
                        instant("2002-01-18T10:00:00-08:00")));

        assertThat(story.election(HOLDER).state()).isEqualTo(State.CLOSED);
        assertThat(story.election(HOLDER).lastDay()).isEqualTo("2002-01-28");
        assertThat(story.election(HOLDER).requested()).isEqualTo(BigInteger.valueOf(50));
    }

    @Test
    void whatChangesNothingReopensNothing() {
        windowsOver();

        story.answer(HOLDER, byHand("2002-01-23T08:00:00-08:00"), part(50));

        assertThat(story.row().phase()).isEqualTo(Phase.ALLOCATION);
        assertThat(story.election(HOLDER).requested()).isNull();
        assertThat(story.task("Decide on limitation", Story.ID)).isNotNull();
    }

    @Test
    void afterTheFilingNothingIsReopened() {
        windowsOver();
        story.noLimitation();
        story.approve();
        story.furnish();
        file();

        Elections.AnswerReceipt receipt = story.answer(HOLDER, byHand("2002-01-19T10:00:00-08:00"), part(50));

        assertThat(receipt.inTime()).isTrue();
        assertThat(receipt.reason()).contains("the statement is filed: counsel decides");
        assertThat(story.row().phase()).isEqualTo(Phase.FILED);
        assertThat(story.election(HOLDER).requested()).isNull();
    }

    @Test
    void evidenceThatCountsAlreadyIsRefusedUnderAnotherReceiptId() {
        story.deliver(HOLDER, byHand("2002-01-10T08:00:00-08:00"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.deliver(HOLDER, byHand("2002-01-10T08:00:00-08:00")))
                .withMessageContaining("delivery: is recorded already as ");
    }

    // What a window does not settle

    @Test
    @Verifies(Clause.S2_1_F)
    void whereNoLimitIsImposedTheCompanyMayLetALateAnswerIn() {
        windowsOver();
        story.noLimitation();

        String late = late(byHand("2002-01-23T08:00:00-08:00"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete(
                        "Decide on late answer", late, "corporate-secretary", Map.of("decision", "LET_IN")))
                .withMessageContaining("ground: is required");
        story.complete(
                "Decide on late answer",
                late,
                "corporate-secretary",
                Map.of("decision", "LET_IN", "ground", "The post was on strike"));

        assertThat(story.election(HOLDER).requested()).isEqualTo(BigInteger.valueOf(50));
        story.noLimitation();
        assertThat(story.lines()).extracting(Line::holderId).containsExactly("H-1", "H-2");
        assertThat(events()).contains("Late communication let in", "Election reopened by late evidence");
    }

    @Test
    void whereALimitMayStillComeALateAnswerTakesAWaiver() {
        windowsOver();

        String late = late(byHand("2002-01-23T08:00:00-08:00"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> decideAsCounsel(late, "LET_IN"))
                .withMessageContaining("asks for more takes a waiver by the Company and Holders of 51 %");
        decideAsCounsel(late, "LEAVE_OUT");

        assertThat(story.election(HOLDER).requested()).isNull();
        assertThat(story.row().phase()).isEqualTo(Phase.ALLOCATION);
        assertThat(events()).contains("Late communication left without effect");
    }

    @Test
    void aLateAnswerThatAsksForFewerDilutesNobodyAndIsCounselsToLetIn() {
        windowsOver();

        story.answer("H-2", byHand("2002-01-23T08:00:00-08:00"), part(60));
        decideAsCounsel(story.late("H-2"), "LET_IN");

        assertThat(story.election("H-2").requested()).isEqualTo(BigInteger.valueOf(60));
    }

    @Test
    void anAnswerByEMailGoesToCounselWhoMayLetItIn() {
        story.deliver(HOLDER, byHand("2002-01-10T08:00:00-08:00"));

        String late = late(
                Delivery.unlisted("EMAIL", instant("2002-01-10T08:30:00-08:00"), instant("2002-01-10T08:31:00-08:00")));
        decideAsCounsel(late, "LET_IN");

        assertThat(story.election(HOLDER).requested()).isEqualTo(BigInteger.valueOf(50));
        assertThat(story.election(HOLDER).state()).isEqualTo(State.OPEN);

        // what it asks for afterwards in a way that 11.1 names counts
        story.now("2002-01-11T09:00:00-08:00");
        story.answer(HOLDER, byHand("2002-01-11T08:00:00-08:00"), part(70));
        assertThat(story.election(HOLDER).requested()).isEqualTo(BigInteger.valueOf(70));
    }

    @Test
    void afterTheFilingCounselNotesWhatCameAndNothingIsLetIn() {
        windowsOver();
        story.noLimitation();
        story.approve();
        story.furnish();
        file();

        String late = late(byHand("2002-01-19T10:00:00-08:00"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> decideAsCounsel(late, "LET_IN"))
                .withMessageContaining("the statement is filed");
        decideAsCounsel(late, "LEAVE_OUT");

        story.deliver("H-2", byHand("2002-01-11T10:00:00-08:00"));
        assertThat(story.task("Decide as counsel", story.late("H-2"))).isNotNull();
    }

    /** H-1 asks for 50 shares in a way or at a time that its window does not settle; the key of the decision on it. */
    private String late(Delivery delivery) {
        story.answer(HOLDER, delivery, part(50));
        return story.late(HOLDER);
    }

    private void decideAsCounsel(String late, String decision) {
        story.complete(
                "Decide as counsel",
                late,
                "counsel",
                Map.of("decision", decision, "ground", "By the file of the post"));
    }

    // New Holders

    @Test
    @Verifies(Clause.S1_2_A)
    void whoeverBecameAHolderSinceTheNoticeIsShownToCounselAndGetsItsOwnTenDays() {
        windowsOver();
        story.becomesHolder("H-50", "2002-01-15");
        story.noLimitation();
        story.approve();
        story.furnish();

        assertThat(story.task("Record filing", Story.ID)).isNull();
        story.complete("Decide on new Holders", "counsel", Map.of("everyoneIsNotified", true));

        assertThat(story.row().phase()).isEqualTo(Phase.ELECTION);
        assertThat(story.election("H-50").state()).isEqualTo(State.NOTICE);
        story.deliver("H-50", byHand("2002-01-23T08:00:00-08:00"));
        story.answer("H-50", byHand("2002-01-23T08:30:00-08:00"), Story.allFinally());
        story.noLimitation();
        assertThat(story.lines()).extracting(Line::holderId).containsExactly("H-2", "H-50");
    }

    @Test
    void counselPassesANewHolderOverOnAGround() {
        windowsOver();
        story.becomesHolder("H-50", "2002-01-15");
        story.noLimitation();
        story.approve();
        story.furnish();

        for (String bad : List.of(
                "[{'holderId': 'H-2', 'ground': 'x'}]",
                "[{'holderId': 'H-50'}]",
                "[{'ground': 'x'}]",
                "[{'holderId': 'H-50', 'ground': 'x'}, {'holderId': 'H-50', 'ground': 'y'}]")) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(
                            () -> story.complete("Decide on new Holders", "counsel", Map.of("passedOver", json(bad))))
                    .withMessageStartingWith("passedOver[");
        }
        story.complete(
                "Decide on new Holders",
                "counsel",
                Map.of("passedOver", json("[{'holderId': 'H-50', 'ground': 'It waived notice in writing'}]")));

        assertThat(story.task("Record filing", Story.ID)).isNotNull();
        file();
        assertThat(story.row().phase()).isEqualTo(Phase.FILED);
    }

    private void overdue() {
        assertThat(story.timer(HOLDER, "BoundaryEvent_NoticeOverdue").getDuedate())
                .isEqualTo(Date.from(instant("2002-01-15T09:00:00-08:00")));
        story.now("2002-01-15T09:00:00-08:00");
        story.runJobs();
    }

    /** Everybody was notified by hand on the tenth; H-2 alone asked for something; all windows are over. */
    private void windowsOver() {
        story.deliver(HOLDER, byHand("2002-01-10T08:00:00-08:00"));
        others("2002-01-10T08:00:00-08:00");
        story.now("2002-01-18T09:00:00-08:00");
        story.answer("H-2", byHand("2002-01-18T08:00:00-08:00"), part(100));
        // the tenth day is Sunday the 20th, and Monday the 21st is Martin Luther King's
        story.now("2002-01-23T09:00:00-08:00");
        story.runJobs();
        assertThat(story.row().phase()).isEqualTo(Phase.ALLOCATION);
    }

    private void others(String at) {
        story.elections().stream()
                .map(election -> election.key().holderId())
                .filter(holder -> !holder.equals(HOLDER))
                .forEach(holder -> story.deliver(holder, byHand(at)));
    }

    private void file() {
        story.complete(
                "Record filing", "corporate-secretary", Map.of("fileNumber", "333-00001", "filedOn", "2002-01-23"));
    }

    private List<String> events() {
        return story.caseFile().stream().map(CaseEntry::event).toList();
    }
}
