package org.registrationrights.suspension;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.suspension.SuspensionEvent.Assessment;
import org.registrationrights.suspension.SuspensionEvent.Defect;
import org.registrationrights.suspension.SuspensionEvent.RestGivenUp;
import org.registrationrights.suspension.SuspensionEvent.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Events under 4(c) and the prospectuses that correct them. */
@Repository
public class SuspensionRepository {

    private final JdbcClient jdbc;

    SuspensionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number that no event was ever given, for an id. */
    public long drawNumber(Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO suspension_number (drawn_at) VALUES (?)")
                .param(offset(now))
                .update(key, "n");
        return key.getKey().longValue();
    }

    /** @throws Refusal where the id is taken */
    public void insert(SuspensionEvent event, Instant recordedAt) {
        try {
            jdbc.sql("""
                    INSERT INTO suspension_event
                        (id, offering_id, description, discovered_at, recorded_at, recorded_by, state)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            event.id(),
                            event.offeringId(),
                            event.description(),
                            offset(event.discoveredAt()),
                            offset(recordedAt),
                            event.recordedBy(),
                            event.state().name())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("businessKey", event.id() + " is already the id of another event");
        }
    }

    public boolean exists(String id) {
        return find(id, "").isPresent();
    }

    /** @throws Refusal where nobody knows the id */
    public SuspensionEvent get(String id) {
        return find(id, "").orElseThrow(() -> unknown(id));
    }

    /** Takes the event for this transaction: before its offering's and its Holders' rows are taken. */
    public SuspensionEvent lock(String id) {
        return find(id, " FOR UPDATE").orElseThrow(() -> unknown(id));
    }

    private Optional<SuspensionEvent> find(String id, String locking) {
        return jdbc.sql("SELECT * FROM suspension_event WHERE id = ?" + locking)
                .param(id)
                .query(SuspensionRepository::event)
                .optional();
    }

    private static Refusal unknown(String id) {
        return Refusal.unknown("eventId", "there is no event " + id);
    }

    /** In the order of their discovery. */
    public List<SuspensionEvent> ofOffering(String offeringId) {
        return jdbc.sql("SELECT * FROM suspension_event WHERE offering_id = ? ORDER BY discovered_at, id")
                .param(offeringId)
                .query(SuspensionRepository::event)
                .list();
    }

    /** The latest discovery first. */
    public List<SuspensionEvent> all() {
        return jdbc.sql("SELECT * FROM suspension_event ORDER BY discovered_at DESC, id")
                .query(SuspensionRepository::event)
                .list();
    }

    /** The events that one correction corrects, its own first among equals. */
    public List<SuspensionEvent> correctedBy(String eventId) {
        return jdbc.sql("SELECT * FROM suspension_event WHERE corrected_by = ? ORDER BY id")
                .param(eventId)
                .query(SuspensionRepository::event)
                .list();
    }

    public void assessed(String id, Assessment assessment) {
        jdbc.sql("""
                UPDATE suspension_event
                SET state = ?, prospectus_required = ?, defect = ?, material = ?, return_directed = ?, told = ?, reasons = ?,
                    assessed_by = ?, assessed_at = ?
                WHERE id = ?
                """)
                .params(
                        (assessment.noticeOwed() ? State.OPEN : State.NO_NOTICE_OWED).name(),
                        assessment.prospectusRequired(),
                        assessment.defect().name(),
                        assessment.material(),
                        assessment.returnDirected(),
                        assessment.told(),
                        assessment.reasons(),
                        assessment.assessedBy(),
                        offset(assessment.assessedAt()),
                        id)
                .update();
    }

    public void enter(String id, State state) {
        jdbc.sql("UPDATE suspension_event SET state = ? WHERE id = ?")
                .params(state.name(), id)
                .update();
    }

    public void restGivenUp(String id, RestGivenUp restGivenUp) {
        jdbc.sql("UPDATE suspension_event SET rest_ground = ?, rest_given_up_by = ? WHERE id = ?")
                .params(restGivenUp.ground(), restGivenUp.by(), id)
                .update();
    }

    /** @param corrected the events that it corrects, its own among them */
    public void correct(Correction correction, List<String> corrected, Instant recordedAt, String recordedBy) {
        jdbc.sql("""
                INSERT INTO prospectus_correction (event_id, kind, document, made_on, copies, recorded_at, recorded_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        correction.eventId(),
                        correction.kind().name(),
                        correction.document(),
                        correction.madeOn(),
                        correction.copies(),
                        offset(recordedAt),
                        recordedBy)
                .update();
        jdbc.sql("UPDATE suspension_event SET corrected_by = :by WHERE id IN (:ids)")
                .param("by", correction.eventId())
                .param("ids", corrected)
                .update();
    }

    public void effective(String eventId, Instant effectiveAt) {
        jdbc.sql("UPDATE prospectus_correction SET effective_at = ? WHERE event_id = ?")
                .params(offset(effectiveAt), eventId)
                .update();
    }

    /** The correction that corrects the event, if there is one. */
    public Optional<Correction> correction(SuspensionEvent event) {
        return jdbc.sql("SELECT * FROM prospectus_correction WHERE event_id = ?")
                .param(event.correctedBy())
                .query((row, number) -> new Correction(
                        row.getString("event_id"),
                        Correction.Kind.valueOf(row.getString("kind")),
                        row.getString("document"),
                        row.getObject("made_on", LocalDate.class),
                        row.getInt("copies"),
                        instant(row, "effective_at")))
                .optional();
    }

    private static SuspensionEvent event(ResultSet row, int number) throws SQLException {
        String defect = row.getString("defect");
        String restGround = row.getString("rest_ground");
        return new SuspensionEvent(
                row.getString("id"),
                row.getString("offering_id"),
                row.getString("description"),
                instant(row, "discovered_at"),
                row.getString("recorded_by"),
                State.valueOf(row.getString("state")),
                defect == null
                        ? null
                        : new Assessment(
                                row.getBoolean("prospectus_required"),
                                Defect.valueOf(defect),
                                row.getBoolean("material"),
                                row.getBoolean("return_directed"),
                                row.getString("told"),
                                row.getString("reasons"),
                                row.getString("assessed_by"),
                                instant(row, "assessed_at")),
                row.getString("corrected_by"),
                restGround == null ? null : new RestGivenUp(restGround, row.getString("rest_given_up_by")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime offset(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
