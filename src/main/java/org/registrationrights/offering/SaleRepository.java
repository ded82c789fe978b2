package org.registrationrights.offering;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What Holders sold under the statement, as it was reported with each closing. */
@Repository
public class SaleRepository {

    /** @param lot null where only one can be meant */
    public record Sale(String holderId, String lot, BigInteger shares, LocalDate soldOn) {}

    private final JdbcClient jdbc;

    SaleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param closing the number of the closing with which they were reported */
    public void report(String offeringId, int closing, List<Sale> sales) {
        int line = jdbc.sql("SELECT COALESCE(MAX(line), 0) FROM sale WHERE offering_id = ?")
                .param(offeringId)
                .query(Integer.class)
                .single();
        for (Sale sale : sales) {
            jdbc.sql("""
                    INSERT INTO sale (offering_id, line, closing, holder_id, lot, shares, sold_on)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            offeringId,
                            ++line,
                            closing,
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
                .query(SaleRepository::sale)
                .list();
    }

    public List<Sale> ofClosing(String offeringId, int closing) {
        return jdbc.sql("SELECT * FROM sale WHERE offering_id = ? AND closing = ? ORDER BY line")
                .params(offeringId, closing)
                .query(SaleRepository::sale)
                .list();
    }

    /** Over all closings by Holder, in the order of ids; without those that sold nothing. */
    public Map<String, BigInteger> soldByHolder(String offeringId) {
        Map<String, BigInteger> sold = new LinkedHashMap<>();
        ofOffering(offeringId).stream()
                .sorted(Comparator.comparing(Sale::holderId))
                .forEach(sale -> sold.merge(sale.holderId(), sale.shares(), BigInteger::add));
        return sold;
    }

    private static Sale sale(ResultSet row, int number) throws SQLException {
        return new Sale(
                row.getString("holder_id"),
                row.getString("lot"),
                row.getBigDecimal("shares").toBigIntegerExact(),
                row.getObject("sold_on", LocalDate.class));
    }
}
