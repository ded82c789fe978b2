package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.process.piggyback.Story.all;
import static org.registrationrights.process.piggyback.Story.byHand;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.Offering.Phase;
import org.springframework.beans.factory.annotation.Autowired;

/** More Holders than one transaction takes. */
@ProcessTest
@Verifies({Clause.S2_1_B, Clause.S2_1_E, Clause.S8_A})
class ManyHoldersTest {

    private static final int HOLDERS = StartElectionsDelegate.BATCH + 5;

    @Autowired
    private Story story;

    @BeforeEach
    void begin() {
        List<String> sample = Story.sample().lines().toList();
        String pattern = sample.stream()
                .filter(line -> line.startsWith("H-7,"))
                .findFirst()
                .orElseThrow();
        story.begin(sample.get(0) + "\n"
                + IntStream.rangeClosed(1, HOLDERS)
                        .mapToObj(i -> pattern.replace("H-7", "H-" + i).replace("L-14", "L-" + i))
                        .collect(Collectors.joining("\n")));
        story.start(Story.offering());
        story.runJobs();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void eachHasAnElectionAndAllAreClosedWhenAllAskedForAll() {
        assertThat(story.elections())
                .hasSize(HOLDERS)
                .extracting(HolderElection::state)
                .containsOnly(State.NOTICE);

        for (HolderElection election : story.elections()) {
            story.deliver(election.key().holderId(), byHand("2002-01-10T08:00:00-08:00"));
            story.answer(election.key().holderId(), byHand("2002-01-10T08:30:00-08:00"), all());
        }

        assertThat(story.row().phase()).isEqualTo(Phase.ALLOCATION);
        assertThat(story.elections()).extracting(HolderElection::state).containsOnly(State.CLOSED);
    }

    @Test
    void allEndWithTheOffering() {
        story.withdraw();

        assertThat(story.elections()).extracting(HolderElection::state).containsOnly(State.VOID);
        assertThat(story.running()).containsOnly("holder-notification", "expense-settlement");
    }
}
