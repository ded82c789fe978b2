package org.registrationrights.offering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.registrationrights.agreement.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the Company decided about a registration (8), and that each Holder was told. */
@Repository
public class RegistrationDecisionRepository {

    public enum Kind {
        SUSPENDED,
        RESUMED,
        WITHDRAWN
    }

    /** @param processInstanceId of the instance that has the Holders told; null until it is started */
    public record Decision(
            String offeringId, int number, Kind kind, Instant decidedAt, String recordedBy, String processInstanceId) {

        /** Such as {@code OFF-2027-1:N-2}. */
        public String businessKey() {
            return offeringId + ":N-" + number;
        }
    }

    /** @param sentOn null until it is sent */
    public record Notice(String holderId, String dispatchId, LocalDate sentOn, String evidence) {}

    private final JdbcClient jdbc;

    RegistrationDecisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Under the lock of its offering. */
    public void add(String offeringId, Kind kind, Instant decidedAt, Instant recordedAt, String recordedBy) {
        jdbc.sql("""
                INSERT INTO registration_decision (offering_id, n, kind, decided_at, recorded_at, recorded_by)
                VALUES (?, (SELECT COUNT(*) + 1 FROM registration_decision WHERE offering_id = ?), ?, ?, ?, ?)
                """)
                .params(
                        offeringId,
                        offeringId,
                        kind.name(),
                        decidedAt.atOffset(ZoneOffset.UTC),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        recordedBy)
                .update();
    }

    public List<Decision> ofOffering(String offeringId) {
        return jdbc.sql("SELECT * FROM registration_decision WHERE offering_id = ? ORDER BY n")
                .param(offeringId)
                .query(RegistrationDecisionRepository::decision)
                .list();
    }

    /** @throws Refusal where there is none */
    public Decision get(String offeringId, int number) {
        return ofOffering(offeringId).stream()
                .filter(decision -> decision.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(
                        "number", offeringId + " has no decision " + number + " about its registration"));
    }

    public void started(Decision decision, String processInstanceId) {
        jdbc.sql("UPDATE registration_decision SET process_instance_id = ? WHERE offering_id = ? AND n = ?")
                .params(processInstanceId, decision.offeringId(), decision.number())
                .update();
    }

    /** Draws up one notice to each Holder that was notified of the offering; returns how many are to be told. */
    public int drawUpNotices(Decision decision) {
        return jdbc.sql("""
                INSERT INTO decision_notice (offering_id, n, holder_id, dispatch_id)
                SELECT offering_id, :n, holder_id, CONCAT(offering_id, ':', holder_id, ':N-', CAST(:n AS VARCHAR(9)))
                FROM holder_election WHERE offering_id = :offering AND dispatch_id IS NOT NULL
                """)
                .param("n", decision.number())
                .param("offering", decision.offeringId())
                .update();
    }

    public void sent(Decision decision, LocalDate sentOn, String evidence) {
        jdbc.sql("UPDATE decision_notice SET sent_on = ?, evidence = ? WHERE offering_id = ? AND n = ?")
                .params(sentOn, evidence, decision.offeringId(), decision.number())
                .update();
    }

    public List<Notice> notices(Decision decision) {
        return jdbc.sql("SELECT * FROM decision_notice WHERE offering_id = ? AND n = ? ORDER BY holder_id")
                .params(decision.offeringId(), decision.number())
                .query((row, number) -> new Notice(
                        row.getString("holder_id"),
                        row.getString("dispatch_id"),
                        row.getObject("sent_on", LocalDate.class),
                        row.getString("evidence")))
                .list();
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getString("offering_id"),
                row.getInt("n"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getString("process_instance_id"));
    }
}
