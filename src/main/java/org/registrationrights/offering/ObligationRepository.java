package org.registrationrights.offering;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.registrationrights.offering.Obligation.Kind;
import org.registrationrights.offering.Obligation.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the Company's obligations beside the line of an offering stand (4(a), 4(b), 4(d)). */
@Repository
public class ObligationRepository {

    private final JdbcClient jdbc;

    ObligationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their kinds; none before they begin. */
    public List<Obligation> ofOffering(String offeringId) {
        return jdbc.sql("SELECT * FROM company_obligation WHERE offering_id = ? ORDER BY kind")
                .param(offeringId)
                .query((row, number) -> new Obligation(
                        Kind.valueOf(row.getString("kind")),
                        State.valueOf(row.getString("state")),
                        row.getString("ground"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by")))
                .list();
    }

    public boolean isSettled(String offeringId, Kind kind) {
        return ofOffering(offeringId).stream()
                .anyMatch(obligation -> obligation.kind() == kind && obligation.state() == State.SETTLED);
    }

    public void put(String offeringId, Obligation obligation) {
        Instant at = obligation.changedAt();
        jdbc.sql("DELETE FROM company_obligation WHERE offering_id = ? AND kind = ?")
                .params(offeringId, obligation.kind().name())
                .update();
        jdbc.sql("INSERT INTO company_obligation VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        offeringId,
                        obligation.kind().name(),
                        obligation.state().name(),
                        obligation.ground(),
                        at.atOffset(ZoneOffset.UTC),
                        obligation.changedBy())
                .update();
    }
}
