package org.registrationrights.offering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.registrationrights.offering.StateQualification.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** An offering's record of the states; all that was recorded is kept (4(b)). */
@Repository
public class StateQualificationRepository {

    private final JdbcClient jdbc;

    StateQualificationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String offeringId, Collection<StateQualification> states, Instant recordedAt, String recordedBy) {
        for (StateQualification state : states) {
            jdbc.sql("""
                    INSERT INTO state_qualification
                        (offering_id, state, outcome, decided_on, evidence, ground, reason, recorded_at, recorded_by)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            offeringId,
                            state.state(),
                            state.outcome().name(),
                            state.decidedOn(),
                            state.evidence(),
                            state.ground() == null ? null : state.ground().name(),
                            state.reason(),
                            recordedAt.atOffset(ZoneOffset.UTC),
                            recordedBy)
                    .update();
        }
    }

    /** What counts of each state: what was recorded last. */
    public Map<String, StateQualification> latest(String offeringId) {
        Map<String, StateQualification> latest = new LinkedHashMap<>();
        jdbc.sql("SELECT * FROM state_qualification WHERE offering_id = ? ORDER BY id")
                .param(offeringId)
                .query((row, number) -> {
                    String ground = row.getString("ground");
                    return new StateQualification(
                            row.getString("state"),
                            Outcome.valueOf(row.getString("outcome")),
                            row.getObject("decided_on", LocalDate.class),
                            row.getString("evidence"),
                            ground == null ? null : PermittedRefusal.valueOf(ground),
                            row.getString("reason"));
                })
                .list()
                .forEach(state -> latest.put(state.state(), state));
        return latest;
    }
}
