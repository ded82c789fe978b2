package org.registrationrights.dispute;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.registrationrights.indemnity.CostAward;
import org.registrationrights.indemnity.CostSheet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What disputes have cost, sheet by sheet, and who pays it (11.5, 11.6). */
@Repository
public class DisputeCostRepository {

    /**
     * @param line its number in the dispute, from 1
     * @param replacedBy the number of the bill that corrects it and counts in its place; null where it counts itself
     * @param sheet the number of the sheet in which it was approved; null until then
     */
    public record Bill(
            int line, DisputeBill bill, Integer replacedBy, Integer sheet, Instant enteredAt, String enteredBy) {

        /** Whether it is still to be approved. */
        public boolean isOpen() {
            return replacedBy == null && sheet == null;
        }
    }

    /**
     * @param completedBy who said that all bills are entered; null until then
     * @param awardCents what those who prevail recover; null, as the two after it, until it is worked out
     * @param splitGround the award's own words where it splits the costs itself; null where they are split by the rule
     * @param shares who pays how much, in the order of the parties
     * @param reason why it was sent back last
     */
    public record Sheet(
            int number,
            String completedBy,
            BigInteger awardCents,
            BigInteger forumFeesUnpaidCents,
            BigInteger disallowedCents,
            String splitGround,
            Map<String, BigInteger> shares,
            boolean approved,
            String reason,
            String decidedBy,
            Instant decidedAt) {}

    private final JdbcClient jdbc;

    DisputeCostRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void enter(String disputeId, List<DisputeBill> bills, Instant enteredAt, String enteredBy) {
        int line = bills(disputeId).size();
        for (DisputeBill bill : bills) {
            CostSheet.Item item = bill.item();
            jdbc.sql("""
                    INSERT INTO dispute_bill
                        (dispute_id, line, party, type, cents, reasonable_cents, reasonable_ground, unpaid, evidence,
                         replaces, entered_at, entered_by)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            disputeId,
                            ++line,
                            item.party(),
                            item.type(),
                            new BigDecimal(item.cents()),
                            item.reasonableCents() == null ? null : new BigDecimal(item.reasonableCents()),
                            bill.reasonableGround(),
                            item.unpaid(),
                            bill.evidence(),
                            bill.replaces(),
                            enteredAt.atOffset(ZoneOffset.UTC),
                            enteredBy)
                    .update();
        }
    }

    /** All that were entered, in that order. */
    public List<Bill> bills(String disputeId) {
        return jdbc.sql("""
                SELECT bill.*, next.line AS replaced_by FROM dispute_bill bill
                LEFT JOIN dispute_bill next ON next.dispute_id = bill.dispute_id AND next.replaces = bill.line
                WHERE bill.dispute_id = ? ORDER BY bill.line
                """).param(disputeId).query(DisputeCostRepository::bill).list();
    }

    /** Begins the next sheet. */
    public void open(String disputeId, Instant openedAt) {
        jdbc.sql("INSERT INTO dispute_cost_sheet (dispute_id, number, opened_at) VALUES (?, ?, ?)")
                .params(disputeId, sheets(disputeId).size() + 1, openedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the order of their numbers. */
    public List<Sheet> sheets(String disputeId) {
        return jdbc.sql("SELECT * FROM dispute_cost_sheet WHERE dispute_id = ? ORDER BY number")
                .param(disputeId)
                .query(this::sheet)
                .list();
    }

    /** The one that is not approved yet; there is one at most. */
    public Optional<Sheet> openSheet(String disputeId) {
        return sheets(disputeId).stream().filter(sheet -> !sheet.approved()).findFirst();
    }

    /**
     * @param by who says that all bills are entered; null where more are to come. No result so far stands.
     * @param split who pays how much by the award's own words; empty where it is split by the rule
     */
    public void completed(String disputeId, int sheet, String by, Map<String, BigInteger> split, String splitGround) {
        jdbc.sql("""
                UPDATE dispute_cost_sheet SET completed_by = ?, award_cents = NULL, unpaid_cents = NULL,
                    disallowed_cents = NULL, split_ground = ?
                WHERE dispute_id = ? AND number = ?
                """).params(by, splitGround, disputeId, sheet).update();
        shares(disputeId, sheet, split);
    }

    public void workedOut(String disputeId, int sheet, CostAward award) {
        jdbc.sql("""
                UPDATE dispute_cost_sheet SET award_cents = ?, unpaid_cents = ?, disallowed_cents = ?
                WHERE dispute_id = ? AND number = ?
                """)
                .params(
                        new BigDecimal(award.awardCents()),
                        new BigDecimal(award.forumFeesUnpaidCents()),
                        new BigDecimal(award.disallowedCents()),
                        disputeId,
                        sheet)
                .update();
    }

    public void shares(String disputeId, int sheet, Map<String, BigInteger> shares) {
        jdbc.sql("DELETE FROM dispute_share WHERE dispute_id = ? AND sheet = ?")
                .params(disputeId, sheet)
                .update();
        List<String> parties = new ArrayList<>(shares.keySet());
        for (int i = 0; i < parties.size(); i++) {
            jdbc.sql("INSERT INTO dispute_share (dispute_id, sheet, n, party, cents) VALUES (?, ?, ?, ?, ?)")
                    .params(disputeId, sheet, i + 1, parties.get(i), new BigDecimal(shares.get(parties.get(i))))
                    .update();
        }
    }

    public void decided(String disputeId, int sheet, boolean approved, String reason, String by, Instant at) {
        jdbc.sql("""
                UPDATE dispute_cost_sheet SET approved = ?, reason = ?, decided_by = ?, decided_at = ?
                WHERE dispute_id = ? AND number = ?
                """)
                .params(approved, reason, by, at.atOffset(ZoneOffset.UTC), disputeId, sheet)
                .update();
        if (approved) {
            jdbc.sql("UPDATE dispute_bill SET sheet = ? WHERE dispute_id = ? AND sheet IS NULL")
                    .params(sheet, disputeId)
                    .update();
        }
    }

    private Sheet sheet(ResultSet row, int number) throws SQLException {
        Map<String, BigInteger> shares = new LinkedHashMap<>();
        jdbc.sql("SELECT * FROM dispute_share WHERE dispute_id = ? AND sheet = ? ORDER BY n")
                .params(row.getString("dispute_id"), row.getInt("number"))
                .query(share -> {
                    shares.put(share.getString("party"), cents(share, "cents"));
                });
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Sheet(
                row.getInt("number"),
                row.getString("completed_by"),
                cents(row, "award_cents"),
                cents(row, "unpaid_cents"),
                cents(row, "disallowed_cents"),
                row.getString("split_ground"),
                shares,
                row.getBoolean("approved"),
                row.getString("reason"),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant());
    }

    private static Bill bill(ResultSet row, int number) throws SQLException {
        return new Bill(
                row.getInt("line"),
                new DisputeBill(
                        new CostSheet.Item(
                                row.getString("party"),
                                row.getString("type"),
                                cents(row, "cents"),
                                cents(row, "reasonable_cents"),
                                row.getBoolean("unpaid")),
                        row.getString("reasonable_ground"),
                        row.getString("evidence"),
                        row.getObject("replaces", Integer.class)),
                row.getObject("replaced_by", Integer.class),
                row.getObject("sheet", Integer.class),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getString("entered_by"));
    }

    private static BigInteger cents(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : value.toBigIntegerExact();
    }
}
