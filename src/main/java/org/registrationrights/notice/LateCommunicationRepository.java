package org.registrationrights.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
     */
    public record LateCommunication(
            long communicationId,
            ElectionKey election,
            Kind kind,
            String processInstanceId,
            Boolean letIn,
            String ground,
            String decidedBy) {

        public String businessKey() {
            return election.businessKey() + ":C-" + communicationId;
        }
    }

    private final JdbcClient jdbc;

    LateCommunicationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void found(long communicationId, ElectionKey key, Kind kind, Instant at) {
        jdbc.sql("""
                INSERT INTO late_communication (communication_id, offering_id, holder_id, kind, found_at)
                VALUES (?, ?, ?, ?, ?)
                """)
                .params(communicationId, key.offeringId(), key.holderId(), kind.name(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<LateCommunication> of(ElectionKey key) {
        return jdbc.sql("""
                SELECT * FROM late_communication WHERE offering_id = ? AND holder_id = ? ORDER BY communication_id
                """)
                .params(key.offeringId(), key.holderId())
                .query(LateCommunicationRepository::late)
                .list();
    }

    /** @throws Refusal where there is none */
    public LateCommunication get(long communicationId) {
        return jdbc.sql("SELECT * FROM late_communication WHERE communication_id = ?")
                .param(communicationId)
                .query(LateCommunicationRepository::late)
                .optional()
                .orElseThrow(
                        () -> Refusal.unknown("communicationId", communicationId + " is no communication left over"));
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

    private static LateCommunication late(ResultSet row, int number) throws SQLException {
        return new LateCommunication(
                row.getLong("communication_id"),
                new ElectionKey(row.getString("offering_id"), row.getString("holder_id")),
                Kind.valueOf(row.getString("kind")),
                row.getString("process_instance_id"),
                row.getObject("let_in", Boolean.class),
                row.getString("ground"),
                row.getString("decided_by"));
    }
}
