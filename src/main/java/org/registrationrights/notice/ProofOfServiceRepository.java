package org.registrationrights.notice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.registrationrights.notice.ProofOfService.Decision;
import org.registrationrights.notice.ProofOfService.Evidence;
import org.registrationrights.notice.ProofOfService.Finding;
import org.registrationrights.notice.ProofOfService.Outcome;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Evidence that letters to Holders, but for the notice of 2.1, were delivered, and what counsel made of it. */
@Repository
public class ProofOfServiceRepository {

    private final JdbcClient jdbc;

    ProofOfServiceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ProofOfService> find(String dispatchId) {
        return read("= ?", dispatchId).stream().findFirst();
    }

    /** @param prefix with which their dispatch ids begin */
    public List<ProofOfService> allOf(String prefix) {
        return read("LIKE ?", prefix + "%");
    }

    public void add(String dispatchId, Delivery delivery, Instant recordedAt, String recordedBy) {
        jdbc.sql("""
                INSERT INTO dispatch_delivery
                    (dispatch_id, method, received_at, sent_at, confirmed_at, mailed_at, service, first_class, prepaid,
                     address_of_record, actual_receipt_at, recorded_at, recorded_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        dispatchId,
                        delivery.method(),
                        offset(delivery.receivedAt()),
                        offset(delivery.sentAt()),
                        offset(delivery.confirmedAt()),
                        offset(delivery.mailedAt()),
                        delivery.service() == null ? null : delivery.service().name(),
                        delivery.firstClass(),
                        delivery.prepaid(),
                        delivery.addressOfRecord(),
                        offset(delivery.actualReceiptAt()),
                        offset(recordedAt),
                        recordedBy)
                .update();
    }

    public void add(String dispatchId, Finding finding, Instant decidedAt, String decidedBy) {
        jdbc.sql("""
                INSERT INTO dispatch_finding (dispatch_id, outcome, received_at, ground, decided_at, decided_by)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        dispatchId,
                        finding.outcome().name(),
                        offset(finding.receivedAt()),
                        finding.ground(),
                        offset(decidedAt),
                        decidedBy)
                .update();
    }

    private List<ProofOfService> read(String condition, String value) {
        Map<String, List<Evidence>> evidence =
                lines("dispatch_delivery", condition, value, ProofOfServiceRepository::evidence);
        Map<String, List<Decision>> decisions =
                lines("dispatch_finding", condition, value, ProofOfServiceRepository::decision);
        return jdbc.sql("SELECT id, holder_id, created_at FROM dispatch WHERE id " + condition + " ORDER BY id")
                .param(value)
                .query((row, number) -> {
                    String id = row.getString("id");
                    return new ProofOfService(
                            id,
                            row.getString("holder_id"),
                            instant(row, "created_at"),
                            evidence.getOrDefault(id, List.of()),
                            decisions.getOrDefault(id, List.of()));
                })
                .list();
    }

    private <T> Map<String, List<T>> lines(String table, String condition, String value, RowMapper<T> mapper) {
        return jdbc
                .sql("SELECT * FROM " + table + " WHERE dispatch_id " + condition + " ORDER BY id")
                .param(value)
                .query((row, number) -> Map.entry(row.getString("dispatch_id"), mapper.mapRow(row, number)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Evidence evidence(ResultSet row, int number) throws SQLException {
        String service = row.getString("service");
        Delivery delivery = new Delivery(
                row.getString("method"),
                instant(row, "received_at"),
                instant(row, "sent_at"),
                instant(row, "confirmed_at"),
                instant(row, "mailed_at"),
                service == null ? null : Delivery.Service.valueOf(service),
                row.getObject("first_class", Boolean.class),
                row.getObject("prepaid", Boolean.class),
                row.getObject("address_of_record", Boolean.class),
                instant(row, "actual_receipt_at"));
        return new Evidence(delivery, instant(row, "recorded_at"), row.getString("recorded_by"));
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        Finding finding = new Finding(
                Outcome.valueOf(row.getString("outcome")), instant(row, "received_at"), row.getString("ground"));
        return new Decision(finding, instant(row, "decided_at"), row.getString("decided_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime offset(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
