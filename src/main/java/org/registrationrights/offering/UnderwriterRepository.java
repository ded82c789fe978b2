package org.registrationrights.offering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Managing underwriters that took the place of the one an offering was determined with (2.3, 4(f), 7). */
@Repository
public class UnderwriterRepository {

    /** @param evidence the paper that shows the change */
    public record Replacement(String name, LocalDate since, String evidence) {}

    private final JdbcClient jdbc;

    UnderwriterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void replace(String offeringId, Replacement replacement, Instant recordedAt, String recordedBy) {
        jdbc.sql("INSERT INTO managing_underwriter VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        offeringId,
                        replacement.since(),
                        replacement.name(),
                        replacement.evidence(),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        recordedBy)
                .update();
        jdbc.sql("UPDATE offering SET managing_underwriter = ? WHERE id = ?")
                .params(replacement.name(), offeringId)
                .update();
    }

    /** The earliest first; the underwriter of the determination is not among them. */
    public List<Replacement> all(String offeringId) {
        return jdbc.sql("SELECT * FROM managing_underwriter WHERE offering_id = ? ORDER BY since")
                .param(offeringId)
                .query((row, number) -> new Replacement(
                        row.getString("name"), row.getObject("since", LocalDate.class), row.getString("evidence")))
                .list();
    }
}
