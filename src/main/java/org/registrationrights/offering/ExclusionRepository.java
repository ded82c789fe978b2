package org.registrationrights.offering;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.registrationrights.offering.HolderExclusion.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which Holders counsel leaves out of an offering, and which it has taken back in. */
@Repository
public class ExclusionRepository {

    /** @param liftedAt null while it stands */
    public record Excluded(HolderExclusion exclusion, Instant decidedAt, String decidedBy, Instant liftedAt) {}

    private final JdbcClient jdbc;

    ExclusionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String offeringId, HolderExclusion exclusion, Instant decidedAt, String decidedBy) {
        jdbc.sql("""
                INSERT INTO holder_exclusion (offering_id, holder_id, reason, ground, decided_at, decided_by)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        offeringId,
                        exclusion.holderId(),
                        exclusion.reason().name(),
                        exclusion.ground(),
                        decidedAt.atOffset(ZoneOffset.UTC),
                        decidedBy)
                .update();
    }

    /** @return whether the Holder was left out for that reason until now */
    public boolean lift(String offeringId, String holderId, Reason reason, Instant at) {
        return jdbc.sql("""
                        UPDATE holder_exclusion SET lifted_at = ?
                        WHERE offering_id = ? AND holder_id = ? AND reason = ? AND lifted_at IS NULL
                        """)
                        .params(at.atOffset(ZoneOffset.UTC), offeringId, holderId, reason.name())
                        .update()
                > 0;
    }

    /** The ids of the Holders that are left out now. */
    public Set<String> current(String offeringId) {
        return all(offeringId).stream()
                .filter(excluded -> excluded.liftedAt() == null)
                .map(excluded -> excluded.exclusion().holderId())
                .collect(Collectors.toSet());
    }

    /** In the order in which they were decided. */
    public List<Excluded> all(String offeringId) {
        return jdbc.sql("SELECT * FROM holder_exclusion WHERE offering_id = ? ORDER BY id")
                .param(offeringId)
                .query((row, number) -> new Excluded(
                        new HolderExclusion(
                                row.getString("holder_id"),
                                Reason.valueOf(row.getString("reason")),
                                row.getString("ground")),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("decided_by"),
                        instant(row.getObject("lifted_at", OffsetDateTime.class))))
                .list();
    }

    private static Instant instant(OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }
}
