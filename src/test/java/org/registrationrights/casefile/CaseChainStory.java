package org.registrationrights.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.casefile.ChainBreak.Kind;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the case file withstands, and what it tells of what it cannot withstand; on either database. */
@Timeout(120)
abstract class CaseChainStory {

    private static final Instant NOW = Instant.parse("2002-01-10T17:00:00Z");
    private static final long SEED = 11;

    private DataSource database;
    private JdbcClient jdbc;
    private CaseFileRepository caseFile;
    private CaseChainRepository chain;
    private TransactionTemplate transaction;
    private TransactionTemplate snapshot;

    /** A new one, as the application has it: it owns its tables and has no other rights. */
    abstract DataSource newDatabase() throws Exception;

    /** Scripts that only this kind of database runs. */
    abstract String vendor();

    /** Does what somebody does who has every right in the database, and takes all guards away first. */
    abstract void tamper(String... statements);

    @BeforeEach
    void migrate() throws Exception {
        database = newDatabase();
        flyway("latest").migrate();
        wire();
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor())
                .target(target)
                .load();
    }

    private void wire() {
        jdbc = JdbcClient.create(database);
        caseFile = new CaseFileRepository(jdbc, new NamedParameterJdbcTemplate(database), new ObjectMapper());
        chain = new CaseChainRepository(jdbc, new JdbcTemplate(database));
        var manager = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(manager);
        snapshot = new TransactionTemplate(manager);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    private void write(String event) {
        caseFile.append(new CaseEntry(
                CaseSubject.offering("OFF-2002-1").of("H-1"),
                Clause.S2_1_C,
                event,
                "holder-services",
                NOW,
                NOW,
                Map.of("shares", 300_000),
                Map.of("dayCount", "CALENDAR_DAYS"),
                Map.of("inTime", true),
                Map.of("DOC-1", "ab".repeat(32))));
    }

    private void write(int entries) {
        transaction.executeWithoutResult(status -> {
            for (int i = 1; i <= entries; i++) {
                write("Event " + i);
            }
        });
    }

    private int seal() {
        return transaction.execute(status -> chain.seal(NOW));
    }

    private Verification verify() {
        return snapshot.execute(status -> chain.verify(null, null));
    }

    private List<String> sealedEvents() {
        return jdbc.sql("SELECT event FROM case_seal JOIN case_entry ON id = entry_id ORDER BY position")
                .query(String.class)
                .list();
    }

    private void assertBroken(Kind kind, Long position, String sentence) {
        Verification verification = verify();
        assertThat(verification.whole()).isFalse();
        assertThat(verification.firstBreak().kind()).isEqualTo(kind);
        assertThat(verification.firstBreak().position()).isEqualTo(position);
        assertThat(verification.firstBreak().sentence()).contains(sentence);
        assertThat(verification.sealed()).isEqualTo(position == null ? 5 : position - 1);
    }

    @Test
    void anEmptyCaseFileIsWhole() {
        assertThat(seal()).isZero();
        assertThat(verify()).isEqualTo(new Verification(true, 0, Seal.NOTHING_BEFORE, 0, null, null));
    }

    @Test
    void isSealedInBatchesInTheOrderInWhichItWasWritten() {
        write(2 * CaseChainRepository.BATCH + 5);
        assertThat(verify().unsealed()).isEqualTo(2005);
        assertThat(verify().oldestUnsealed()).isNotNull();
        assertThat(chain.unsealed().count()).isEqualTo(2005);
        assertThat(chain.unsealed().age()).isBetween(Duration.ZERO, Duration.ofMinutes(1));

        assertThat(seal()).isEqualTo(1000);
        assertThat(chain.unsealed().count()).isEqualTo(1005);
        assertThat(seal()).isEqualTo(1000);
        assertThat(seal()).isEqualTo(5);
        assertThat(seal()).isZero();

        Verification verification = verify();
        assertThat(verification.whole()).isTrue();
        assertThat(verification.sealed()).isEqualTo(2005).isEqualTo(chain.end().position());
        assertThat(verification.unsealed()).isZero();
        assertThat(chain.unsealed().age()).isZero();
        assertThat(sealedEvents().get(2004)).isEqualTo("Event 2005");
        assertThat(caseFile.read(CaseSubject.offering("OFF-2002-1")))
                .hasSize(2005)
                .last()
                .satisfies(last -> {
                    assertThat(last.position()).isEqualTo(2005);
                    assertThat(last.sha256()).isEqualTo(verification.sha256());
                    assertThat(last.entry().inputs()).isEqualTo(Map.of("shares", 300_000));
                    assertThat(last.entry().documents()).containsOnlyKeys("DOC-1");
                });
    }

    @Test
    void isReadUnderEachOfItsSubjects() {
        write("In an offering");
        for (CaseSubject subject : List.of(
                CaseSubject.holder("H-1"),
                CaseSubject.matter("CLM-2002-1"),
                CaseSubject.matter("CLM-2002-1").in("OFF-2002-1").of("H-2"))) {
            caseFile.append(new CaseEntry(
                    subject,
                    Clause.S3_1_C,
                    "Of " + subject,
                    "counsel",
                    NOW,
                    NOW,
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of()));
        }

        assertThat(caseFile.read(CaseSubject.offering("OFF-2002-1"))).hasSize(2);
        assertThat(caseFile.read(CaseSubject.holder("H-1"))).hasSize(2);
        assertThat(caseFile.read(CaseSubject.matter("CLM-2002-1"))).hasSize(2);
        assertThat(caseFile.read(CaseSubject.holder("H-2").in("OFF-2002-1"))).hasSize(1);
        assertThat(caseFile.read(CaseSubject.holder("H-3"))).isEmpty();
        assertThatThrownBy(() -> jdbc.sql("""
                        INSERT INTO case_entry (clause, event, actor, happened_at, recorded_at, inputs, policies, result)
                        SELECT clause, event, actor, happened_at, recorded_at, inputs, policies, result FROM case_entry
                        """).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageFindingMatch("(?i)case_entry_stands_somewhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE case_entry SET event = 'Something else'",
                "UPDATE case_entry SET event = 'Something else' WHERE id < 0",
                "DELETE FROM case_entry",
                "TRUNCATE TABLE case_entry",
                "UPDATE case_seal SET sha256 = previous",
                "DELETE FROM case_seal",
                "TRUNCATE TABLE case_seal"
            })
    void theDatabaseItselfRefusesEveryChange(String change) {
        write(3);
        seal();

        assertThatThrownBy(() -> jdbc.sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .extracting(refusal ->
                        ((DataAccessException) refusal).getMostSpecificCause().getMessage())
                .asString()
                .containsPattern("(?i)the case file only grows: no |cannot truncate");

        assertThat(verify().whole()).isTrue();
        assertThat(verify().sealed()).isEqualTo(3);
    }

    @Test
    void theDatabasePutsItsOwnTimeOnAnEntry() {
        jdbc.sql("""
                INSERT INTO case_entry (offering_id, clause, event, actor, happened_at, recorded_at, stored_at,
                    inputs, policies, result)
                VALUES ('OFF-2002-1', '2.1-c', 'Backdated', 'counsel', ?, ?, ?, '{}', '{}', '{}')
                """)
                .params(Collections.nCopies(3, NOW.atOffset(ZoneOffset.UTC)))
                .update();

        assertThat(chain.unsealed().age()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aChangedEntryIsFound() {
        fiveSealed();
        tamper("UPDATE case_entry SET result = '{\"inTime\":false}' WHERE event = 'Event 3'");
        assertBroken(Kind.CHANGED, 3L, "position 3: its entry does not read as it was sealed");
    }

    @Test
    void aMissingEntryIsFound() {
        fiveSealed();
        tamper("DELETE FROM case_entry WHERE event = 'Event 4'");
        assertBroken(Kind.MISSING, 4L, "position 4: its entry is gone");
    }

    @Test
    void anEntryThatIsGoneWithItsSealIsFound() {
        fiveSealed();
        tamper("DELETE FROM case_seal WHERE position = 2", "DELETE FROM case_entry WHERE event = 'Event 2'");
        assertBroken(Kind.MISSING, 2L, "position 2: the seal is gone");
    }

    @Test
    void anEntryThatIsGoneWithItsSealAndTheOthersMovedUpIsFound() {
        fiveSealed();
        tamper(
                "DELETE FROM case_seal WHERE position = 2",
                "DELETE FROM case_entry WHERE event = 'Event 2'",
                "UPDATE case_seal SET position = 2 WHERE position = 3",
                "UPDATE case_seal SET position = 3 WHERE position = 4",
                "UPDATE case_seal SET position = 4 WHERE position = 5");
        assertBroken(Kind.MISSING, 2L, "the seal that it was set after is gone");
    }

    @Test
    void anEndThatIsTakenOffIsFound() {
        fiveSealed();
        tamper("DELETE FROM case_seal WHERE position = 5", "DELETE FROM case_entry WHERE event = 'Event 5'");
        assertBroken(Kind.MISSING, 5L, "the chain ends at position 4 and was sealed up to 5");
    }

    @Test
    void entriesThatHaveChangedPlacesAreFound() {
        fiveSealed();
        tamper("CREATE TABLE aside AS SELECT event, stored_at FROM case_entry", """
                UPDATE case_entry SET
                    event = CASE event WHEN 'Event 2' THEN 'Event 4' ELSE 'Event 2' END,
                    stored_at = (SELECT stored_at FROM aside
                                 WHERE aside.event IN ('Event 2', 'Event 4') AND aside.event <> case_entry.event)
                WHERE event IN ('Event 2', 'Event 4')
                """);
        assertBroken(Kind.REORDERED, 2L, "position 2: it holds the entry that was sealed at 4");
    }

    @Test
    void sealsThatHaveChangedPlacesAreFound() {
        fiveSealed();
        tamper(
                "UPDATE case_seal SET position = -1 WHERE position = 2",
                "UPDATE case_seal SET position = 2 WHERE position = 4",
                "UPDATE case_seal SET position = 4 WHERE position = -1");
        assertBroken(Kind.REORDERED, 2L, "it was set after the seal that now lies at 3");
    }

    @Test
    void aChangedSealIsFound() {
        fiveSealed();
        tamper("UPDATE case_seal SET entry_sha256 = previous WHERE position = 3");
        assertBroken(Kind.CHANGED, 3L, "position 3: the seal does not read as it was set");
    }

    /** Its own seal is right, and the others are moved on to make room. */
    @Test
    void anEntryThatIsPutInBetweenIsFound() {
        fiveSealed();
        write("Never happened");
        Map<String, Object> before = jdbc.sql("SELECT sha256 FROM case_seal WHERE position = 2")
                .query()
                .singleRow();
        Map<String, Object> entry = jdbc.sql("SELECT id FROM case_entry WHERE event = 'Never happened'")
                .query()
                .singleRow();
        seal();
        String sha256 = jdbc.sql("SELECT entry_sha256 FROM case_seal WHERE position = 6")
                .query(String.class)
                .single();
        Seal forged = Seal.of(3, (Long) entry.get("id"), before.get("sha256").toString(), sha256, NOW);
        tamper(
                "DELETE FROM case_seal WHERE position = 6",
                "UPDATE case_seal SET position = 6 WHERE position = 5",
                "UPDATE case_seal SET position = 5 WHERE position = 4",
                "UPDATE case_seal SET position = 4 WHERE position = 3",
                "INSERT INTO case_seal VALUES (3, %d, '%s', '%s', TIMESTAMP WITH TIME ZONE '%s', '%s')"
                        .formatted(
                                forged.entryId(),
                                forged.previous(),
                                forged.entrySha256(),
                                "2002-01-10 17:00:00+00",
                                forged.sha256()));
        Verification verification = verify();
        assertThat(verification.firstBreak())
                .isEqualTo(new ChainBreak(
                        Kind.INSERTED, 3L, null, "position 3: the next seal was not set after this one"));
    }

    @Test
    void anEntryThatIsPutInWithAnEarlierTimeIsFoundBeforeItIsSealedAndAfter() {
        fiveSealed();
        tamper(backdated());
        assertBroken(Kind.INSERTED, null, "comes after entries that were stored long after it");

        tamper("INSERT INTO case_entry_unsealed SELECT id FROM case_entry WHERE event = 'Backdated'");
        seal();
        assertBroken(Kind.INSERTED, 6L, "position 6: its entry stands after entries that were stored long after it");
    }

    private static String backdated() {
        String at = "TIMESTAMP WITH TIME ZONE '2002-01-10 17:00:00+00'";
        return """
                INSERT INTO case_entry (offering_id, clause, event, actor, happened_at, recorded_at, stored_at,
                    inputs, policies, result)
                VALUES ('OFF-2002-1', '2.1-c', 'Backdated', 'counsel', %s, %s, %s, '{}', '{}', '{}')
                """.formatted(at, at, at);
    }

    @Test
    void anEntryThatIsKeptFromBeingSealedIsFound() {
        fiveSealed();
        write("Unwelcome");
        jdbc.sql("DELETE FROM case_entry_unsealed").update();
        assertThat(verify().unsealed()).isOne();
        assertBroken(Kind.MISSING, null, "has no seal and is not among those to be sealed");
    }

    @Test
    void anEntryThatIsGoneBeforeItWasSealedIsFound() {
        fiveSealed();
        write("Unwelcome");
        tamper("DELETE FROM case_entry WHERE event = 'Unwelcome'");
        assertBroken(Kind.MISSING, null, "is gone that was still to be sealed");
        assertThat(seal()).isZero();
    }

    /** Who has every right can write the whole chain anew. A seal that was noted elsewhere still tells. */
    @Test
    void aChainThatIsWrittenAnewIsFoundByASealNotedOutside() {
        fiveSealed();
        String noted = verify().sha256();
        assertThat(snapshot.execute(status -> chain.verify(5L, noted)).whole()).isTrue();
        write("Event 6");
        seal();
        assertThat(snapshot.execute(status -> chain.verify(5L, noted)).whole()).isTrue();

        tamper(
                "UPDATE case_chain SET last_position = NULL, sha256 = '" + Seal.NOTHING_BEFORE + "'",
                "DELETE FROM case_seal",
                "UPDATE case_entry SET event = 'Something else' WHERE event = 'Event 3'",
                "INSERT INTO case_entry_unsealed SELECT id FROM case_entry");
        seal();

        assertThat(verify().whole()).isTrue();
        assertThat(snapshot.execute(status -> chain.verify(5L, noted)).firstBreak())
                .isEqualTo(
                        new ChainBreak(Kind.CHANGED, 5L, null, "position 5: the seal is not the one that was noted"));
        assertThat(snapshot.execute(status -> chain.verify(7L, noted))
                        .firstBreak()
                        .kind())
                .isEqualTo(Kind.MISSING);
    }

    @Test
    void whatWasWrittenBeforeTheChainIsSealedWithIt() throws Exception {
        database = newDatabase();
        flyway("7").migrate();
        wire();
        jdbc.sql("""
                INSERT INTO case_entry (offering_id, holder_id, clause, event, actor, happened_at, recorded_at,
                    inputs, policies, result)
                VALUES ('OFF-2002-1', 'H-1', '2.1-c', 'Written before', 'counsel', ?, ?, '{}', '{}', '{}')
                """)
                .params(Collections.nCopies(2, NOW.atOffset(ZoneOffset.UTC)))
                .update();
        flyway("latest").migrate();
        write("Written afterwards");

        assertThat(verify().unsealed()).isEqualTo(2);
        assertThat(seal()).isEqualTo(2);
        assertThat(sealedEvents()).containsExactly("Written before", "Written afterwards");
        assertThat(verify().whole()).isTrue();
        assertThat(caseFile.read(CaseSubject.holder("H-1"))).hasSize(2);
    }

    private void fiveSealed() {
        for (int i = 1; i <= 5; i++) {
            write("Event " + i);
        }
        assertThat(seal()).isEqualTo(5);
        assertThat(verify().whole()).isTrue();
    }

    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        others.shutdownNow();
    }

    @Test
    void anEntryThatIsCommittedLateIsSealedLate() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<?> slow = others.submit(() -> transaction.executeWithoutResult(status -> {
            write("Slow");
            written.countDown();
            await(mayCommit);
        }));
        await(written);
        write("Quick");

        assertThat(seal()).isOne();
        assertThat(verify().whole()).isTrue();
        mayCommit.countDown();
        slow.get();
        assertThat(verify().unsealed()).isOne();
        assertThat(seal()).isOne();

        assertThat(sealedEvents()).containsExactly("Quick", "Slow");
        assertThat(caseFile.read(CaseSubject.offering("OFF-2002-1")))
                .extracting(filed -> filed.entry().event())
                .containsExactly("Slow", "Quick");
        assertThat(verify().whole()).isTrue();
    }

    @Test
    void whoSealsKeepsNoWriterWaitingAndNoOtherSealer() throws Exception {
        write("First");
        CountDownLatch sealed = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<?> sealer = others.submit(() -> transaction.executeWithoutResult(status -> {
            assertThat(chain.seal(NOW)).isOne();
            sealed.countDown();
            await(mayCommit);
        }));
        await(sealed);

        write("Second");
        assertThat(seal()).isZero();
        assertThat(verify().unsealed()).isEqualTo(2);

        mayCommit.countDown();
        sealer.get();
        assertThat(seal()).isOne();
        assertThat(sealedEvents()).containsExactly("First", "Second");
        assertThat(verify().whole()).isTrue();
    }

    @Test
    void whatASealerLeavesUndoneTheNextOneDoes() {
        write(3);
        transaction.executeWithoutResult(status -> {
            assertThat(chain.seal(NOW)).isEqualTo(3);
            status.setRollbackOnly();
        });

        assertThat(verify().unsealed()).isEqualTo(3);
        assertThat(seal()).isEqualTo(3);
        assertThat(verify().whole()).isTrue();
    }

    /** Writers whose transactions take unlike times and sometimes fail, and two sealers, all at once. */
    @Test
    void nothingIsLeftUnsealedAmongManyWritersAndTwoSealers() throws Exception {
        int writers = 4;
        int transactions = 100;
        AtomicBoolean writing = new AtomicBoolean(true);
        Callable<Integer> sealing = () -> {
            int sealed = 0;
            while (writing.get()) {
                sealed += seal();
            }
            return sealed;
        };
        List<Future<Integer>> sealers = List.of(others.submit(sealing), others.submit(sealing));
        List<Future<Integer>> work = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            Random random = new Random(SEED + writer);
            work.add(others.submit(() -> {
                int committed = 0;
                for (int i = 0; i < transactions; i++) {
                    int entries = 1 + random.nextInt(3);
                    boolean fails = random.nextInt(10) == 0;
                    int pause = random.nextInt(4);
                    transaction.executeWithoutResult(status -> {
                        for (int entry = 0; entry < entries; entry++) {
                            write("Event");
                            pause(pause);
                        }
                        if (fails) {
                            status.setRollbackOnly();
                        }
                    });
                    committed += fails ? 0 : entries;
                }
                return committed;
            }));
        }
        int committed = 0;
        for (Future<Integer> writer : work) {
            committed += writer.get();
        }
        writing.set(false);
        int sealed = sealers.get(0).get() + sealers.get(1).get() + seal();

        assertThat(sealed).as("seed %d", SEED).isEqualTo(committed);
        assertThat(chain.unsealed().count()).isZero();
        assertThat(verify().whole()).isTrue();
        assertThat(verify().sealed()).isEqualTo(committed);
        assertThat(jdbc.sql("SELECT position FROM case_seal ORDER BY position")
                        .query(Long.class)
                        .list())
                .isEqualTo(LongStream.rangeClosed(1, committed).boxed().toList());
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
