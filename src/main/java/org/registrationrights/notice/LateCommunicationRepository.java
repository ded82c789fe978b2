package org.registrationrights.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.registrationrights.agreement.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Communications that a Holder's own window does not settle, and what a person made of each. */
@Repository
public class LateCommunicationRepository {

    /** Why a person looks at it. */
    public enum Kind {
        /** An answer given after the last day (2.1). */
        LATE_ANSWER,
        /** An answer in a way that 11.1 does not name. */
        UNLISTED_WAY,
        /** Evidence that would have changed what is filed. */
        AFTER_FILING
    }

    /**
     * @param processInstanceId of the instance that has it decided; null until it is started
     * @param letIn null until it is decided
     * @param settledAt since when nothing is left to decide, by evidence or by the withdrawal
     */
    public record LateCommunication(
            long communicationId,
            ElectionKey election,
            Kind kind,
            String processInstanceId,
            Boolean letIn,
            String ground,
            String decidedBy,
            Instant settledAt) {

        public String businessKey() {
            return election.businessKey() + ":" + Communication.name(communicationId);
        }

        public boolean isOpen() {
            return letIn == null && settledAt == null;
        }
    }

    private final JdbcClient jdbc;

    LateCommunicationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was decided on before is asked anew; what still waits for its decision goes on waiting. */
    public void found(long communicationId, ElectionKey key, Kind kind, Instant at) {
        Optional<LateCommunication> before = find(communicationId);
        if (before.isEmpty()) {
            jdbc.sql("""
                    INSERT INTO late_communication (communication_id, offering_id, holder_id, kind, found_at)
                    VALUES (?, ?, ?, ?, ?)
                    """)
                    .params(communicationId, key.offeringId(), key.holderId(), kind.name(), at.atOffset(ZoneOffset.UTC))
                    .update();
        } else if (!before.get().isOpen()) {
            jdbc.sql("""
                    UPDATE late_communication SET kind = ?, found_at = ?, process_instance_id = NULL, let_in = NULL,
                        ground = NULL, decided_by = NULL, decided_at = NULL, settled_at = NULL
                    WHERE communication_id = ?
                    """)
                    .params(kind.name(), at.atOffset(ZoneOffset.UTC), communicationId)
                    .update();
        }
    }

    public List<LateCommunication> of(ElectionKey key) {
        return jdbc.sql("""
                SELECT * FROM late_communication WHERE offering_id = ? AND holder_id = ? ORDER BY communication_id
                """)
                .params(key.offeringId(), key.holderId())
                .query(LateCommunicationRepository::late)
                .list();
    }

    public List<LateCommunication> ofOffering(String offeringId) {
        return jdbc.sql("SELECT * FROM late_communication WHERE offering_id = ? ORDER BY communication_id")
                .param(offeringId)
                .query(LateCommunicationRepository::late)
                .list();
    }

    /** @throws Refusal where there is none */
    public LateCommunication get(long communicationId) {
        return find(communicationId)
                .orElseThrow(() -> Refusal.unknown(
                        "communicationId", Communication.name(communicationId) + " is no communication left over"));
    }

    private Optional<LateCommunication> find(long communicationId) {
        return jdbc.sql("SELECT * FROM late_communication WHERE communication_id = ?")
                .param(communicationId)
                .query(LateCommunicationRepository::late)
                .optional();
    }

    public void started(long communicationId, String processInstanceId) {
        jdbc.sql("UPDATE late_communication SET process_instance_id = ? WHERE communication_id = ?")
                .params(processInstanceId, communicationId)
                .update();
    }

    public void decided(long communicationId, boolean letIn, String ground, String by, Instant at) {
        jdbc.sql("""
                UPDATE late_communication SET let_in = ?, ground = ?, decided_by = ?, decided_at = ?
                WHERE communication_id = ?
                """)
                .params(letIn, ground, by, at.atOffset(ZoneOffset.UTC), communicationId)
                .update();
    }

    public void settled(long communicationId, Instant at) {
        jdbc.sql("UPDATE late_communication SET settled_at = ? WHERE communication_id = ?")
                .params(at.atOffset(ZoneOffset.UTC), communicationId)
                .update();
    }

    private static LateCommunication late(ResultSet row, int number) throws SQLException {
        OffsetDateTime settledAt = row.getObject("settled_at", OffsetDateTime.class);
        return new LateCommunication(
                row.getLong("communication_id"),
                new ElectionKey(row.getString("offering_id"), row.getString("holder_id")),
                Kind.valueOf(row.getString("kind")),
                row.getString("process_instance_id"),
                row.getObject("let_in", Boolean.class),
                row.getString("ground"),
                row.getString("decided_by"),
                settledAt == null ? null : settledAt.toInstant());
    }
}
