package org.registrationrights.standoff;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.standoff.JudgedTransaction.Verdict;
import org.registrationrights.standoff.Standoff.State;
import org.registrationrights.standoff.Standoff.StopTransfer;
import org.registrationrights.standoff.StandoffHolder.Key;
import org.registrationrights.standoff.StandoffRequest.Requester;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Stand-offs with the transactions that were reported in them. */
@Repository
public class StandoffRepository {

    /** @param question why a person decides; null where none has to */
    public record Reported(
            long id, String standoffId, ReportedTransaction transaction, Verdict verdict, String question) {}

    private final JdbcClient jdbc;

    StandoffRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number that no stand-off was ever given, for an id. */
    public long drawNumber(Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO standoff_number (drawn_at) VALUES (?)")
                .param(now.atOffset(ZoneOffset.UTC))
                .update(key, "n");
        return key.getKey().longValue();
    }

    /** @throws Refusal where the id is taken */
    public void insert(Standoff standoff, Instant recordedAt, String recordedBy) {
        try {
            jdbc.sql("""
                    INSERT INTO standoff
                        (id, offering_id, requested_by, requester, managed, requested_on, days, evidence, counted_from,
                         last_day, state, recorded_at, recorded_by)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            standoff.id(),
                            standoff.offeringId(),
                            standoff.requestedBy().name(),
                            standoff.requester(),
                            standoff.managed(),
                            standoff.requestedOn(),
                            standoff.days(),
                            standoff.evidence(),
                            standoff.countedFrom(),
                            standoff.lastDay(),
                            standoff.state().name(),
                            recordedAt.atOffset(ZoneOffset.UTC),
                            recordedBy)
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("businessKey", standoff.id() + " is already the id of another stand-off");
        }
    }

    /** When it was entered; the requests go out on that day. */
    public Instant recordedAt(String id) {
        return jdbc.sql("SELECT recorded_at FROM standoff WHERE id = ?")
                .param(id)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    public boolean exists(String id) {
        return find(id, "").isPresent();
    }

    /** @throws Refusal where nobody knows the id */
    public Standoff get(String id) {
        return find(id, "").orElseThrow(() -> unknown(id));
    }

    /** Takes the stand-off for this transaction: before any of its Holders' rows are taken. */
    public Standoff lock(String id) {
        return find(id, " FOR UPDATE").orElseThrow(() -> unknown(id));
    }

    private Optional<Standoff> find(String id, String locking) {
        return jdbc.sql("SELECT * FROM standoff WHERE id = ?" + locking)
                .param(id)
                .query(StandoffRepository::standoff)
                .optional();
    }

    private static Refusal unknown(String id) {
        return Refusal.unknown("standoffId", "there is no stand-off " + id);
    }

    /** In the order in which they were asked for. */
    public List<Standoff> ofOffering(String offeringId) {
        return jdbc.sql("SELECT * FROM standoff WHERE offering_id = ? ORDER BY requested_on, id")
                .param(offeringId)
                .query(StandoffRepository::standoff)
                .list();
    }

    /** The last that was asked for first. */
    public List<Standoff> all() {
        return jdbc.sql("SELECT * FROM standoff ORDER BY requested_on DESC, id")
                .query(StandoffRepository::standoff)
                .list();
    }

    /** Those whose stop-transfer is in force on a day after that one, but for one of them. */
    public List<Standoff> stoppedAfter(LocalDate day, String otherThan) {
        return jdbc.sql("""
                SELECT * FROM standoff
                WHERE stop_instructed_at IS NOT NULL AND lift_instructed_at IS NULL AND last_day > ? AND id <> ?
                ORDER BY last_day, id
                """)
                .params(day, otherThan)
                .query(StandoffRepository::standoff)
                .list();
    }

    public void enter(String id, State state) {
        update(id, "state = ?", state.name());
    }

    public void countedFrom(Standoff standoff, String by) {
        update(
                standoff.id(),
                "counted_from = ?, counted_ground = ?, counted_by = ?, last_day = ?, state = ?",
                standoff.countedFrom(),
                standoff.countedGround(),
                by,
                standoff.lastDay(),
                standoff.state().name());
    }

    public void stopDecided(String id, boolean imposed, String ground, String by) {
        update(id, "stop_imposed = ?, stop_ground = ?, stop_decided_by = ?", imposed, ground, by);
    }

    public void stopInstructed(String id, Instant at) {
        update(id, "stop_instructed_at = ?", at.atOffset(ZoneOffset.UTC));
    }

    public void stopPlaced(String id, LocalDate on, String paper) {
        update(id, "stop_placed_on = ?, stop_placed_paper = ?", on, paper);
    }

    public void liftInstructed(String id, Instant at) {
        update(id, "lift_instructed_at = ?", at.atOffset(ZoneOffset.UTC));
    }

    public void stopLifted(String id, LocalDate on, String paper) {
        update(id, "stop_lifted_on = ?, stop_lifted_paper = ?", on, paper);
    }

    /** Returns the report's number. */
    public long add(String standoffId, CheckedTransaction checked, Instant recordedAt, String recordedBy) {
        ReportedTransaction reported = checked.reported();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO standoff_transaction
                    (standoff_id, holder_id, securities, happened_on, kind, shares_in_offering, donee_bound, executed,
                     evidence, verdict, question, recorded_at, recorded_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        standoffId,
                        reported.holderId(),
                        new BigDecimal(reported.securities()),
                        reported.date(),
                        reported.kind(),
                        reported.sharesInOffering(),
                        reported.doneeBound(),
                        reported.executed(),
                        reported.evidence(),
                        checked.verdict().name(),
                        checked.question() == null ? null : checked.question().name(),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        recordedBy)
                .update(key, "id");
        return key.getKey().longValue();
    }

    public void checked(long id, CheckedTransaction checked) {
        jdbc.sql("UPDATE standoff_transaction SET verdict = ?, question = ? WHERE id = ?")
                .params(
                        checked.verdict().name(),
                        checked.question() == null ? null : checked.question().name(),
                        id)
                .update();
    }

    /** In the order of recording. */
    public List<Reported> transactions(String standoffId) {
        return jdbc.sql("SELECT * FROM standoff_transaction WHERE standoff_id = ? ORDER BY id")
                .param(standoffId)
                .query(StandoffRepository::reported)
                .list();
    }

    public List<Reported> transactions(Key key) {
        return jdbc.sql("SELECT * FROM standoff_transaction WHERE standoff_id = ? AND holder_id = ? ORDER BY id")
                .params(key.standoffId(), key.holderId())
                .query(StandoffRepository::reported)
                .list();
    }

    private void update(String id, String columns, Object... values) {
        JdbcClient.StatementSpec statement = jdbc.sql("UPDATE standoff SET " + columns + " WHERE id = ?");
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.param(id).update();
    }

    private static Standoff standoff(ResultSet row, int number) throws SQLException {
        return new Standoff(
                row.getString("id"),
                row.getString("offering_id"),
                Requester.valueOf(row.getString("requested_by")),
                row.getString("requester"),
                row.getBoolean("managed"),
                row.getObject("requested_on", LocalDate.class),
                row.getInt("days"),
                row.getString("evidence"),
                row.getObject("counted_from", LocalDate.class),
                row.getString("counted_ground"),
                row.getObject("last_day", LocalDate.class),
                State.valueOf(row.getString("state")),
                new StopTransfer(
                        row.getObject("stop_imposed", Boolean.class),
                        row.getString("stop_ground"),
                        row.getString("stop_decided_by"),
                        instant(row, "stop_instructed_at"),
                        row.getObject("stop_placed_on", LocalDate.class),
                        row.getString("stop_placed_paper"),
                        instant(row, "lift_instructed_at"),
                        row.getObject("stop_lifted_on", LocalDate.class),
                        row.getString("stop_lifted_paper")));
    }

    private static Reported reported(ResultSet row, int number) throws SQLException {
        return new Reported(
                row.getLong("id"),
                row.getString("standoff_id"),
                new ReportedTransaction(
                        row.getString("holder_id"),
                        row.getBigDecimal("securities").toBigIntegerExact(),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("kind"),
                        row.getBoolean("shares_in_offering"),
                        row.getBoolean("donee_bound"),
                        row.getBoolean("executed"),
                        row.getString("evidence")),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("question"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
