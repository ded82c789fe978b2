package org.registrationrights.offering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.TransactionReview.Outcome;
import org.registrationrights.offering.TransactionReview.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Transactions of Holders that counsel decides on, and the breaches among them. */
@Repository
public class TransactionReviewRepository {

    private final JdbcClient jdbc;

    TransactionReviewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a review of a report that has none. */
    public TransactionReview open(
            String offeringId,
            String holderId,
            Clause clause,
            String reference,
            String transaction,
            LocalDate happenedOn,
            boolean executed,
            Question question,
            Instant at) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO transaction_review
                    (offering_id, holder_id, clause, reference, transaction_text, happened_on, executed, question,
                     opened_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        offeringId,
                        holderId,
                        clause.id(),
                        reference,
                        transaction,
                        happenedOn,
                        executed,
                        question.name(),
                        at.atOffset(ZoneOffset.UTC))
                .update(key, "id");
        return get(key.getKey().longValue());
    }

    /** @throws Refusal where there is none */
    public TransactionReview get(long id) {
        return jdbc.sql("SELECT * FROM transaction_review WHERE id = ?")
                .param(id)
                .query(TransactionReviewRepository::review)
                .optional()
                .orElseThrow(() -> Refusal.unknown("reviewId", id + " is no transaction under review"));
    }

    public Optional<TransactionReview> ofReport(String reference) {
        return jdbc.sql("SELECT * FROM transaction_review WHERE reference = ?")
                .param(reference)
                .query(TransactionReviewRepository::review)
                .optional();
    }

    /** In the order in which they were opened. */
    public List<TransactionReview> ofOffering(String offeringId) {
        return jdbc.sql("SELECT * FROM transaction_review WHERE offering_id = ? ORDER BY id")
                .param(offeringId)
                .query(TransactionReviewRepository::review)
                .list();
    }

    /** What counsel found to be a breach of the Holder in this registration (3.1). */
    public List<TransactionReview> breaches(String offeringId, String holderId) {
        return ofOffering(offeringId).stream()
                .filter(review -> review.holderId().equals(holderId) && review.isBreach())
                .toList();
    }

    public void started(long id, String processInstanceId) {
        jdbc.sql("UPDATE transaction_review SET process_instance_id = ? WHERE id = ?")
                .params(processInstanceId, id)
                .update();
    }

    public void decided(long id, Outcome outcome, String ground, String by, Instant at) {
        jdbc.sql("""
                UPDATE transaction_review SET outcome = ?, ground = ?, decided_by = ?, decided_at = ? WHERE id = ?
                """)
                .params(outcome.name(), ground, by, at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    private static TransactionReview review(ResultSet row, int number) throws SQLException {
        String clause = row.getString("clause");
        String outcome = row.getString("outcome");
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new TransactionReview(
                row.getLong("id"),
                row.getString("offering_id"),
                row.getString("holder_id"),
                Arrays.stream(Clause.values())
                        .filter(one -> one.id().equals(clause))
                        .findFirst()
                        .orElseThrow(),
                row.getString("reference"),
                row.getString("transaction_text"),
                row.getObject("happened_on", LocalDate.class),
                row.getBoolean("executed"),
                Question.valueOf(row.getString("question")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("process_instance_id"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("ground"),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant());
    }
}
