package org.registrationrights.offering;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What Holders sold under the statement, as it was reported with the closing. */
@Repository
public class SaleRepository {

    /** @param lot null where only one can be meant */
    public record Sale(String holderId, String lot, BigInteger shares, LocalDate soldOn) {}

    private final JdbcClient jdbc;

    SaleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void report(String offeringId, List<Sale> sales) {
        int line = 1;
        for (Sale sale : sales) {
            jdbc.sql("""
                    INSERT INTO sale (offering_id, line, holder_id, lot, shares, sold_on) VALUES (?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            offeringId,
                            line++,
                            sale.holderId(),
                            sale.lot(),
                            new BigDecimal(sale.shares()),
                            sale.soldOn())
                    .update();
        }
    }

    public List<Sale> ofOffering(String offeringId) {
        return jdbc.sql("SELECT * FROM sale WHERE offering_id = ? ORDER BY line")
                .param(offeringId)
                .query((row, number) -> new Sale(
                        row.getString("holder_id"),
                        row.getString("lot"),
                        row.getBigDecimal("shares").toBigIntegerExact(),
                        row.getObject("sold_on", LocalDate.class)))
                .list();
    }

    /** By Holder, in the order of ids. */
    public Map<String, BigInteger> soldByHolder(String offeringId) {
        Map<String, BigInteger> sold = new LinkedHashMap<>();
        ofOffering(offeringId).stream()
                .sorted(Comparator.comparing(Sale::holderId))
                .forEach(sale -> sold.merge(sale.holderId(), sale.shares(), BigInteger::add));
        return sold;
    }
}
