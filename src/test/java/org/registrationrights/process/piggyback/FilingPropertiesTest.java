package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.process.piggyback.Story.byFax;
import static org.registrationrights.process.piggyback.Story.byHand;
import static org.registrationrights.process.piggyback.Story.instant;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.ExclusionRepository;
import org.registrationrights.offering.HolderExclusion;
import org.registrationrights.offering.HolderExclusion.Reason;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.UnderwriterRepository.Replacement;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever people do, in whatever order, nothing is filed with parity broken, a Holder above its request, more than is
 * available, without approval, or with a Holder that is left out.
 */
@ProcessTest
@Verifies({Clause.S2_3_B, Clause.S2_3_C, Clause.S2_3_D})
class FilingPropertiesTest {

    private static final int WALKS = 15;
    private static final int STEPS = 60;

    @Autowired
    private Story story;

    @Autowired
    private Exclusions exclusions;

    @Autowired
    private ExclusionRepository excluded;

    @Autowired
    private ManagingUnderwriters underwriters;

    @Autowired
    private RegistrationDecisions decisions;

    private Random random;

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void noPathReachesAFilingThatTheAgreementForbids() {
        int filed = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            random = new Random(walk);
            begin();
            for (int i = 0; i < STEPS && story.row().phase() != Phase.FILED; i++) {
                step();
            }
            if (story.row().phase() == Phase.FILED) {
                filed++;
                check("walk " + walk);
            }
        }
        assertThat(filed).as("walks that reached a filing").isGreaterThan(WALKS / 3);
    }

    private void begin() {
        story.begin(Story.sample("H-1", "H-2", "H-4"));
        story.start(Story.offering());
        story.runJobs();
        for (HolderElection election : story.elections()) {
            String holder = election.key().holderId();
            story.deliver(holder, byFax("2002-01-10T08:30:00-08:00"));
            story.answer(
                    holder,
                    byHand("2002-01-10T08:45:00-08:00"),
                    random.nextInt(3) == 0 ? Story.all() : Story.part(1 + random.nextInt(700_000)));
        }
        story.now("2002-01-23T09:00:00-08:00");
        story.runJobs();
    }

    /** Somebody does what is open, or what may be done at any time; what is refused leaves everything as it is. */
    private void step() {
        List<Runnable> possible = new ArrayList<>();
        task(possible, "Decide on limitation", this::limit);
        task(possible, "Approve allocation", this::approve);
        task(possible, "Record signature of Company", story::signByCompany);
        task(
                possible,
                "Record signatures of Holders",
                () -> story.sign(included().toArray(String[]::new)));
        task(possible, "Record information of Holders", story::furnish);
        task(possible, "Record filing", story::file);
        if (random.nextInt(4) == 0) {
            possible.add(this::exclude);
            possible.add(this::replaceUnderwriter);
            possible.add(this::suspendOrResume);
        } else if (possible.isEmpty()) {
            possible.add(this::suspendOrResume);
        }
        try {
            possible.get(random.nextInt(possible.size())).run();
        } catch (Refusal refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private void task(List<Runnable> possible, String name, Runnable work) {
        if (story.task(name, Story.ID) != null) {
            possible.add(work);
        }
    }

    private void limit() {
        if (random.nextInt(3) == 0) {
            story.noLimitation();
            return;
        }
        int requested = 1 + random.nextInt(100_000);
        // a manager that is treated as well as it likes, and often better than the Holders
        int included = random.nextInt(requested + 1);
        story.limit(
                String.valueOf(random.nextInt(900_000)),
                "[{'id': 'M', 'class': '" + (random.nextInt(3) == 0 ? "SERIES_2A" : "PIGGYBACK")
                        + "', 'entitledHeld': '200000', 'requested': '" + requested + "', 'included': '" + included
                        + "'}]");
    }

    private void approve() {
        Map<String, Object> form = new HashMap<>();
        form.put("allocationApproved", random.nextInt(5) > 0);
        form.put("dealOutRest", random.nextBoolean());
        form.put("ground", "at random");
        story.complete("Approve allocation", "counsel", form);
    }

    private void exclude() {
        String holder = "H-" + List.of(1, 2, 4).get(random.nextInt(3));
        exclusions.exclude(Story.ID, List.of(new HolderExclusion(holder, Reason.DROPPED_OUT, "at random")));
        later(story::tellOvertaken);
    }

    private void replaceUnderwriter() {
        LocalDate since = LocalDate.parse("2002-01-11").plusDays(random.nextInt(12));
        underwriters.replace(Story.ID, new Replacement("Underwriter " + random.nextInt(3), since, "letter"));
        later(story::tellOvertaken);
    }

    private void suspendOrResume() {
        if (story.row().registration().suspendedAt() == null) {
            decisions.suspended(Story.ID, instant("2002-01-23T08:00:00-08:00"));
        } else {
            decisions.resumed(Story.ID, instant("2002-01-23T08:30:00-08:00"));
        }
        decisions.tell(Story.ID);
    }

    /** A fact is stored before it is told, and now and then somebody comes in between. */
    private void later(Runnable tell) {
        if (random.nextInt(3) == 0) {
            try {
                step();
            } catch (Refusal refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
        tell.run();
    }

    private List<String> included() {
        return story.lines().stream()
                .filter(line -> line.allocated().signum() > 0)
                .map(Line::holderId)
                .toList();
    }

    private void check(String walk) {
        if (excluded.current(Story.ID).size() == 3) {
            return;
        }
        Round round = story.round();
        assertThat(round.approvedBy()).as(walk).isNotNull().isNotEqualTo(round.decidedBy());
        assertThat(round.parityHolds()).as(walk).isTrue();
        assertThat(story.row().registration().suspendedAt()).as(walk).isNull();
        BigInteger total = BigInteger.ZERO;
        for (Line line : story.lines()) {
            assertThat(line.allocated())
                    .as("%s, %s", walk, line.holderId())
                    .isLessThanOrEqualTo(line.requested())
                    .isLessThanOrEqualTo(line.held());
            assertThat(excluded.current(Story.ID)).as(walk).doesNotContain(line.holderId());
            total = total.add(line.allocated());
        }
        if (round.available() != null) {
            assertThat(total).as(walk).isLessThanOrEqualTo(round.available());
        }
    }
}
