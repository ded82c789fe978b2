package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.registrationrights.process.piggyback.Story.byFax;
import static org.registrationrights.process.piggyback.Story.instant;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.Closing;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.RegistrationDecisionRepository;
import org.registrationrights.offering.RegistrationDecisionRepository.Decision;
import org.registrationrights.offering.RegistrationDecisionRepository.Kind;
import org.registrationrights.offering.RegistrationDecisionRepository.Notice;
import org.springframework.beans.factory.annotation.Autowired;

/** Section 8: a suspension holds the filing line and nothing else, and every Holder is told. */
@ProcessTest
@Verifies({Clause.S8_A, Clause.S11_1_A})
class SuspensionTest {

    @Autowired
    private Story story;

    @Autowired
    private RegistrationDecisions decisions;

    @Autowired
    private RegistrationDecisionRepository rows;

    @Autowired
    private OfferingFacts facts;

    @Autowired
    private Closings closings;

    @Autowired
    private RuntimeService runtime;

    @BeforeEach
    void begin() {
        story.begin();
        story.start(Story.offering());
        story.runJobs();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void windowsRunOnAndTheFilingWaits() {
        story.deliver("H-1", byFax("2002-01-10T08:20:00-08:00"));
        suspend("2002-01-10T08:45:00-08:00");

        // Sunday the 20th and the holiday after it are passed
        story.windowOver("H-1", "2002-01-23T00:00:00-08:00");
        assertThat(story.election("H-1").state()).isEqualTo(State.CLOSED);
        story.now("2002-01-10T09:00:00-08:00");
        story.electTwo();
        untilFiling();

        assertThat(story.task("Record filing", Story.ID)).isNull();
        resume("2002-01-23T08:45:00-08:00");
        assertThat(story.task("Record filing", Story.ID)).isNotNull();
        story.file();
        assertThat(story.row().phase()).isEqualTo(Phase.FILED);
    }

    @Test
    void takesTheFilingBackThatIsOnSomebodysDesk() {
        story.electTwo();
        untilFiling();
        assertThat(story.task("Record filing", Story.ID)).isNotNull();

        decisions.suspended(Story.ID, instant("2002-01-23T08:45:00-08:00"));
        // stored and not told yet: whoever completes the task now is refused
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(story::file)
                .withMessage("offeringId: OFF-2002-1 is suspended since 2002-01-23T16:45:00Z; it must be resumed first"
                        + " (Section 8)");
        tell();

        assertThat(story.task("Record filing", Story.ID)).isNull();
        resume("2002-01-23T08:50:00-08:00");
        story.file();
    }

    @Test
    void holdsTheEffectiveness() {
        story.electTwo();
        untilFiling();
        story.file();
        story.appoint();
        suspend("2002-01-23T08:45:00-08:00");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> facts.effective(Story.ID, instant("2002-01-23T08:50:00-08:00")))
                .withMessageContaining("is suspended since");
        assertThat(story.task("Record effectiveness", Story.ID)).isNull();
        resume("2002-01-23T08:55:00-08:00");
        story.effective();
        assertThat(story.row().phase()).isEqualTo(Phase.EFFECTIVE);
    }

    @Test
    void holdsTheEffectivenessThatIsNotWaitedForYet() {
        story.electTwo();
        untilFiling();
        story.file();
        suspend("2002-01-23T08:45:00-08:00");

        story.appoint();

        assertThat(story.task("Record effectiveness", Story.ID)).isNull();
        resume("2002-01-23T08:50:00-08:00");
        assertThat(story.task("Record effectiveness", Story.ID)).isNotNull();
    }

    @Test
    void nothingClosesUnderASuspendedStatement() {
        story.electTwo();
        untilFiling();
        story.file();
        story.appoint();
        story.effective();
        suspend("2002-01-23T08:55:00-08:00");
        story.now("2002-01-25T09:00:00-08:00");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> close("2002-01-24"))
                .withMessage("closedOn: 2002-01-24 lies in the suspension since 2002-01-23T16:55:00Z; resume the"
                        + " registration first (Section 8)");
        // what closed before is recorded all the same
        assertThat(close("2002-01-23").number()).isEqualTo(1);
        resume("2002-01-24T08:00:00-08:00");
        assertThat(close("2002-01-25").number()).isEqualTo(2);
    }

    private Closing close(String on) {
        return closings.report(Story.ID, new Closing.Reported(null, LocalDate.parse(on), false, null, null, List.of()));
    }

    @Test
    void everyHolderThatKnowsOfTheOfferingIsTold() {
        suspend("2002-01-10T08:45:00-08:00");

        Decision decision = rows.get(Story.ID, 1);
        assertThat(decision.kind()).isEqualTo(Kind.SUSPENDED);
        assertThat(rows.notices(decision))
                .hasSize(9)
                .extracting(Notice::dispatchId)
                .contains("OFF-2002-1:H-1:N-1");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> sent(decision, "2002-01-11"))
                .withMessage("sentOn: 2002-01-11 is in the future");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> sent(decision, "2002-01-09"))
                .withMessage("sentOn: 2002-01-09 is before the decision, 2002-01-10");

        sent(decision, "2002-01-10");

        assertThat(rows.notices(decision)).extracting(Notice::sentOn).containsOnly(LocalDate.parse("2002-01-10"));
        assertThat(story.running()).doesNotContain("holder-notification");
    }

    @Test
    void beforeTheFirstNoticeThereIsNobodyToTell() {
        story.begin();
        story.start(Story.offering());

        suspend("2002-01-10T08:45:00-08:00");

        assertThat(story.running()).doesNotContain("holder-notification");
        assertThat(rows.get(Story.ID, 1).processInstanceId()).isNotNull();
    }

    @Test
    void eachDecisionIsToldOnce() {
        suspend("2002-01-10T08:40:00-08:00");
        tell();
        resume("2002-01-10T08:45:00-08:00");
        tell();

        assertThat(story.running().stream().filter("holder-notification"::equals))
                .hasSize(2);
    }

    @Test
    void isDecidedInTasklistToo() {
        inTasklist("SUSPEND", "2002-01-10T08:40:00-08:00");
        assertThat(story.row().registration().suspendedAt()).isEqualTo(instant("2002-01-10T08:40:00-08:00"));

        inTasklist("RESUME", "2002-01-10T08:45:00-08:00");
        assertThat(story.row().registration().suspendedAt()).isNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> inTasklist("STOP", "2002-01-10T08:45:00-08:00"))
                .withMessageStartingWith("decision: 'STOP' is not one of");
    }

    @Test
    void refusesWhatChangesNothing() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> decisions.resumed(Story.ID, instant("2002-01-10T08:45:00-08:00")))
                .withMessage("offeringId: OFF-2002-1 is not suspended (Section 8)");
        suspend("2002-01-10T08:45:00-08:00");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> decisions.suspended(Story.ID, instant("2002-01-10T08:50:00-08:00")))
                .withMessage("offeringId: OFF-2002-1 is suspended since 2002-01-10T16:45:00Z (Section 8)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> decisions.resumed(Story.ID, instant("2002-01-10T08:40:00-08:00")))
                .withMessage(
                        "resumedAt: 2002-01-10T16:40:00Z is before the suspension, 2002-01-10T16:45:00Z (Section 8)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> decisions.resumed(Story.ID, instant("2002-01-10T09:01:00-08:00")))
                .withMessage("resumedAt: 2002-01-10T17:01:00Z is in the future");
    }

    @Test
    void aSuspendedRegistrationIsWithdrawn() {
        story.electTwo();
        untilFiling();
        suspend("2002-01-23T08:45:00-08:00");

        story.withdraw();

        assertThat(story.running()).containsOnly("holder-notification", "expense-settlement");
        assertThat(story.row().phase()).isEqualTo(Phase.WITHDRAWN);
    }

    @Test
    void aNewDeterminationNeedsNewNoticesAndNewWindows() {
        story.electTwo();
        story.withdraw();

        runtime.startProcessInstanceByKey("piggyback-registration", "OFF-2002-2", Story.offering());
        story.runJobs();

        assertThat(story.task("Record delivery of notice", "OFF-2002-2:H-1")).isNotNull();
        assertThat(story.election("H-1").state()).isEqualTo(State.CLOSED);
    }

    private void untilFiling() {
        story.noLimitation();
        story.approve();
        story.signByCompany();
        story.sign("H-1", "H-4");
        story.furnish();
    }

    private void suspend(String at) {
        decisions.suspended(Story.ID, instant(at));
        tell();
    }

    private void resume(String at) {
        decisions.resumed(Story.ID, instant(at));
        tell();
    }

    private void tell() {
        decisions.tell(Story.ID);
        story.runJobs();
    }

    private void inTasklist(String decision, String at) {
        runtime.startProcessInstanceByKey(
                "registration-suspension", Map.of("offeringId", Story.ID, "decision", decision, "decidedAt", at));
        story.runJobs();
    }

    private void sent(Decision decision, String on) {
        story.complete(
                "Send notices",
                decision.businessKey(),
                "holder-services",
                Map.of("sentOn", on, "evidence", "mailing list of the day"));
    }
}
