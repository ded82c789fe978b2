package org.registrationrights.offering;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.offering.Expenses.Item;
import org.registrationrights.offering.Expenses.Type;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bills of a registration and who bears them (5). */
@Repository
public class ExpenseRepository {

    public static final String COMPANY = "COMPANY";
    public static final String OTHER_SELLERS = "OTHER_SELLERS";

    private final JdbcClient jdbc;

    ExpenseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void enter(String offeringId, List<Item> items) {
        int line = 1;
        for (Item item : items) {
            jdbc.sql("INSERT INTO expense_item (offering_id, line, type, cents, for_holders) VALUES (?, ?, ?, ?, ?)")
                    .params(
                            offeringId,
                            line++,
                            item.type().name(),
                            new BigDecimal(item.cents()),
                            item.holders() == null ? null : String.join(",", item.holders()))
                    .update();
        }
    }

    public List<Item> items(String offeringId) {
        return jdbc.sql("SELECT * FROM expense_item WHERE offering_id = ? ORDER BY line")
                .param(offeringId)
                .query((row, number) -> {
                    String holders = row.getString("for_holders");
                    return new Item(
                            Type.valueOf(row.getString("type")),
                            row.getBigDecimal("cents").toBigIntegerExact(),
                            holders == null ? null : Arrays.asList(holders.split(",")));
                })
                .list();
    }

    public void share(String offeringId, Expenses.Borne borne) {
        Map<String, BigInteger> cents = new LinkedHashMap<>();
        cents.put(COMPANY, borne.companyCents());
        cents.putAll(borne.holderCents());
        cents.put(OTHER_SELLERS, borne.otherSellersCents());
        cents.forEach(
                (bearer, part) -> jdbc.sql("INSERT INTO expense_share (offering_id, bearer, cents) VALUES (?, ?, ?)")
                        .params(offeringId, bearer, new BigDecimal(part))
                        .update());
    }

    /** By bearer: the Company, Holders by id, all other sellers together; empty until the costs are shared. */
    public Map<String, BigInteger> shares(String offeringId) {
        Map<String, BigInteger> shares = new LinkedHashMap<>();
        jdbc.sql("SELECT * FROM expense_share WHERE offering_id = ? ORDER BY bearer")
                .param(offeringId)
                .query(row -> {
                    shares.put(
                            row.getString("bearer"), row.getBigDecimal("cents").toBigIntegerExact());
                });
        return shares;
    }
}
