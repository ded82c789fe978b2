package org.registrationrights.suspension;

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
import org.registrationrights.suspension.HolderSuspension.Key;
import org.registrationrights.suspension.HolderSuspension.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Covered Holders by event, with the old prospectuses that each returned. */
@Repository
public class HolderSuspensionRepository {

    /** Copies that came back, as they were recorded. */
    public record Return(String eventId, ReturnedCopies returned, Instant recordedAt, String recordedBy) {}

    private final JdbcClient jdbc;

    HolderSuspensionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void list(Key key) {
        jdbc.sql("""
                INSERT INTO holder_suspension (event_id, holder_id, state, prospectus_sent) VALUES (?, ?, ?, FALSE)
                """).params(key.eventId(), key.holderId(), State.LISTED.name()).update();
    }

    public List<HolderSuspension> ofEvent(String eventId) {
        return jdbc.sql("SELECT * FROM holder_suspension WHERE event_id = ? ORDER BY holder_id")
                .param(eventId)
                .query(HolderSuspensionRepository::holder)
                .list();
    }

    /** Who is in any event of the offering, and in which. */
    public List<HolderSuspension> ofOffering(String offeringId) {
        return jdbc.sql("""
                SELECT h.* FROM holder_suspension h JOIN suspension_event e ON e.id = h.event_id
                WHERE e.offering_id = ? ORDER BY h.holder_id, h.event_id
                """)
                .param(offeringId)
                .query(HolderSuspensionRepository::holder)
                .list();
    }

    /** The next that are to be started, by Holder id. */
    public List<HolderSuspension> nextListed(String eventId, int most) {
        return next("state = 'LISTED'", eventId, most);
    }

    /** The next for whom no copies of the corrected prospectus are drawn up, by Holder id. */
    public List<HolderSuspension> nextUnsent(String eventId, int most) {
        return next("NOT prospectus_sent", eventId, most);
    }

    private List<HolderSuspension> next(String condition, String eventId, int most) {
        return jdbc.sql("SELECT * FROM holder_suspension WHERE event_id = ? AND " + condition
                        + " ORDER BY holder_id FETCH FIRST " + most + " ROWS ONLY")
                .param(eventId)
                .query(HolderSuspensionRepository::holder)
                .list();
    }

    public boolean allReleased(String eventId) {
        return next("state IN ('LISTED', 'RUNNING')", eventId, 1).isEmpty();
    }

    public Optional<HolderSuspension> find(Key key) {
        return find(key, "");
    }

    /**
     * Takes one Holder in one event for this transaction, so that a paper's arrival and what it makes of the stop follow
     * one another.
     *
     * @throws Refusal where the event does not concern the Holder
     */
    public HolderSuspension lock(Key key) {
        return find(key, " FOR UPDATE")
                .orElseThrow(() -> Refusal.unknown(
                        "holderId", key.holderId() + " is no covered Holder of event " + key.eventId()));
    }

    private Optional<HolderSuspension> find(Key key, String locking) {
        return jdbc.sql("SELECT * FROM holder_suspension WHERE event_id = ? AND holder_id = ?" + locking)
                .params(key.eventId(), key.holderId())
                .query(HolderSuspensionRepository::holder)
                .optional();
    }

    /** Before its instance starts, which asks for it at once. */
    public void starting(Key key) {
        update(key, "state = ?", State.RUNNING.name());
    }

    public void started(Key key, String processInstanceId) {
        update(key, "process_instance_id = ?", processInstanceId);
    }

    public void sent(Key key) {
        update(key, "prospectus_sent = ?", true);
    }

    public void released(Key key) {
        update(key, "state = ?", State.RELEASED.name());
    }

    public void add(String eventId, ReturnedCopies returned, Instant recordedAt, String recordedBy) {
        jdbc.sql("""
                INSERT INTO prospectus_return
                    (event_id, holder_id, copies, returned_on, evidence, cost_cents, complete, recorded_at, recorded_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        eventId,
                        returned.holderId(),
                        new BigDecimal(returned.copies()),
                        returned.returnedOn(),
                        returned.evidence(),
                        new BigDecimal(returned.costCents()),
                        returned.complete(),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        recordedBy)
                .update();
    }

    /** In the order of recording. */
    public List<Return> returns(String eventId) {
        return jdbc.sql("SELECT * FROM prospectus_return WHERE event_id = ? ORDER BY id")
                .param(eventId)
                .query(HolderSuspensionRepository::returned)
                .list();
    }

    /** What came back in any event of the offering, in the order of recording. */
    public List<Return> returnsOfOffering(String offeringId) {
        return jdbc.sql("""
                SELECT r.* FROM prospectus_return r JOIN suspension_event e ON e.id = r.event_id
                WHERE e.offering_id = ? ORDER BY r.id
                """)
                .param(offeringId)
                .query(HolderSuspensionRepository::returned)
                .list();
    }

    private void update(Key key, String column, Object value) {
        jdbc.sql("UPDATE holder_suspension SET " + column + " WHERE event_id = ? AND holder_id = ?")
                .params(value, key.eventId(), key.holderId())
                .update();
    }

    private static HolderSuspension holder(ResultSet row, int number) throws SQLException {
        return new HolderSuspension(
                new Key(row.getString("event_id"), row.getString("holder_id")),
                State.valueOf(row.getString("state")),
                row.getString("process_instance_id"),
                row.getBoolean("prospectus_sent"));
    }

    private static Return returned(ResultSet row, int number) throws SQLException {
        return new Return(
                row.getString("event_id"),
                new ReturnedCopies(
                        row.getString("holder_id"),
                        row.getBigDecimal("copies").toBigIntegerExact(),
                        row.getObject("returned_on", LocalDate.class),
                        row.getString("evidence"),
                        row.getBigDecimal("cost_cents").toBigIntegerExact(),
                        row.getBoolean("complete")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }
}
