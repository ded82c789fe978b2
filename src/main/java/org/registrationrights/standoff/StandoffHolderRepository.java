package org.registrationrights.standoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.standoff.Lockup.Counterparty;
import org.registrationrights.standoff.StandoffHolder.Key;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a stand-off's request is for, and who has signed a lock-up. */
@Repository
public class StandoffHolderRepository {

    private final JdbcClient jdbc;

    StandoffHolderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void list(Key key) {
        jdbc.sql("INSERT INTO standoff_holder (standoff_id, holder_id, drawn_up, settled) VALUES (?, ?, FALSE, FALSE)")
                .params(key.standoffId(), key.holderId())
                .update();
    }

    public List<StandoffHolder> ofStandoff(String standoffId) {
        return jdbc.sql("SELECT * FROM standoff_holder WHERE standoff_id = ? ORDER BY holder_id")
                .param(standoffId)
                .query(StandoffHolderRepository::holder)
                .list();
    }

    /** The next whose request is not drawn up, by Holder id. */
    public List<StandoffHolder> nextToDrawUp(String standoffId, int most) {
        return next("NOT drawn_up", standoffId, most);
    }

    /** The next that are not settled and that nobody follows up, by Holder id. */
    public List<StandoffHolder> nextToFollowUp(String standoffId, int most) {
        return next("NOT settled AND process_instance_id IS NULL", standoffId, most);
    }

    private List<StandoffHolder> next(String condition, String standoffId, int most) {
        return jdbc.sql("SELECT * FROM standoff_holder WHERE standoff_id = ? AND " + condition
                        + " ORDER BY holder_id FETCH FIRST " + most + " ROWS ONLY")
                .param(standoffId)
                .query(StandoffHolderRepository::holder)
                .list();
    }

    public boolean allSettled(String standoffId) {
        return next("NOT settled", standoffId, 1).isEmpty();
    }

    public Optional<StandoffHolder> find(Key key) {
        return jdbc.sql("SELECT * FROM standoff_holder WHERE standoff_id = ? AND holder_id = ?")
                .params(key.standoffId(), key.holderId())
                .query(StandoffHolderRepository::holder)
                .optional();
    }

    /** @throws Refusal where the stand-off does not concern the Holder */
    public StandoffHolder get(Key key) {
        return find(key)
                .orElseThrow(() ->
                        Refusal.unknown("holderId", key.holderId() + " is no Holder in stand-off " + key.standoffId()));
    }

    public void drawnUp(Key key) {
        update(key, "drawn_up = TRUE");
    }

    public void signed(Key key, Lockup lockup) {
        update(
                key,
                "lockup_signed_on = ?, lockup_with = ?, lockup_evidence = ?",
                lockup.signedOn(),
                lockup.with().name(),
                lockup.evidence());
    }

    public void givenUp(Key key, String ground, String by) {
        update(key, "given_up_ground = ?, given_up_by = ?", ground, by);
    }

    public void settled(Key key, boolean settled) {
        update(key, "settled = ?", settled);
    }

    public void followedUp(Key key, String processInstanceId) {
        update(key, "process_instance_id = ?", processInstanceId);
    }

    private void update(Key key, String columns, Object... values) {
        JdbcClient.StatementSpec statement =
                jdbc.sql("UPDATE standoff_holder SET " + columns + " WHERE standoff_id = ? AND holder_id = ?");
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.param(key.standoffId()).param(key.holderId()).update();
    }

    private static StandoffHolder holder(ResultSet row, int number) throws SQLException {
        LocalDate signedOn = row.getObject("lockup_signed_on", LocalDate.class);
        String holderId = row.getString("holder_id");
        return new StandoffHolder(
                new Key(row.getString("standoff_id"), holderId),
                row.getBoolean("drawn_up"),
                signedOn == null
                        ? null
                        : new Lockup(
                                holderId,
                                signedOn,
                                Counterparty.valueOf(row.getString("lockup_with")),
                                row.getString("lockup_evidence")),
                row.getString("given_up_ground"),
                row.getBoolean("settled"),
                row.getString("process_instance_id"));
    }
}
