package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.registrationrights.process.piggyback.Story.all;
import static org.registrationrights.process.piggyback.Story.allFinally;
import static org.registrationrights.process.piggyback.Story.byFax;
import static org.registrationrights.process.piggyback.Story.byHand;
import static org.registrationrights.process.piggyback.Story.byMail;
import static org.registrationrights.process.piggyback.Story.instant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.api.ListAssert;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.deadline.Deadline;
import org.registrationrights.deadline.Deadline.SetBy;
import org.registrationrights.explanation.Step;
import org.registrationrights.offering.SignatureRepository.Signature;
import org.registrationrights.process.DeadlineBoard;
import org.registrationrights.process.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the board shows while an offering goes its way, and what takes each line off it. */
@ProcessTest
@Verifies({Clause.S2_1_D, Clause.S2_2_A, Clause.S2_4_A, Clause.S10_A, Clause.S11_1_A})
class DeadlineBoardTest {

    @Autowired
    private Story story;

    @Autowired
    private DeadlineBoard board;

    @Autowired
    private Signatures signatures;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

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

    private List<Deadline> running() {
        return board.running(null, null, clock.instant());
    }

    private ListAssert<Deadline> assertRunning(String kind) {
        return assertThat(running()).filteredOn(of(kind));
    }

    private static Predicate<Deadline> of(String kind) {
        return deadline -> deadline.id().split(":")[0].equals(kind);
    }

    private Deadline one(String id) {
        return running().stream()
                .filter(deadline -> deadline.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> results(Deadline deadline) {
        return deadline.computation().stream().map(Step::result).toList();
    }

    @Test
    void theTermOfTheAgreementRunsBesideEveryOffering() {
        Deadline term = one("registration-term");

        assertThat(term.clause()).isEqualTo(Clause.S10_A);
        assertThat(term.since()).isEqualTo("2001-06-22");
        assertThat(term.lastDay()).isEqualTo("2004-06-22");
        assertThat(term.endsAt()).isEqualTo(instant("2004-06-23T00:00:00-07:00"));
        assertThat(results(term)).containsExactly("2004-06-22", "2004-06-23T00:00:00-07:00");
        assertThat(board.running(Story.ID, null, clock.instant())).doesNotContain(term);
        story.now("2004-06-22T23:59:59-07:00");
        assertRunning("registration-term").hasSize(1);
        story.now("2004-06-23T00:00:00-07:00");
        assertRunning("registration-term").isEmpty();
    }

    @Test
    void aNoticeThatIsNotEffectiveRunsForFiveDaysAndStaysOverdueUntilItIs() {
        assertRunning("notice").hasSize(9);
        Deadline notice = one("notice:OFF-2002-1:H-1");
        assertThat(notice.setBy()).isEqualTo(SetBy.COMPANY);
        assertThat(notice.since()).isEqualTo("2002-01-10");
        assertThat(notice.lastDay()).isEqualTo("2002-01-15");
        assertThat(notice.endsAt()).isEqualTo(instant("2002-01-15T09:00:00-08:00"));
        assertThat(notice.overdue(clock.instant())).isFalse();

        story.now("2002-01-15T09:00:00-08:00");
        story.runJobs();
        assertThat(one("notice:OFF-2002-1:H-1").overdue(clock.instant())).isTrue();

        story.deliver("H-1", byHand("2002-01-15T08:00:00-08:00"));
        assertRunning("notice")
                .hasSize(8)
                .noneMatch(deadline -> deadline.holderId().equals("H-1"));
        assertRunning("election-window").extracting(Deadline::holderId).containsExactly("H-1");
    }

    /** The tenth day is a Sunday, and the Monday a holiday. */
    @Test
    void anElectionWindowSaysHowItCameAboutAndRunsUntilItIsOver() {
        story.deliver("H-2", byFax("2002-01-10T08:30:00-08:00"));

        Deadline window = one("election-window:OFF-2002-1:H-2");
        assertThat(window.setBy()).isEqualTo(SetBy.AGREEMENT);
        assertThat(window.offeringId()).isEqualTo(Story.ID);
        assertThat(window.since()).isEqualTo("2002-01-10");
        assertThat(window.lastDay()).isEqualTo("2002-01-22");
        assertThat(window.endsAt()).isEqualTo(instant("2002-01-23T00:00:00-08:00"));
        assertThat(results(window))
                .containsExactly("2002-01-10", "2002-01-20", "2002-01-22", "2002-01-23T00:00:00-08:00");
        assertThat(window.computation().get(0).inputs()).containsEntry("basis", "CONFIRMATION_OF_RECEIPT");

        story.answer("H-2", byHand("2002-01-10T08:45:00-08:00"), all());
        assertRunning("election-window").as("an answer does not close a window").hasSize(1);
        story.answer("H-2", byHand("2002-01-10T08:50:00-08:00"), allFinally());
        assertRunning("election-window").as("a final one does").isEmpty();
    }

    @Test
    void aWindowWhoseTimerIsLateIsOverdue() {
        story.deliver("H-2", byFax("2002-01-10T08:30:00-08:00"));
        story.now("2002-01-22T23:59:59-08:00");
        assertThat(one("election-window:OFF-2002-1:H-2").overdue(clock.instant()))
                .isFalse();
        story.now("2002-01-23T00:00:00-08:00");
        assertThat(one("election-window:OFF-2002-1:H-2").overdue(clock.instant()))
                .isTrue();
        story.runJobs();
        assertRunning("election-window").isEmpty();
    }

    /** The stored window is the one that runs; the board does not make up another. */
    @Test
    void aWindowOfAnotherCalendarIsShownAsItWasSet() {
        story.deliver("H-2", byFax("2002-01-10T08:30:00-08:00"));
        jdbc.sql("UPDATE holder_election SET last_day = DATE '2002-01-21',"
                        + " closes_at = TIMESTAMP WITH TIME ZONE '2002-01-22 00:00:00-08' WHERE holder_id = 'H-2'")
                .update();

        Deadline window = one("election-window:OFF-2002-1:H-2");
        assertThat(window.lastDay()).isEqualTo("2002-01-21");
        assertThat(window.endsAt()).isEqualTo(instant("2002-01-22T00:00:00-08:00"));
        assertThat(results(window)).containsExactly("2002-01-10", "2002-01-21");
        assertThat(window.computation().get(1).formula()).contains("the calendar or a reading is another now");
    }

    @Test
    void mailIsOnTheBoardUntilItCountsAsReceived() {
        story.deliver("H-1", byMail("2002-01-10T08:00:00-08:00"));
        story.deliver("H-2", byFax("2002-01-10T08:30:00-08:00"));

        assertRunning("mail")
                .extracting(Deadline::holderId, Deadline::lastDay, Deadline::endsAt)
                .containsExactly(tuple("H-1", LocalDate.parse("2002-01-15"), instant("2002-01-16T00:00:00-08:00")));
        assertThat(one("election-window:OFF-2002-1:H-1").lastDay()).isEqualTo("2002-01-25");
        story.now("2002-01-15T23:59:59-08:00");
        assertRunning("mail").hasSize(1);
        story.now("2002-01-16T00:00:00-08:00");
        assertRunning("mail").isEmpty();
    }

    @Test
    void signaturesAndInformationAreAwaited() {
        story.electTwo();
        story.noLimitation();
        story.approve();
        assertRunning("signature")
                .extracting(Deadline::holderId, Deadline::clause, Deadline::endsAt)
                .containsExactly(
                        tuple("H-1", Clause.S2_2_A, instant("2002-01-31T00:00:00-08:00")),
                        tuple("H-4", Clause.S2_2_A, instant("2002-01-31T00:00:00-08:00")));
        story.signByCompany();
        LocalDate signedOn = LocalDate.parse("2002-01-23");
        signatures.record(Story.ID, List.of(new Signature("H-1", signedOn, "page 2")));
        assertRunning("signature").extracting(Deadline::holderId).containsExactly("H-4");
        signatures.record(Story.ID, List.of(new Signature("H-4", signedOn, "page 3")));
        story.tell(Messages.SIGNATURES_RECEIVED);
        assertRunning("signature").isEmpty();
        assertRunning("information")
                .extracting(Deadline::holderId, Deadline::since, Deadline::lastDay, Deadline::endsAt)
                .containsExactly(
                        tuple(
                                "H-1",
                                LocalDate.parse("2002-01-23"),
                                LocalDate.parse("2002-01-30"),
                                instant("2002-01-31T00:00:00-08:00")),
                        tuple(
                                "H-4",
                                LocalDate.parse("2002-01-23"),
                                LocalDate.parse("2002-01-30"),
                                instant("2002-01-31T00:00:00-08:00")));

        story.furnish(List.of(Story.information("H-1", 600_000)));
        assertRunning("information").extracting(Deadline::holderId).containsExactly("H-4");
    }

    @Test
    void aRequestRunsUntilItIsAnsweredAndThenUntilItIsFulfilled() {
        story.electTwo();
        runtime.startProcessInstanceByKey(
                "holder-request",
                "REQ-2002-1",
                Map.of("offeringId", Story.ID, "holderId", "H-1", "kind", "FILINGS", "askedFor", "Exhibit 10.4"));

        Deadline request = one("request:REQ-2002-1");
        assertThat(request.matterId()).isEqualTo("REQ-2002-1");
        assertThat(request.clause()).isEqualTo(Clause.S4_H);
        assertThat(request.endsAt()).isEqualTo(instant("2002-02-03T00:00:00-08:00"));
        assertThat(request.endedBy()).isEqualTo("the answer");
    }

    @Test
    void nothingButTheTermIsLeftOfAWithdrawnOffering() {
        story.deliver("H-1", byMail("2002-01-10T08:00:00-08:00"));
        assertThat(running()).hasSizeGreaterThan(9);

        story.withdraw();

        assertThat(running()).extracting(Deadline::id).containsExactly("registration-term");
    }

    @Test
    void theNextToEndComesFirstAndOneHoldersCanBeAskedFor() {
        story.deliver("H-1", byMail("2002-01-10T08:00:00-08:00"));
        story.deliver("H-2", byFax("2002-01-10T08:30:00-08:00"));

        assertThat(running()).extracting(Deadline::endsAt).isSorted();
        assertThat(running()).extracting(Deadline::id).doesNotHaveDuplicates();
        assertThat(board.running(null, "H-1", clock.instant()))
                .extracting(Deadline::id)
                .containsExactly("mail:OFF-2002-1:H-1", "election-window:OFF-2002-1:H-1");
        assertThat(board.running("OFF-2002-9", null, clock.instant())).isEmpty();
    }

    /** However many run, each kind asks the database the same number of times. */
    @Test
    void tenThousandOpenElectionsAreReadAtOnce() {
        story.deliver("H-2", byFax("2002-01-10T08:30:00-08:00"));
        int forOne = statements();
        jdbc.sql("""
                INSERT INTO holder (id, name, person_type, role, preferred_method)
                SELECT 'M-' || x, 'Ann Example', 'INDIVIDUAL', 'OTT_SHAREHOLDER', 'MAIL' FROM SYSTEM_RANGE(1, 10000)
                """).update();
        jdbc.sql("""
                INSERT INTO holder_election (offering_id, holder_id, registrable_shares, state, settled, dispatched_at,
                    notice_status, notice_basis, received_on, last_day, closes_at)
                SELECT offering_id, 'M-' || x, registrable_shares, state, settled, dispatched_at,
                    notice_status, notice_basis, received_on, last_day, closes_at
                FROM holder_election, SYSTEM_RANGE(1, 10000) WHERE holder_id = 'H-2'
                """).update();

        assertThat(statements()).isEqualTo(forOne);
        assertRunning("election-window").hasSize(10_001);
    }

    private int statements() {
        jdbc.sql("SET QUERY_STATISTICS TRUE").update();
        running();
        int statements = jdbc.sql("""
                SELECT SUM(execution_count) FROM information_schema.query_statistics
                WHERE sql_statement LIKE '%holder_election%' OR sql_statement LIKE '%FROM offering%'
                    OR sql_statement LIKE '%information_request%' OR sql_statement LIKE '%holder_signature%'
                    OR sql_statement LIKE '%holder_request%'
                """).query(Integer.class).single();
        jdbc.sql("SET QUERY_STATISTICS FALSE").update();
        return statements;
    }
}
