package org.registrationrights.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** E-mail that goes along with a letter and is no notice under 11.1. */
@Repository
public class CourtesyCopyRepository {

    private static final int LONGEST_FAILURE = 500;

    public enum State {
        DUE,
        /** Taken by a node; if that dies the copy is never sent, rather than sent twice. */
        TAKEN,
        SENT,
        FAILED
    }

    /**
     * @param failure why it failed; else null
     * @param settledAt when it was sent or failed; null before
     */
    public record CourtesyCopy(String dispatchId, String email, State state, String failure, Instant settledAt) {}

    private final JdbcClient jdbc;

    CourtesyCopyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void due(String dispatchId, String email) {
        jdbc.sql("INSERT INTO courtesy_copy (dispatch_id, email, state) VALUES (?, ?, ?)")
                .params(dispatchId, email, State.DUE.name())
                .update();
    }

    /** One that is due and is now taken by whoever asks; of several that ask, one gets it. */
    public Optional<CourtesyCopy> takeNext() {
        while (true) {
            Optional<CourtesyCopy> next = jdbc.sql(
                            "SELECT * FROM courtesy_copy WHERE state = ? ORDER BY dispatch_id FETCH FIRST 1 ROW ONLY")
                    .param(State.DUE.name())
                    .query(CourtesyCopyRepository::copy)
                    .optional();
            if (next.isEmpty() || taken(next.get())) {
                return next;
            }
        }
    }

    private boolean taken(CourtesyCopy copy) {
        return jdbc.sql("UPDATE courtesy_copy SET state = ? WHERE dispatch_id = ? AND state = ?")
                        .params(State.TAKEN.name(), copy.dispatchId(), State.DUE.name())
                        .update()
                == 1;
    }

    public void sent(String dispatchId, Instant at) {
        settle(dispatchId, State.SENT, null, at);
    }

    public void failed(String dispatchId, String failure, Instant at) {
        settle(
                dispatchId,
                State.FAILED,
                failure.length() > LONGEST_FAILURE ? failure.substring(0, LONGEST_FAILURE) : failure,
                at);
    }

    public List<CourtesyCopy> ofOffering(String offeringId) {
        return jdbc.sql("""
                SELECT courtesy_copy.* FROM courtesy_copy JOIN dispatch ON dispatch.id = courtesy_copy.dispatch_id
                WHERE dispatch.offering_id = ? ORDER BY dispatch_id
                """)
                .param(offeringId)
                .query(CourtesyCopyRepository::copy)
                .list();
    }

    private void settle(String dispatchId, State state, String failure, Instant at) {
        jdbc.sql("UPDATE courtesy_copy SET state = ?, failure = ?, settled_at = ? WHERE dispatch_id = ?")
                .params(state.name(), failure, at.atOffset(ZoneOffset.UTC), dispatchId)
                .update();
    }

    private static CourtesyCopy copy(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        OffsetDateTime settledAt = row.getObject("settled_at", OffsetDateTime.class);
        return new CourtesyCopy(
                row.getString("dispatch_id"),
                row.getString("email"),
                State.valueOf(row.getString("state")),
                row.getString("failure"),
                settledAt == null ? null : settledAt.toInstant());
    }
}
