package org.registrationrights.offering;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.registrationrights.offering.Expenses.Borne;
import org.registrationrights.offering.Expenses.Item;
import org.registrationrights.offering.Expenses.Type;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bills of a registration, who bears which part of each, and how their settlements stand (5). */
@Repository
public class ExpenseRepository {

    public static final String COMPANY = "COMPANY";
    public static final String OTHER_SELLERS = "OTHER_SELLERS";

    /**
     * A bill as it is entered.
     *
     * @param replaces the number of the bill that it corrects; null for a new one
     */
    public record Entry(Item item, Integer replaces) {}

    /**
     * @param line its number in the offering, from 1
     * @param replacedBy the number of the bill that corrects it, and counts in its place; null where it counts itself
     * @param settlement the number of the settlement in which it was approved; null until then
     */
    public record Bill(
            int line,
            Item item,
            Integer replaces,
            Integer replacedBy,
            Integer settlement,
            Instant enteredAt,
            String enteredBy) {

        /** Whether it is still to be approved. */
        public boolean isOpen() {
            return replacedBy == null && settlement == null;
        }
    }

    /**
     * @param completedBy who said that all bills are entered; null until then
     * @param basis null until they are allocated
     * @param reason why it was sent back last
     * @param decidedBy who approved it or sent it back last
     */
    public record Settlement(
            int number,
            String completedBy,
            ExpenseBasis.Kind basis,
            BigInteger companyShares,
            BigInteger otherShares,
            boolean approved,
            String reason,
            String decidedBy) {}

    private final JdbcClient jdbc;

    ExpenseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void enter(String offeringId, List<Entry> entries, Instant enteredAt, String enteredBy) {
        int line = jdbc.sql("SELECT COALESCE(MAX(line), 0) FROM expense_item WHERE offering_id = ?")
                .param(offeringId)
                .query(Integer.class)
                .single();
        for (Entry entry : entries) {
            List<String> holders = entry.item().holders();
            jdbc.sql("""
                    INSERT INTO expense_item
                        (offering_id, line, type, cents, for_holders, replaces, entered_at, entered_by)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            offeringId,
                            ++line,
                            entry.item().type().name(),
                            new BigDecimal(entry.item().cents()),
                            holders == null ? null : String.join(",", holders),
                            entry.replaces(),
                            enteredAt.atOffset(ZoneOffset.UTC),
                            enteredBy)
                    .update();
        }
    }

    /** All that were entered, in that order. */
    public List<Bill> bills(String offeringId) {
        return jdbc.sql("""
                SELECT bill.*, next.line AS replaced_by FROM expense_item bill
                LEFT JOIN expense_item next ON next.offering_id = bill.offering_id AND next.replaces = bill.line
                WHERE bill.offering_id = ? ORDER BY bill.line
                """).param(offeringId).query(ExpenseRepository::bill).list();
    }

    /** Begins the next settlement. */
    public void open(String offeringId, Instant openedAt) {
        jdbc.sql("INSERT INTO expense_settlement (offering_id, number, opened_at) VALUES (?, ?, ?)")
                .params(offeringId, settlements(offeringId).size() + 1, openedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the order of their numbers. */
    public List<Settlement> settlements(String offeringId) {
        return jdbc.sql("SELECT * FROM expense_settlement WHERE offering_id = ? ORDER BY number")
                .param(offeringId)
                .query(ExpenseRepository::settlement)
                .list();
    }

    /** The one that is not approved yet; there is one at most. */
    public Optional<Settlement> openSettlement(String offeringId) {
        return settlements(offeringId).stream()
                .filter(settlement -> !settlement.approved())
                .findFirst();
    }

    /** @param by who says that all bills are entered; null where more are to come. No allocation so far stands. */
    public void completed(String offeringId, int settlement, String by) {
        jdbc.sql("""
                UPDATE expense_settlement SET completed_by = ?, basis = NULL, company_shares = NULL, other_shares = NULL
                WHERE offering_id = ? AND number = ?
                """).params(by, offeringId, settlement).update();
        removeOpenParts(offeringId);
    }

    /** @param parts who bears what, by bill */
    public void allocate(String offeringId, int settlement, ExpenseBasis basis, Map<Integer, Borne> parts) {
        removeOpenParts(offeringId);
        jdbc.sql("""
                UPDATE expense_settlement SET basis = ?, company_shares = ?, other_shares = ?
                WHERE offering_id = ? AND number = ?
                """)
                .params(
                        basis.kind().name(),
                        new BigDecimal(basis.companyShares()),
                        new BigDecimal(basis.otherShares()),
                        offeringId,
                        settlement)
                .update();
        parts.forEach((line, borne) -> {
            Map<String, BigInteger> cents = new LinkedHashMap<>();
            cents.put(COMPANY, borne.companyCents());
            cents.putAll(borne.holderCents());
            cents.put(OTHER_SELLERS, borne.otherSellersCents());
            cents.values().removeIf(part -> part.signum() == 0);
            cents.forEach((bearer, part) -> jdbc.sql("INSERT INTO expense_part VALUES (?, ?, ?, ?)")
                    .params(offeringId, line, bearer, new BigDecimal(part))
                    .update());
        });
    }

    private void removeOpenParts(String offeringId) {
        jdbc.sql("""
                DELETE FROM expense_part WHERE offering_id = ? AND line IN
                    (SELECT line FROM expense_item WHERE offering_id = ? AND settlement IS NULL)
                """).params(offeringId, offeringId).update();
    }

    public void decided(String offeringId, int settlement, boolean approved, String reason, String by, Instant at) {
        jdbc.sql("""
                UPDATE expense_settlement SET approved = ?, reason = ?, decided_by = ?, decided_at = ?
                WHERE offering_id = ? AND number = ?
                """)
                .params(approved, reason, by, at.atOffset(ZoneOffset.UTC), offeringId, settlement)
                .update();
        if (approved) {
            jdbc.sql("""
                    UPDATE expense_item SET settlement = ? WHERE offering_id = ? AND settlement IS NULL
                    """).params(settlement, offeringId).update();
        }
    }

    /** By bill and bearer, the bearers of nothing left out; allocated, be it approved or not. */
    public Map<Integer, Map<String, BigInteger>> parts(String offeringId) {
        Map<Integer, Map<String, BigInteger>> parts = new LinkedHashMap<>();
        jdbc.sql("SELECT * FROM expense_part WHERE offering_id = ? ORDER BY line, bearer")
                .param(offeringId)
                .query(row -> {
                    parts.computeIfAbsent(row.getInt("line"), first -> new LinkedHashMap<>())
                            .put(
                                    row.getString("bearer"),
                                    row.getBigDecimal("cents").toBigIntegerExact());
                });
        return parts;
    }

    /** What is approved, by bearer: the Company, Holders by id, all other sellers together. */
    public Map<String, BigInteger> shares(String offeringId) {
        Map<String, BigInteger> shares = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT part.bearer, SUM(part.cents) AS cents FROM expense_part part
                JOIN expense_item bill ON bill.offering_id = part.offering_id AND bill.line = part.line
                WHERE part.offering_id = ? AND bill.settlement IS NOT NULL GROUP BY part.bearer ORDER BY part.bearer
                """).param(offeringId).query(row -> {
            shares.put(row.getString("bearer"), row.getBigDecimal("cents").toBigIntegerExact());
        });
        return shares;
    }

    private static Bill bill(ResultSet row, int number) throws SQLException {
        String holders = row.getString("for_holders");
        return new Bill(
                row.getInt("line"),
                new Item(
                        Type.valueOf(row.getString("type")),
                        row.getBigDecimal("cents").toBigIntegerExact(),
                        holders == null ? null : Arrays.asList(holders.split(","))),
                row.getObject("replaces", Integer.class),
                row.getObject("replaced_by", Integer.class),
                row.getObject("settlement", Integer.class),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getString("entered_by"));
    }

    private static Settlement settlement(ResultSet row, int number) throws SQLException {
        String basis = row.getString("basis");
        return new Settlement(
                row.getInt("number"),
                row.getString("completed_by"),
                basis == null ? null : ExpenseBasis.Kind.valueOf(basis),
                whole(row, "company_shares"),
                whole(row, "other_shares"),
                row.getBoolean("approved"),
                row.getString("reason"),
                row.getString("decided_by"));
    }

    private static BigInteger whole(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : value.toBigIntegerExact();
    }
}
