package org.registrationrights.notice;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** What went to Holders and came from them. Rows are only added; a correction decides which of them count. */
@Repository
public class CommunicationRepository {

    /** Not proposed in vain, and not superseded. */
    private static final String COUNTS = """
        NOT EXISTS (SELECT 1 FROM evidence_correction x WHERE x.communication_id = c.id AND x.state = 'APPROVED')
        AND NOT EXISTS (SELECT 1 FROM evidence_correction x WHERE x.replacement_id = c.id AND x.state <> 'APPROVED')
        """;

    private static final String IN_ORDER = " ORDER BY COALESCE(c.place, c.id)";

    private static final String INSERT = """
        INSERT INTO communication
            (place, offering_id, holder_id, direction, method, received_at, sent_at, confirmed_at, mailed_at, service,
             first_class, prepaid, address_of_record, actual_receipt_at, answer, shares, declared_final,
             receipt_id, recorded_at, recorded_by)
        VALUES
            (:place, :offering, :holder, :direction, :method, :received, :sent, :confirmed, :mailed, :service,
             :firstClass, :prepaid, :addressOfRecord, :actualReceipt, :answer, :shares, :final,
             :receiptId, :recordedAt, :recordedBy)
        """;

    /**
     * A communication that is to be stored.
     *
     * @param replaced what it takes the place of; null where it stands for itself
     * @param answer null in a notice
     */
    public record Entry(
            ElectionKey election,
            Communication replaced,
            Delivery delivery,
            Answer answer,
            String receiptId,
            Instant recordedAt,
            String recordedBy) {

        private SqlParameterSource parameters() {
            return new MapSqlParameterSource()
                    .addValue("place", replaced == null ? null : replaced.place(), Types.BIGINT)
                    .addValue("offering", election.offeringId())
                    .addValue("holder", election.holderId())
                    .addValue(
                            "direction",
                            (answer == null ? Direction.NOTICE_TO_HOLDER : Direction.ELECTION_TO_COMPANY).name())
                    .addValue("method", delivery.method())
                    .addValue("received", offset(delivery.receivedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                    .addValue("sent", offset(delivery.sentAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                    .addValue("confirmed", offset(delivery.confirmedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                    .addValue("mailed", offset(delivery.mailedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                    .addValue("service", name(delivery.service()), Types.VARCHAR)
                    .addValue("firstClass", delivery.firstClass(), Types.BOOLEAN)
                    .addValue("prepaid", delivery.prepaid(), Types.BOOLEAN)
                    .addValue("addressOfRecord", delivery.addressOfRecord(), Types.BOOLEAN)
                    .addValue("actualReceipt", offset(delivery.actualReceiptAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                    .addValue("answer", answer == null ? null : name(answer.kind()), Types.VARCHAR)
                    .addValue("shares", shares(), Types.NUMERIC)
                    .addValue("final", answer == null ? null : answer.declaredFinal(), Types.BOOLEAN)
                    .addValue("receiptId", receiptId, Types.VARCHAR)
                    .addValue("recordedAt", offset(recordedAt))
                    .addValue("recordedBy", recordedBy);
        }

        private BigDecimal shares() {
            return answer == null || answer.shares() == null ? null : new BigDecimal(answer.shares());
        }
    }

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    CommunicationRepository(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Returns the new communication's id. */
    public long add(Entry entry) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(INSERT).paramSource(entry.parameters()).update(key, "id");
        return key.getKey().longValue();
    }

    public void add(List<Entry> entries) {
        batches.batchUpdate(INSERT, entries.stream().map(Entry::parameters).toArray(SqlParameterSource[]::new));
    }

    /** @throws Refusal where the offering has none of that id */
    public Communication get(String offeringId, long id) {
        return jdbc.sql("SELECT c.* FROM communication c WHERE c.offering_id = ? AND c.id = ?")
                .params(offeringId, id)
                .query(CommunicationRepository::communication)
                .optional()
                .orElseThrow(() -> Refusal.unknown(
                        "communicationId", Communication.name(id) + " is no communication in offering " + offeringId));
    }

    /** Those that count. */
    public List<Communication> of(ElectionKey key, Direction direction) {
        return jdbc.sql("SELECT c.* FROM communication c WHERE c.offering_id = ? AND c.holder_id = ?"
                        + " AND c.direction = ? AND " + COUNTS + IN_ORDER)
                .params(key.offeringId(), key.holderId(), direction.name())
                .query(CommunicationRepository::communication)
                .list();
    }

    /** Those of a whole offering that count. */
    public List<Communication> ofOffering(String offeringId, Direction direction) {
        return jdbc.sql("SELECT c.* FROM communication c WHERE c.offering_id = ? AND c.direction = ? AND " + COUNTS
                        + IN_ORDER)
                .params(offeringId, direction.name())
                .query(CommunicationRepository::communication)
                .list();
    }

    /** All, also those that do not count. */
    public List<Communication> all(String offeringId) {
        return jdbc.sql("SELECT c.* FROM communication c WHERE c.offering_id = ? ORDER BY c.id")
                .param(offeringId)
                .query(CommunicationRepository::communication)
                .list();
    }

    public List<Communication> all(ElectionKey key) {
        return jdbc.sql("SELECT c.* FROM communication c WHERE c.offering_id = ? AND c.holder_id = ? ORDER BY c.id")
                .params(key.offeringId(), key.holderId())
                .query(CommunicationRepository::communication)
                .list();
    }

    private static Communication communication(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        Long place = row.getObject("place", Long.class);
        String kind = row.getString("answer");
        BigDecimal shares = row.getBigDecimal("shares");
        String service = row.getString("service");
        return new Communication(
                id,
                place == null ? id : place,
                new ElectionKey(row.getString("offering_id"), row.getString("holder_id")),
                Direction.valueOf(row.getString("direction")),
                new Delivery(
                        row.getString("method"),
                        instant(row, "received_at"),
                        instant(row, "sent_at"),
                        instant(row, "confirmed_at"),
                        instant(row, "mailed_at"),
                        service == null ? null : Delivery.Service.valueOf(service),
                        row.getObject("first_class", Boolean.class),
                        row.getObject("prepaid", Boolean.class),
                        row.getObject("address_of_record", Boolean.class),
                        instant(row, "actual_receipt_at")),
                kind == null
                        ? null
                        : new Answer(
                                Answer.Kind.valueOf(kind),
                                shares == null ? null : shares.toBigIntegerExact(),
                                row.getBoolean("declared_final")),
                row.getString("receipt_id"),
                instant(row, "recorded_at"),
                row.getString("recorded_by"));
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime offset(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
