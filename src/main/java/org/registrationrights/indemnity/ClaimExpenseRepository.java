package org.registrationrights.indemnity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.registrationrights.indemnity.ClaimExpense.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Expenses of claims, by the number that each has in its claim. */
@Repository
public class ClaimExpenseRepository {

    private final JdbcClient jdbc;

    ClaimExpenseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(ClaimExpense expense, Instant submittedAt, String submittedBy) {
        jdbc.sql("""
                INSERT INTO claim_expense
                    (claim_id, number, kind, payee, purpose, cents, incurred_on, evidence, submitted_at, submitted_by,
                     taken, paid_apart)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, FALSE)
                """)
                .params(
                        expense.claimId(),
                        expense.number(),
                        expense.kind().name(),
                        expense.payee(),
                        expense.purpose(),
                        new BigDecimal(expense.cents()),
                        expense.incurredOn(),
                        expense.evidence(),
                        submittedAt.atOffset(ZoneOffset.UTC),
                        submittedBy)
                .update();
    }

    public List<ClaimExpense> ofClaim(String claimId) {
        return jdbc.sql("SELECT * FROM claim_expense WHERE claim_id = ? ORDER BY number")
                .param(claimId)
                .query(ClaimExpenseRepository::expense)
                .list();
    }

    public ClaimExpense get(String claimId, int number) {
        return ofClaim(claimId).get(number - 1);
    }

    /** The first that is in no review yet, which is from now on. */
    public Optional<ClaimExpense> takeNext(String claimId) {
        Optional<ClaimExpense> next = jdbc.sql("""
                SELECT * FROM claim_expense WHERE claim_id = ? AND NOT taken ORDER BY number FETCH FIRST 1 ROW ONLY
                """)
                .param(claimId)
                .query(ClaimExpenseRepository::expense)
                .optional();
        next.ifPresent(expense -> update(expense.claimId(), expense.number(), "taken = TRUE"));
        return next;
    }

    public boolean anyUntaken(String claimId) {
        return jdbc.sql("SELECT COUNT(*) FROM claim_expense WHERE claim_id = ? AND NOT taken")
                        .param(claimId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @param apart whether a task of its own pays it */
    public void reviewed(String claimId, int number, BigInteger allowedCents, boolean apart, String ground, String by) {
        update(
                claimId,
                number,
                "allowed_cents = ?, paid_apart = ?, ground = ?, reviewed_by = ?",
                new BigDecimal(allowedCents),
                apart,
                ground,
                by);
    }

    public void reimbursed(String claimId, int number, LocalDate on, String paper) {
        update(claimId, number, "reimbursed_on = ?, paper = ?", on, paper);
    }

    /** Nothing is paid apart any more: what is not yet is left to the payment of the claim, or is a part of the loss. */
    public void keepUnpaid(String claimId) {
        jdbc.sql("UPDATE claim_expense SET paid_apart = FALSE WHERE claim_id = ? AND reimbursed_on IS NULL")
                .param(claimId)
                .update();
    }

    /** What is allowed, and left to the payment of the claim. */
    public BigInteger owedCents(String claimId) {
        return ofClaim(claimId).stream().map(ClaimExpense::owedCents).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private void update(String claimId, int number, String columns, Object... values) {
        JdbcClient.StatementSpec statement =
                jdbc.sql("UPDATE claim_expense SET " + columns + " WHERE claim_id = ? AND number = ?");
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.param(claimId).param(number).update();
    }

    private static ClaimExpense expense(ResultSet row, int number) throws SQLException {
        BigDecimal allowed = row.getBigDecimal("allowed_cents");
        return new ClaimExpense(
                row.getString("claim_id"),
                row.getInt("number"),
                Kind.valueOf(row.getString("kind")),
                row.getString("payee"),
                row.getString("purpose"),
                row.getBigDecimal("cents").toBigIntegerExact(),
                row.getObject("incurred_on", LocalDate.class),
                row.getString("evidence"),
                allowed == null ? null : allowed.toBigIntegerExact(),
                row.getString("ground"),
                row.getString("reviewed_by"),
                row.getBoolean("paid_apart"),
                row.getObject("reimbursed_on", LocalDate.class),
                row.getString("paper"));
    }
}
