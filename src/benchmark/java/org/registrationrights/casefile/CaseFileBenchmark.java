package org.registrationrights.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.registrationrights.agreement.Clause;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The case file on a PostgreSQL that really writes to its disk. */
@Fork(1)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CaseFileBenchmark {

    private static final int ENTRIES = 100_000;
    private static final Instant NOW = Instant.parse("2002-01-10T17:00:00Z");

    /** As long as the entry of an election window with its steps. */
    private static final CaseEntry ENTRY = new CaseEntry(
            CaseSubject.offering("OFF-2002-1").of("H-1"),
            Clause.S2_1_D,
            "Election window computed",
            "system",
            NOW,
            NOW,
            Map.of("dispatchId", "OFF-2002-1:H-1:notice"),
            Map.of("businessDay", "MON_FRI_FEDERAL", "dayCount", "CALENDAR_DAYS", "lastDayRoll", "CIVIL_CODE_11"),
            Map.of("lastDay", "2002-01-22", "steps", List.of("so many days after the day of receipt ".repeat(40))),
            Map.of());

    @State(Scope.Benchmark)
    public static class Database {

        private EmbeddedPostgres postgres;
        private HikariDataSource pool;
        private TransactionTemplate transaction;
        private TransactionTemplate snapshot;
        private JdbcClient jdbc;
        CaseFileRepository caseFile;
        CaseChainRepository chain;

        @Setup
        public void start() throws IOException {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setOutputRedirector(Redirect.DISCARD)
                    .setErrorRedirector(Redirect.DISCARD)
                    .start();
            pool = new HikariDataSource();
            pool.setDataSource(postgres.getPostgresDatabase());
            pool.setMaximumPoolSize(8);
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration/common", "classpath:db/migration/postgresql")
                    .load()
                    .migrate();
            jdbc = JdbcClient.create(pool);
            caseFile = new CaseFileRepository(jdbc, new NamedParameterJdbcTemplate(pool), new ObjectMapper());
            chain = new CaseChainRepository(jdbc, new JdbcTemplate(pool));
            var manager = new DataSourceTransactionManager(pool);
            transaction = new TransactionTemplate(manager);
            snapshot = new TransactionTemplate(manager);
            snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        }

        @TearDown
        public void stop() throws IOException {
            pool.close();
            postgres.close();
        }

        void fill() {
            transaction.executeWithoutResult(status -> caseFile.append(ENTRY));
            jdbc.sql("""
                    INSERT INTO case_entry (offering_id, holder_id, clause, event, actor, happened_at, recorded_at,
                        inputs, policies, result)
                    SELECT offering_id, holder_id, clause, event, actor, happened_at, recorded_at,
                        inputs, policies, result
                    FROM (SELECT * FROM case_entry FETCH FIRST 1 ROW ONLY) one, generate_series(2, ?)
                    """).param(ENTRIES).update();
        }

        int seal() {
            return transaction.execute(status -> chain.seal(NOW));
        }

        void sealAll() {
            while (seal() > 0) {
                // the next ones
            }
        }

        Verification verify() {
            return snapshot.execute(status -> chain.verify(null, null));
        }
    }

    @State(Scope.Benchmark)
    public static class Backlog {

        @Setup(Level.Iteration)
        public void write(Database database) {
            database.fill();
        }
    }

    @State(Scope.Benchmark)
    public static class Sealed {

        @Setup
        public void seal(Database database) {
            database.fill();
            database.sealAll();
        }
    }

    /** As many sealers as there would be nodes. */
    @State(Scope.Benchmark)
    public static class Sealers {

        @Param({"0", "1", "2"})
        int nodes;

        private ExecutorService threads;

        @Setup
        public void start(Database database) {
            threads = Executors.newCachedThreadPool();
            for (int i = 0; i < nodes; i++) {
                threads.submit(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        if (database.seal() < CaseChainRepository.BATCH) {
                            TimeUnit.SECONDS.sleep(1);
                        }
                    }
                    return null;
                });
            }
        }

        @TearDown
        public void stop() throws InterruptedException {
            threads.shutdownNow();
            threads.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    /** Seconds for 100,000 entries that are committed. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 1)
    @Measurement(iterations = 5)
    public void seal(Database database, Backlog backlog) {
        database.sealAll();
    }

    /** Seconds for 100,000 entries that are sealed. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 1)
    @Measurement(iterations = 5)
    public Verification verify(Database database, Sealed sealed) {
        return database.verify();
    }

    /** Transactions a second of four writers, each of which commits one entry. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @Threads(4)
    @Warmup(iterations = 2, time = 5)
    @Measurement(iterations = 5, time = 5)
    public void write(Database database, Sealers sealers) {
        database.transaction.executeWithoutResult(status -> database.caseFile.append(ENTRY));
    }
}
