package org.registrationrights.process.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.registrationrights.process.piggyback.Story.byHand;
import static org.registrationrights.process.suspension.Stops.FIRST;
import static org.registrationrights.process.suspension.Stops.SECOND;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.process.piggyback.ProcessTest;
import org.registrationrights.process.piggyback.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Neither the closing nor the withdrawal of an offering ends what keeps its Holders from a misleading prospectus. */
@ProcessTest
@Import(Stops.class)
@Verifies({Clause.S4_C, Clause.S2_6_A, Clause.S8_A})
class SuspensionOutlivesOfferingTest {

    @Autowired
    private Story story;

    @Autowired
    private Stops stops;

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void afterTheClosingEventsGoOnAndNewOnesBegin() {
        ProcessInstance offering = story.effectiveOffering();
        ProcessInstance event = stops.openEvent(FIRST);
        stops.notice(FIRST, "H-1", byHand("2002-01-23T08:45:00-08:00"));
        story.close();
        story.settleNoExpenses();
        assertThat(offering).isEnded();
        assertThat(story.row().phase()).isEqualTo(Phase.CLOSED);

        assertThat(event).isNotEnded();
        assertThat(stops.mayDispose("H-1", "2002-01-23T09:00:00-08:00")).isFalse();
        stops.openEvent(SECOND);
        stops.notice(SECOND, "H-4", byHand("2002-01-23T08:50:00-08:00"));
        assertThat(stops.mayDispose("H-4", "2002-01-23T08:50:00-08:00")).isFalse();
    }

    @Test
    void aWithdrawalLeavesThemStanding() {
        ProcessInstance offering = story.effectiveOffering();
        ProcessInstance event = stops.openEvent(FIRST);
        stops.notice(FIRST, "H-1", byHand("2002-01-23T08:45:00-08:00"));
        story.withdraw();
        assertThat(offering).isEnded();
        assertThat(story.row().phase()).isEqualTo(Phase.WITHDRAWN);

        assertThat(event).isNotEnded();
        assertThat(story.task("Correct prospectus", FIRST)).isNotNull();
        assertThat(stops.mayDispose("H-1", "2002-01-23T09:00:00-08:00")).isFalse();
        // whether a prospectus is still required is for counsel to say
        stops.discover(SECOND);
        assertThat(story.task("Assess misstatement", SECOND)).isNotNull();
    }

    @Test
    void whatNeverBecameEffectiveMisleadsNobody() {
        story.begin();
        story.start(Story.offering());
        story.runJobs();
        story.withdraw();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> stops.discover(FIRST))
                .withMessage("offeringId: OFF-2002-1 has no statement that became effective (Section 4(c))");
    }
}
