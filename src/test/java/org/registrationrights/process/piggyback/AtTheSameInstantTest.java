package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.process.piggyback.Story.byHand;
import static org.registrationrights.process.piggyback.Story.byMail;
import static org.registrationrights.process.piggyback.Story.instant;
import static org.registrationrights.process.piggyback.Story.part;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.notice.Answer;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.process.Messages;
import org.springframework.beans.factory.annotation.Autowired;

/** Evidence comes in at the very instant at which the window closes, for each Holder in two threads: one outcome. */
@ProcessTest
@OnPostgres
@Verifies({Clause.S2_1_C, Clause.S2_1_D, Clause.S2_1_F})
class AtTheSameInstantTest {

    private static final String NOTICE = "2002-01-10T08:00:00-08:00";
    private static final String LAST_SECOND = "2002-01-22T23:59:59-08:00";
    private static final String CLOSES = "2002-01-23T00:00:00-08:00";

    @Autowired
    private Story story;

    @Autowired
    private Elections elections;

    @Autowired
    private ElectionStart electionStart;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

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
        threads.shutdown();
        story.end();
    }

    @RepeatedTest(4)
    void anAnswerInTimeAlwaysCounts() throws Exception {
        deliverAll(byHand(NOTICE));

        race((holder, i) -> answer(holder, byHand(LAST_SECOND), i));

        assertThat(story.elections()).allSatisfy(election -> {
            assertThat(election.state()).isEqualTo(State.CLOSED);
            assertThat(election.requested()).isEqualTo(BigInteger.valueOf(50));
        });
        assertOneOutcome();
        story.noLimitation();
        assertThat(story.lines()).hasSize(9).extracting(Line::requested).containsOnly(BigInteger.valueOf(50));
    }

    @RepeatedTest(2)
    void anAnswerThatIsASecondLateNeverDoes() throws Exception {
        deliverAll(byHand(NOTICE));

        race((holder, i) -> answer(holder, byHand(CLOSES), i));

        assertThat(story.elections()).allSatisfy(election -> {
            assertThat(election.state()).isEqualTo(State.CLOSED);
            assertThat(election.requested()).isNull();
            assertThat(story.late(election.key().holderId())).isNotNull();
        });
        assertOneOutcome();
    }

    @RepeatedTest(3)
    void aReturnCardThatMovesTheWindowAlwaysKeepsItOpen() throws Exception {
        // the tenth day after the third business day is the 25th, after the 18th it is the 28th
        deliverAll(byMail(NOTICE));
        story.now("2002-01-26T00:00:00-08:00");

        race((holder, i) -> () -> {
            elections.recordDelivery(
                    story.key(holder),
                    Delivery.mail(instant(NOTICE), Delivery.Service.CERTIFIED, instant("2002-01-18T10:00:00-08:00")),
                    "D-" + i);
            electionStart.tell(story.key(holder), Messages.OFFERING_NOTICE_RECEIVED);
            return null;
        });

        assertThat(story.elections()).allSatisfy(election -> {
            String holder = election.key().holderId();
            assertThat(election.state()).as(holder).isEqualTo(State.OPEN);
            assertThat(story.timer(holder).getDuedate()).isEqualTo(Date.from(instant("2002-01-29T00:00:00-08:00")));
            assertThat(story.task("Record answer of Holder", election.key().businessKey()))
                    .as(holder)
                    .isNotNull();
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(election.key().businessKey())
                            .count())
                    .as(holder)
                    .isOne();
        });
    }

    /** What comes in from outside for one Holder. */
    private interface Sender {
        Callable<Void> of(String holder, int i);
    }

    private Callable<Void> answer(String holder, Delivery delivery, int i) {
        return () -> {
            Answer answer = part(50);
            elections.recordAnswer(story.key(holder), delivery, answer, "A-" + i);
            electionStart.tell(story.key(holder), Messages.ELECTION_RECEIVED);
            return null;
        };
    }

    private void deliverAll(Delivery delivery) {
        story.elections().forEach(election -> story.deliver(election.key().holderId(), delivery));
        story.now(CLOSES);
    }

    /** Holder by Holder; the sender must not notice the timer, and a timer that was overtaken is tried again. */
    private void race(Sender sender) throws Exception {
        int i = 0;
        for (HolderElection election : story.elections()) {
            String holder = election.key().holderId();
            Job timer = story.timer(holder);
            CyclicBarrier start = new CyclicBarrier(2);
            Future<Void> fired = threads.submit(() -> {
                start.await();
                management.executeJob(timer.getId());
                return null;
            });
            Callable<Void> sent = sender.of(holder, i++);
            Future<Void> told = threads.submit(() -> {
                start.await();
                return sent.call();
            });
            told.get();
            try {
                fired.get();
            } catch (ExecutionException overtaken) {
                // the engine found the timer's task gone while it worked on it, and the timer with it
                assertThat(overtaken).rootCause().isNotInstanceOf(SQLException.class);
                assertThat(management.createJobQuery().jobId(timer.getId()).count())
                        .isZero();
            }
        }
        story.runJobs();
    }

    /** Each answer is on record once and judged once, and nothing of the elections runs on. */
    private void assertOneOutcome() {
        List<String> recorded = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        for (CaseEntry entry : story.caseFile()) {
            Stream.of(entry)
                    .filter(one -> one.event().equals("Answer of the Holder recorded"))
                    .forEach(one -> recorded.add(one.holderId()));
            Stream.of(entry)
                    .filter(one -> one.event().startsWith("Election closed")
                            || one.event().startsWith("No request in time"))
                    .forEach(one -> closed.add(one.holderId()));
        }
        List<String> holders = story.elections().stream()
                .map(election -> election.key().holderId())
                .toList();
        assertThat(recorded).containsExactlyInAnyOrderElementsOf(holders);
        assertThat(closed).contains(holders.toArray(String[]::new));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("holder-election")
                        .count())
                .isZero();
    }
}
