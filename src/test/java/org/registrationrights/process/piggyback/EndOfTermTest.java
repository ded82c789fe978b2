package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.registrationrights.process.piggyback.Story.instant;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.Offering.Phase;
import org.springframework.beans.factory.annotation.Autowired;

/** Section 10 reached while an offering is under way: the sample agreement's three years end with 22 June 2004. */
@ProcessTest
@Verifies(Clause.S10_A)
class EndOfTermTest {

    private static final String TASK = "Decide on end of term";

    @Autowired
    private Story story;

    @Autowired
    private ManagementService management;

    private ProcessInstance offering;

    @BeforeEach
    void begin() {
        story.begin();
        offering = story.start(Story.offering());
        story.runJobs();
        story.electTwo();
        story.noLimitation();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void opensATaskForCounselAndDropsNothing() {
        termOver();

        assertThat(story.task("Approve allocation", Story.ID)).isNotNull();
        assertThat(story.row().phase()).isEqualTo(Phase.ALLOCATION);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete(TASK, "counsel", Map.of("decision", "GO_ON")))
                .withMessage("ground: is required");
        story.complete(
                TASK, "counsel", Map.of("decision", "GO_ON", "ground", "The Company keeps what it has announced."));
        assertThat(story.caseFile()).last().satisfies(entry -> {
            assertThat(entry.clause()).isEqualTo(Clause.S10_A);
            assertThat(entry.result().get("decision")).hasToString("GO_ON");
        });
        story.approve();
        assertThat(story.task("Record signature of Company", Story.ID)).isNotNull();
    }

    @Test
    void withdrawalTakesTheTaskAway() {
        termOver();

        story.withdraw();

        assertThat(story.task(TASK, Story.ID)).isNull();
        assertThat(story.row().phase()).isEqualTo(Phase.WITHDRAWN);
    }

    @Test
    void anEffectiveRegistrationIsNotConcerned() {
        story.approve();
        story.signByCompany();
        story.sign("H-1", "H-4");
        story.furnish();
        story.file();
        story.appoint();
        story.effective();

        assertThat(timer()).isNull();
        assertThat(story.row().phase()).isEqualTo(Phase.EFFECTIVE);
    }

    private void termOver() {
        assertThat(timer().getDuedate()).isEqualTo(Date.from(instant("2004-06-23T00:00:00-07:00")));
        story.now("2004-06-23T00:00:00-07:00");
        story.runJobs();
        assertThat(story.task(TASK, Story.ID)).isNotNull();
    }

    private Job timer() {
        return management
                .createJobQuery()
                .processInstanceId(offering.getId())
                .timers()
                .singleResult();
    }
}
