package org.registrationrights.offering;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.registrationrights.offering.Closing.Basis;
import org.registrationrights.offering.Closing.Sold;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The closings of an offering, and in which of them the sold shares have ceased to be registrable yet (1.7(w)). */
@Repository
public class ClosingRepository {

    private final JdbcClient jdbc;

    ClosingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(String offeringId, Closing closing, Instant recordedAt, String recordedBy) {
        jdbc.sql("INSERT INTO closing VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE, ?, ?)")
                .params(
                        offeringId,
                        closing.number(),
                        closing.closedOn(),
                        closing.last(),
                        new BigDecimal(closing.company().shares()),
                        closing.company().basis().name(),
                        new BigDecimal(closing.others().shares()),
                        closing.others().basis().name(),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        recordedBy)
                .update();
    }

    /** In the order of their numbers. */
    public List<Closing> ofOffering(String offeringId) {
        return jdbc.sql("SELECT * FROM closing WHERE offering_id = ? ORDER BY number")
                .param(offeringId)
                .query(ClosingRepository::closing)
                .list();
    }

    /** Closings whose sold shares still count as registrable. */
    public List<Closing> unceased(String offeringId) {
        return jdbc.sql("SELECT * FROM closing WHERE offering_id = ? AND NOT ceased ORDER BY number")
                .param(offeringId)
                .query(ClosingRepository::closing)
                .list();
    }

    public void cease(String offeringId, Closing closing) {
        jdbc.sql("UPDATE closing SET ceased = TRUE WHERE offering_id = ? AND number = ?")
                .params(offeringId, closing.number())
                .update();
    }

    private static Closing closing(ResultSet row, int number) throws SQLException {
        return new Closing(
                row.getInt("number"),
                row.getObject("closed_on", LocalDate.class),
                row.getBoolean("is_final"),
                sold(row, "company"),
                sold(row, "others"));
    }

    private static Sold sold(ResultSet row, String seller) throws SQLException {
        return new Sold(
                row.getBigDecimal(seller + "_sold").toBigIntegerExact(),
                Basis.valueOf(row.getString(seller + "_basis")));
    }
}
