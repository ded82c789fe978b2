package org.registrationrights.casefile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers the facts that came from outside, so that a repeat is told from a second fact. */
@Repository
public class ReceiptRepository {

    /** @param sha256 of the content as it came, in hexadecimal digits */
    public record Receipt(String receiptId, String resource, String sha256, String answer) {

        public boolean isOf(String resource, String sha256) {
            return this.resource.equals(resource) && this.sha256.equals(sha256);
        }
    }

    private final JdbcClient jdbc;

    ReceiptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Receipt> find(String receiptId) {
        return jdbc.sql("SELECT receipt_id, resource, sha256, answer FROM receipt WHERE receipt_id = :id")
                .param("id", receiptId)
                .query((row, number) -> new Receipt(
                        row.getString("receipt_id"),
                        row.getString("resource"),
                        row.getString("sha256"),
                        row.getString("answer")))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException where another got in first with the same id */
    public void insert(Receipt receipt, Instant receivedAt) {
        jdbc.sql("INSERT INTO receipt (receipt_id, resource, sha256, answer, received_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        receipt.receiptId(),
                        receipt.resource(),
                        receipt.sha256(),
                        receipt.answer(),
                        receivedAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
