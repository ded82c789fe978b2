package org.registrationrights.process.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.process.claim.ClaimStory.ID;
import static org.registrationrights.process.claim.ClaimStory.byHolder;
import static org.registrationrights.process.piggyback.Story.instant;

import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.indemnity.Claim.State;
import org.registrationrights.process.piggyback.ProcessTest;
import org.registrationrights.process.piggyback.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ProcessTest
@Import(ClaimStory.class)
@Verifies({Clause.S3_1_A, Clause.S3_1_C, Clause.S3_1_D})
class IndemnificationClaimTest {

    @Autowired
    private Story story;

    @Autowired
    private ClaimStory claim;

    @BeforeEach
    void begin() {
        claim.begin();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void aHolderIsHeldHarmless() {
        claim.make(byHolder());
        assertThat(story.task("Find on claim", ID).getDueDate())
                .isEqualTo(Date.from(instant("2002-02-14T23:59:59-08:00")));
        claim.find(Map.of());
        assertThat(claim.row().state()).isEqualTo(State.OWED);
        claim.propose("Oak LLP");
        claim.answer(true);
        claim.judgment("900000");
        assertThat(story.task("Pay claim", ID).getDueDate()).isEqualTo(Date.from(instant("2002-03-06T23:59:59-08:00")));
        claim.pay("900000");

        assertThat(claim.ended()).isTrue();
        assertThat(claim.ends()).containsExactly("EndEvent_ClaimPaid");
        assertThat(claim.row().state()).isEqualTo(State.PAID);
        assertThat(claim.events())
                .containsSubsequence(
                        "Claim for indemnity made",
                        "Notice of a claim drawn up",
                        "Findings on the claim made",
                        "Indemnity owed",
                        "Counsel for the defense proposed",
                        "Counsel for the defense approved",
                        "Outcome of the action recorded",
                        "Amount due computed",
                        "Claim paid");
    }
}
