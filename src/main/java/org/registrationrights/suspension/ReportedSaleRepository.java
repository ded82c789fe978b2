package org.registrationrights.suspension;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.registrationrights.suspension.JudgedSale.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Sales under a statement as they were reported for 2.6. */
@Repository
public class ReportedSaleRepository {

    public record Reported(long id, String offeringId, ReportedSale sale, Verdict verdict) {}

    private final JdbcClient jdbc;

    ReportedSaleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the report's number. */
    public long add(String offeringId, JudgedSale judged, Instant recordedAt, String recordedBy) {
        ReportedSale sale = judged.sale();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO reported_sale
                    (offering_id, holder_id, shares, sold_at, sold_on, evidence, verdict, recorded_at, recorded_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        offeringId,
                        sale.holderId(),
                        new BigDecimal(sale.shares()),
                        sale.soldAt() == null ? null : sale.soldAt().atOffset(ZoneOffset.UTC),
                        sale.soldOn(),
                        sale.evidence(),
                        judged.verdict().name(),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        recordedBy)
                .update(key, "id");
        return key.getKey().longValue();
    }

    public void judged(long id, Verdict verdict) {
        jdbc.sql("UPDATE reported_sale SET verdict = ? WHERE id = ?")
                .params(verdict.name(), id)
                .update();
    }

    /** In the order of recording. */
    public List<Reported> of(String offeringId, String holderId) {
        return jdbc.sql("SELECT * FROM reported_sale WHERE offering_id = ? AND holder_id = ? ORDER BY id")
                .params(offeringId, holderId)
                .query((row, number) -> {
                    OffsetDateTime soldAt = row.getObject("sold_at", OffsetDateTime.class);
                    return new Reported(
                            row.getLong("id"),
                            row.getString("offering_id"),
                            new ReportedSale(
                                    row.getString("holder_id"),
                                    row.getBigDecimal("shares").toBigIntegerExact(),
                                    soldAt == null ? null : soldAt.toInstant(),
                                    row.getObject("sold_on", LocalDate.class),
                                    row.getString("evidence")),
                            Verdict.valueOf(row.getString("verdict")));
                })
                .list();
    }
}
