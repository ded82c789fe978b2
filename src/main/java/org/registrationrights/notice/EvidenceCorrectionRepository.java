package org.registrationrights.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.EvidenceCorrection.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Which stored evidence was to be superseded, by what, and what became of it. */
@Repository
public class EvidenceCorrectionRepository {

    private static final String CORRECTIONS = """
        SELECT x.*, c.offering_id, c.holder_id FROM evidence_correction x
        JOIN communication c ON c.id = x.communication_id
        """;

    private final JdbcClient jdbc;

    EvidenceCorrectionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the new correction's id.
     *
     * @param replacementId null where the communication is to be struck
     */
    public long propose(
            long communicationId,
            Long replacementId,
            String reason,
            String receiptId,
            Instant at,
            String by,
            String processInstanceId) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO evidence_correction
                    (communication_id, replacement_id, reason, receipt_id, proposed_at, proposed_by,
                     process_instance_id, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        communicationId,
                        replacementId,
                        reason,
                        receiptId,
                        at.atOffset(ZoneOffset.UTC),
                        by,
                        processInstanceId,
                        State.PROPOSED.name())
                .update(key, "id");
        return key.getKey().longValue();
    }

    public void decided(long id, State state, String ground, String by, Instant at) {
        jdbc.sql("UPDATE evidence_correction SET state = ?, ground = ?, decided_by = ?, decided_at = ? WHERE id = ?")
                .params(state.name(), ground, by, at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** @throws Refusal where the offering has none of that id */
    public EvidenceCorrection get(String offeringId, long id) {
        return jdbc.sql(CORRECTIONS + "WHERE c.offering_id = ? AND x.id = ?")
                .params(offeringId, id)
                .query(EvidenceCorrectionRepository::correction)
                .optional()
                .orElseThrow(() ->
                        Refusal.unknown("correctionId", "X-" + id + " is no correction in offering " + offeringId));
    }

    /** In the order of proposal. */
    public List<EvidenceCorrection> ofOffering(String offeringId) {
        return jdbc.sql(CORRECTIONS + "WHERE c.offering_id = ? ORDER BY x.id")
                .param(offeringId)
                .query(EvidenceCorrectionRepository::correction)
                .list();
    }

    public List<EvidenceCorrection> of(ElectionKey key) {
        return jdbc.sql(CORRECTIONS + "WHERE c.offering_id = ? AND c.holder_id = ? ORDER BY x.id")
                .params(key.offeringId(), key.holderId())
                .query(EvidenceCorrectionRepository::correction)
                .list();
    }

    private static EvidenceCorrection correction(ResultSet row, int number) throws SQLException {
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new EvidenceCorrection(
                row.getLong("id"),
                new ElectionKey(row.getString("offering_id"), row.getString("holder_id")),
                row.getLong("communication_id"),
                row.getObject("replacement_id", Long.class),
                row.getString("reason"),
                row.getString("receipt_id"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("proposed_by"),
                row.getString("process_instance_id"),
                State.valueOf(row.getString("state")),
                row.getString("ground"),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant());
    }
}
