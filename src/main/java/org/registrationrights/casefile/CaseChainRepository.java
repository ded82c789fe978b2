package org.registrationrights.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.registrationrights.casefile.ChainBreak.Kind;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Seals what was committed to the case file, afterwards and in batches, so that no writer waits for another. */
@Repository
public class CaseChainRepository {

    /** Entries sealed in one transaction, and read at once. */
    public static final int BATCH = 1000;

    /**
     * Where the chain ends.
     *
     * @param position how many entries are sealed
     * @param sha256 the last seal
     */
    public record End(long position, String sha256) {}

    /**
     * @param oldest when the oldest was stored; null where there are none
     * @param readAt by the same clock, the database's
     */
    public record Unsealed(long count, Instant oldest, Instant readAt) {

        public Duration age() {
            return oldest == null ? Duration.ZERO : Duration.between(oldest, readAt);
        }
    }

    private record Unit(Seal seal, ChainCheck.Read entry) {}

    private record Content(long id, Instant storedAt, String sha256) {}

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    CaseChainRepository(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Seals the next entries, unless somebody else is doing so.
     *
     * @return how many; fewer than {@link #BATCH} where nothing is left to do
     */
    @Transactional
    public int seal(Instant at) {
        Optional<End> end = jdbc.sql("""
                SELECT COALESCE(last_position, 0) AS position, sha256 FROM case_chain FOR UPDATE SKIP LOCKED
                """)
                .query((row, number) -> new End(row.getLong("position"), row.getString("sha256")))
                .optional();
        return end.map(last -> seal(last, at.truncatedTo(ChronoUnit.MICROS))).orElse(0);
    }

    private int seal(End end, Instant at) {
        List<Seal> seals = new ArrayList<>();
        for (Content entry : nextUnsealed()) {
            End last = seals.isEmpty() ? end : end(seals);
            seals.add(Seal.of(last.position + 1, entry.id, last.sha256, entry.sha256, at));
        }
        if (!seals.isEmpty()) {
            insert(seals);
            jdbc.sql("UPDATE case_chain SET last_position = ?, sha256 = ?")
                    .params(end(seals).position, end(seals).sha256)
                    .update();
        }
        return seals.size();
    }

    private static End end(List<Seal> seals) {
        Seal last = seals.get(seals.size() - 1);
        return new End(last.position(), last.sha256());
    }

    private List<Content> nextUnsealed() {
        return jdbc.sql("""
                SELECT e.* FROM case_entry_unsealed u JOIN case_entry e ON e.id = u.entry_id
                ORDER BY u.entry_id FETCH FIRST :most ROWS ONLY
                """)
                .param("most", BATCH)
                .query(CaseChainRepository::content)
                .list();
    }

    private void insert(List<Seal> seals) {
        batches.batchUpdate("INSERT INTO case_seal VALUES (?, ?, ?, ?, ?, ?)", seals, BATCH, (row, seal) -> {
            row.setLong(1, seal.position());
            row.setLong(2, seal.entryId());
            row.setString(3, seal.previous());
            row.setString(4, seal.entrySha256());
            row.setObject(5, seal.sealedAt().atOffset(ZoneOffset.UTC));
            row.setString(6, seal.sha256());
        });
        // these and not all up to the last, for one with a lower id may have been committed since
        jdbc.sql("DELETE FROM case_entry_unsealed WHERE entry_id IN (:sealed)")
                .param("sealed", seals.stream().map(Seal::entryId).toList())
                .update();
    }

    /** What is committed and not sealed yet. */
    public Unsealed unsealed() {
        return jdbc.sql("""
                SELECT COUNT(*) AS entries, MIN(e.stored_at) AS oldest, CURRENT_TIMESTAMP AS read_at
                FROM case_entry_unsealed u JOIN case_entry e ON e.id = u.entry_id
                """).query(CaseChainRepository::tail).single();
    }

    public End end() {
        return jdbc.sql("SELECT COALESCE(last_position, 0) AS position, sha256 FROM case_chain")
                .query((row, number) -> new End(row.getLong("position"), row.getString("sha256")))
                .optional()
                .orElse(new End(0, Seal.NOTHING_BEFORE));
    }

    /**
     * Reads every entry and every seal again.
     *
     * @param notedPosition with {@code notedSha256} a seal that somebody noted outside; null for none
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify(Long notedPosition, String notedSha256) {
        ChainCheck check = new ChainCheck(this::positionOfSeal, this::positionOfEntry);
        Optional<ChainBreak> broken = Optional.empty();
        List<Unit> units;
        do {
            units = units(check.position());
            for (int i = 0; broken.isEmpty() && i < units.size(); i++) {
                broken = check.next(units.get(i).seal, units.get(i).entry);
            }
        } while (broken.isEmpty() && !units.isEmpty());
        Unsealed tail = withoutSeal();
        ChainBreak first = broken.or(() -> firstOf(
                        () -> cutOff(check),
                        () -> notAsNoted(notedPosition, notedSha256),
                        this::lostBeforeSealing,
                        () -> backdated(check, tail),
                        this::notToBeSealed))
                .orElse(null);
        return new Verification(first == null, check.position(), check.sha256(), tail.count, tail.oldest, first);
    }

    @SafeVarargs
    private static Optional<ChainBreak> firstOf(Supplier<Optional<ChainBreak>>... checks) {
        return Stream.of(checks).flatMap(check -> check.get().stream()).findFirst();
    }

    private Optional<ChainBreak> cutOff(ChainCheck check) {
        End end = end();
        return end.position == check.position() && end.sha256.equals(check.sha256())
                ? Optional.empty()
                : broken(
                        Kind.MISSING,
                        check.position() + 1,
                        null,
                        "the chain ends at position " + check.position() + " and was sealed up to " + end.position);
    }

    private Optional<ChainBreak> notAsNoted(Long position, String sha256) {
        if (position == null) {
            return Optional.empty();
        }
        Optional<String> found = jdbc.sql("SELECT sha256 FROM case_seal WHERE position = ?")
                .param(position)
                .query(String.class)
                .optional();
        return found.equals(Optional.of(sha256))
                ? Optional.empty()
                : broken(
                        found.isPresent() ? Kind.CHANGED : Kind.MISSING,
                        position,
                        null,
                        "position " + position + ": the seal is not the one that was noted");
    }

    private Optional<ChainBreak> lostBeforeSealing() {
        return jdbc.sql("""
                SELECT MIN(entry_id) FROM case_entry_unsealed u
                WHERE NOT EXISTS (SELECT 1 FROM case_entry e WHERE e.id = u.entry_id)
                """)
                .query(Long.class)
                .optional()
                .flatMap(id -> broken(Kind.MISSING, null, id, "entry " + id + " is gone that was still to be sealed"));
    }

    private Optional<ChainBreak> backdated(ChainCheck check, Unsealed tail) {
        if (tail.oldest == null || !check.isBackdated(tail.oldest)) {
            return Optional.empty();
        }
        Long id = jdbc.sql("""
                SELECT MIN(id) FROM case_entry e WHERE stored_at = ?
                AND NOT EXISTS (SELECT 1 FROM case_seal s WHERE s.entry_id = e.id)
                """)
                .param(tail.oldest.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return broken(Kind.INSERTED, null, id, "entry " + id + " comes after entries that were stored long after it");
    }

    private Optional<ChainBreak> notToBeSealed() {
        return jdbc.sql("""
                SELECT MIN(id) FROM case_entry e
                WHERE NOT EXISTS (SELECT 1 FROM case_seal s WHERE s.entry_id = e.id)
                AND NOT EXISTS (SELECT 1 FROM case_entry_unsealed u WHERE u.entry_id = e.id)
                """)
                .query(Long.class)
                .optional()
                .flatMap(id -> broken(
                        Kind.MISSING, null, id, "entry " + id + " has no seal and is not among those to be sealed"));
    }

    private static Optional<ChainBreak> broken(Kind kind, Long position, Long entryId, String sentence) {
        return Optional.of(new ChainBreak(kind, position, entryId, sentence));
    }

    /** What has no seal, whether or not it is among those to be sealed. */
    private Unsealed withoutSeal() {
        return jdbc.sql("""
                SELECT COUNT(*) AS entries, MIN(stored_at) AS oldest, CURRENT_TIMESTAMP AS read_at FROM case_entry e
                WHERE NOT EXISTS (SELECT 1 FROM case_seal s WHERE s.entry_id = e.id)
                """).query(CaseChainRepository::tail).single();
    }

    private List<Unit> units(long afterPosition) {
        return jdbc.sql("""
                SELECT s.position, s.entry_id, s.previous, s.entry_sha256, s.sealed_at, s.sha256, e.*
                FROM case_seal s LEFT JOIN case_entry e ON e.id = s.entry_id
                WHERE s.position > :after ORDER BY s.position FETCH FIRST :most ROWS ONLY
                """)
                .param("after", afterPosition)
                .param("most", BATCH)
                .query(CaseChainRepository::unit)
                .list();
    }

    private Optional<Long> positionOfSeal(String sha256) {
        return sha256.equals(Seal.NOTHING_BEFORE) ? Optional.of(0L) : position("sha256", sha256);
    }

    private Optional<Long> positionOfEntry(String sha256) {
        return position("entry_sha256", sha256);
    }

    private Optional<Long> position(String column, String sha256) {
        return jdbc.sql("SELECT MIN(position) FROM case_seal WHERE " + column + " = ?")
                .param(sha256)
                .query(Long.class)
                .optional();
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        Seal seal = new Seal(
                row.getLong("position"),
                row.getLong("entry_id"),
                row.getString("previous"),
                row.getString("entry_sha256"),
                instant(row, "sealed_at"),
                row.getString("sha256"));
        boolean there = row.getObject("id") != null;
        return new Unit(seal, there ? read(content(row, number)) : null);
    }

    private static ChainCheck.Read read(Content content) {
        return new ChainCheck.Read(content.storedAt, content.sha256);
    }

    /** Of all that the entry says; its id is the seal's. */
    private static Content content(ResultSet row, int number) throws SQLException {
        Instant storedAt = instant(row, "stored_at");
        return new Content(
                row.getLong("id"),
                storedAt,
                Sha256.of(
                        row.getString("offering_id"),
                        row.getString("holder_id"),
                        row.getString("matter_id"),
                        row.getString("clause"),
                        row.getString("event"),
                        row.getString("actor"),
                        instant(row, "happened_at"),
                        instant(row, "recorded_at"),
                        storedAt,
                        row.getString("inputs"),
                        row.getString("policies"),
                        row.getString("result"),
                        row.getString("documents")));
    }

    private static Unsealed tail(ResultSet row, int number) throws SQLException {
        OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
        return new Unsealed(
                row.getLong("entries"), oldest == null ? null : oldest.toInstant(), instant(row, "read_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
