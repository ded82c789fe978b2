package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.process.piggyback.Story.all;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.notice.Season;
import org.registrationrights.notice.Season.Notice;
import org.springframework.beans.factory.annotation.Autowired;

/** Each way of delivery in each season, through the process: the timer's instant, the due date, and what each does. */
@ProcessTest
@Verifies({Clause.S2_1_C, Clause.S2_1_D, Clause.S2_1_F, Clause.S11_1_A})
class WindowsOfTheYearTest {

    @Autowired
    private Story story;

    @Autowired
    private HistoryService history;

    @BeforeEach
    void begin() {
        story.begin();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @ParameterizedTest
    @EnumSource
    void everyWindowClosesAtItsMidnight(Season season) {
        story.now(season.recordedAt().toString());
        story.start(Story.offering());
        story.runJobs();
        List<String> holders = story.elections().stream()
                .map(election -> election.key().holderId())
                .limit(season.notices().size())
                .toList();
        for (int i = 0; i < holders.size(); i++) {
            story.deliver(holders.get(i), season.notices().get(i).delivery());
        }

        for (int i = 0; i < holders.size(); i++) {
            if (season.notices().get(i).closesAt() == null) {
                assertNoWindow(holders.get(i), season);
            } else {
                assertWindow(holders.get(i), season.notices().get(i));
            }
        }
        season.notices().stream()
                .map(Notice::closesAt)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(closesAt -> closes(closesAt, holders, season));
    }

    private void assertWindow(String holder, Notice notice) {
        HolderElection election = story.election(holder);
        assertThat(election.receivedOn()).as(holder).isEqualTo(notice.receivedOn());
        assertThat(election.lastDay()).as(holder).isEqualTo(notice.lastDay());
        assertThat(story.timer(holder).getDuedate()).as(holder).isEqualTo(Date.from(notice.closesAt()));
        assertThat(story.task("Record answer of Holder", election.key().businessKey())
                        .getDueDate())
                .as(holder)
                .isEqualTo(Date.from(notice.closesAt().minusSeconds(1)));
    }

    /** A person looks at it five days after the notice was drawn up. */
    private void assertNoWindow(String holder, Season season) {
        HolderElection election = story.election(holder);
        assertThat(election.state()).as(holder).isEqualTo(State.NOTICE);
        assertThat(election.closesAt()).as(holder).isNull();
        assertThat(story.timer(holder)).as(holder).isNull();
        assertThat(story.timer(holder, "BoundaryEvent_NoticeOverdue").getDuedate())
                .as(holder)
                .isEqualTo(Date.from(season.recordedAt().plus(Duration.ofDays(5))));
        assertThat(story.task("Record delivery of notice", election.key().businessKey()))
                .as(holder)
                .isNotNull();
    }

    /** The last second is in time, the next instant is not; the first Holder of those asks in it, the others do not. */
    private void closes(Instant closesAt, List<String> holders, Season season) {
        List<String> closing = holders.stream()
                .filter(holder -> closesAt.equals(story.election(holder).closesAt()))
                .toList();
        story.now(closesAt.minusSeconds(1).toString());
        story.runJobs();
        assertThat(closing)
                .allSatisfy(holder -> assertThat(story.election(holder).state()).isEqualTo(State.OPEN));

        story.now(closesAt.toString());
        story.runJobs();
        assertThat(closing).allSatisfy(holder -> {
            assertThat(story.election(holder).state()).isEqualTo(State.CLOSED);
            assertThat(story.election(holder).answer()).isNull();
            assertThat(history.createHistoricActivityInstanceQuery()
                            .processInstanceId(story.election(holder).processInstanceId())
                            .activityId("BoundaryEvent_WindowOver")
                            .count())
                    .isOne();
        });
        String late = closing.get(closing.size() - 1);
        assertThat(story.answer(late, Delivery.personal(closesAt), all()).inTime())
                .isFalse();
        String timely = closing.get(0);
        assertThat(story.answer(timely, Delivery.personal(closesAt.minusMillis(1)), all())
                        .inTime())
                .isTrue();
        assertThat(story.election(timely).requested()).isPositive();
        if (closing.size() > 1) {
            assertThat(story.election(late).requested()).isNull();
        }
    }
}
