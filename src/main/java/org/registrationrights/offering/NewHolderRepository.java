package org.registrationrights.offering;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Those who became Holders after the notice of an offering, and what counsel made of it. */
@Repository
public class NewHolderRepository {

    /**
     * @param notified whether counsel gave notice; null until it has decided
     * @param ground why not; null where it did
     */
    public record NewHolder(
            String holderId, BigInteger registrableShares, Instant foundAt, Boolean notified, String ground) {}

    private final JdbcClient jdbc;

    NewHolderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<NewHolder> ofOffering(String offeringId) {
        return jdbc.sql("SELECT * FROM new_holder WHERE offering_id = ? ORDER BY holder_id")
                .param(offeringId)
                .query(NewHolderRepository::newHolder)
                .list();
    }

    public List<NewHolder> undecided(String offeringId) {
        return ofOffering(offeringId).stream()
                .filter(found -> found.notified() == null)
                .toList();
    }

    public void found(String offeringId, String holderId, BigInteger registrableShares, Instant at) {
        jdbc.sql("""
                INSERT INTO new_holder (offering_id, holder_id, registrable_shares, found_at) VALUES (?, ?, ?, ?)
                """)
                .params(offeringId, holderId, new BigDecimal(registrableShares), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param ground null where notice is given */
    public void decided(String offeringId, String holderId, String ground, String by, Instant at) {
        jdbc.sql("""
                UPDATE new_holder SET notified = ?, ground = ?, decided_by = ?, decided_at = ?
                WHERE offering_id = ? AND holder_id = ?
                """)
                .params(ground == null, ground, by, at.atOffset(ZoneOffset.UTC), offeringId, holderId)
                .update();
    }

    private static NewHolder newHolder(ResultSet row, int number) throws SQLException {
        return new NewHolder(
                row.getString("holder_id"),
                row.getBigDecimal("registrable_shares").toBigIntegerExact(),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                row.getObject("notified", Boolean.class),
                row.getString("ground"));
    }
}
