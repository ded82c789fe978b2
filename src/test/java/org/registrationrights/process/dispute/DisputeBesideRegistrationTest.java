package org.registrationrights.process.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.registrationrights.process.piggyback.Story.json;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.dispute.ArbitrationFiling;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.piggyback.ProcessTest;
import org.registrationrights.process.piggyback.Story;
import org.springframework.beans.factory.annotation.Autowired;

/** A Holder disputes the allocation of an offering that is under way. */
@ProcessTest
@Verifies({Clause.S9_A, Clause.S8_A})
class DisputeBesideRegistrationTest {

    private static final String ID = "DSP-2002-1";

    @Autowired
    private Story story;

    @Autowired
    private Disputes disputes;

    @Autowired
    private Waiting waiting;

    @Autowired
    private RuntimeService runtime;

    private ProcessInstance offering;
    private ProcessInstance dispute;

    @BeforeEach
    void begin() {
        story.begin(Story.sample("H-1", "H-4"));
        Map<String, Object> data = Story.offering();
        // so that no Holder must sign
        data.put("companyShares", "0");
        offering = story.start(data);
        dispute = runtime.startProcessInstanceByKey(
                "dispute-arbitration",
                ID,
                Map.of(
                        "offeringId",
                        Story.ID,
                        "subject",
                        "How many shares of H-1 are to be included",
                        "relief",
                        "No filing until it is decided",
                        "evidence",
                        "demand of H-1",
                        "parties",
                        json("[{'party': 'H-1', 'side': 'CLAIMANT'}, {'party': 'COMPANY', 'side': 'RESPONDENT'}]")));
        disputes.file(ID, new ArbitrationFiling("1220012345", LocalDate.parse("2002-01-10"), "Los Angeles", null));
        waiting.tell(ID, Messages.DISPUTE_REPORTED);
    }

    @AfterEach
    void end() {
        story.end();
    }

    /** Every step from the determination to the closing, each of which its task would refuse if anything held it. */
    @Test
    void theLineGoesFromTheDeterminationToTheClosingBesideIt() {
        story.runJobs();
        story.electTwo();
        story.noLimitation();
        story.approve();
        story.signByCompany();
        story.furnish();
        story.file();
        story.appoint();
        story.effective();
        assertThat(story.row().phase()).isEqualTo(Phase.EFFECTIVE);
        story.close();
        story.settleNoExpenses();

        assertThat(offering).isEnded().hasPassed("EndEvent_OfferingClosed");
        assertThat(story.row().phase()).isEqualTo(Phase.CLOSED);
        assertThat(dispute).isNotEnded();
        assertThat(disputes.awaits(ID).name()).isEqualTo("OUTCOME");
    }

    @Test
    void theWithdrawalOfTheOfferingDoesNotEndIt() {
        story.runJobs();
        story.withdraw();

        assertThat(offering).isEnded();
        assertThat(dispute).isNotEnded();
        story.complete(
                "Record outcome",
                ID,
                "counsel",
                Map.of("outcome", "WITHDRAWN", "endedOn", "2002-01-10", "terms", "Moot", "paper", "letter"));
        assertThat(story.task("Enter costs", ID)).isNotNull();
    }
}
