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

    /**
     * @param lot null where only one can be meant
     * @param grossCents what they were sold for before the underwriting discount; null where nobody said (3.3)
     */
    public record Sale(String holderId, String lot, BigInteger shares, LocalDate soldOn, BigInteger grossCents) {}

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
                    INSERT INTO sale (offering_id, line, closing, holder_id, lot, shares, sold_on, gross_cents)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            offeringId,
                            ++line,
                            closing,
                            sale.holderId(),
                            sale.lot(),
                            new BigDecimal(sale.shares()),
                            sale.soldOn(),
                            sale.grossCents() == null ? null : new BigDecimal(sale.grossCents()))
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

    /** Adds what a sale, of any lot where none is given, brought to one that was reported without; returns how many. */
    public int addProceeds(String offeringId, Sale sold) {
        return jdbc.sql("""
                UPDATE sale SET gross_cents = ?
                WHERE offering_id = ? AND holder_id = ? AND shares = ? AND sold_on = ? AND gross_cents IS NULL
                    AND COALESCE(?, lot, '') = COALESCE(lot, '')
                """)
                .params(
                        new BigDecimal(sold.grossCents()),
                        offeringId,
                        sold.holderId(),
                        new BigDecimal(sold.shares()),
                        sold.soldOn(),
                        sold.lot())
                .update();
    }

    private static Sale sale(ResultSet row, int number) throws SQLException {
        BigDecimal gross = row.getBigDecimal("gross_cents");
        return new Sale(
                row.getString("holder_id"),
                row.getString("lot"),
                row.getBigDecimal("shares").toBigIntegerExact(),
                row.getObject("sold_on", LocalDate.class),
                gross == null ? null : gross.toBigIntegerExact());
    }
}
