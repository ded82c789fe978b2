package org.registrationrights.process.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.process.claim.ClaimStory.ID;
import static org.registrationrights.process.claim.ClaimStory.byHolder;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.indemnity.Claim.State;
import org.registrationrights.indemnity.ContributionClaim.Finder;
import org.registrationrights.process.piggyback.ProcessTest;
import org.registrationrights.process.piggyback.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** The reading by which only a court's holding opens the way to contribution. */
@ProcessTest
@TestPropertySource(
        properties = {
            "agreement.policies[0].from=2002-01-01",
            "agreement.policies[0].values.unavailabilityFinder=COURT_ONLY"
        })
@Verifies(Clause.S3_3_A)
class CourtOnlyTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Story story;

    @Autowired
    private Claims facts;

    private ClaimStory claim;

    @BeforeEach
    void begin() {
        claim = ClaimStory.of(context);
        claim.begin();
    }

    @AfterEach
    void end() {
        story.end();
    }

    /** It binds the parties (11.5), so that nothing is paid meanwhile. */
    @Test
    void anAwardStopsThePaymentAndLeadsNowhereElse() {
        claim.make(byHolder());
        claim.find(Map.of());
        claim.propose("Oak LLP");
        claim.answer(true);
        claim.judgment("900000");
        claim.arbitrate();
        claim.awarded("INDEMNITY_UNAVAILABLE");
        assertThat(story.task("Pay claim", ID)).isNull();
        assertThat(story.task("Weigh fault", ID)).isNull();
        assertThat(claim.row().state()).isEqualTo(State.DENIED);

        claim.hold("UNAVAILABLE");
        assertThat(story.task("Weigh fault", ID)).isNotNull();
        assertThat(claim.row().state()).isEqualTo(State.CONTRIBUTION);
        assertThat(facts.finder(ID)).isEqualTo(Finder.COURT);
    }
}
