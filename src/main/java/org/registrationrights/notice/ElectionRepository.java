package org.registrationrights.notice;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.HolderElection.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Elections with the communications they rest on. */
@Repository
public class ElectionRepository {

    private final JdbcClient jdbc;

    ElectionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void list(ElectionKey key, BigInteger registrableShares) {
        jdbc.sql("""
                INSERT INTO holder_election (offering_id, holder_id, registrable_shares, state, settled)
                VALUES (?, ?, ?, ?, FALSE)
                """)
                .params(key.offeringId(), key.holderId(), new BigDecimal(registrableShares), State.LISTED.name())
                .update();
    }

    public List<HolderElection> ofOffering(String offeringId) {
        return jdbc.sql("SELECT * FROM holder_election WHERE offering_id = ? ORDER BY holder_id")
                .param(offeringId)
                .query(ElectionRepository::election)
                .list();
    }

    /** The next elections in one of the states, by Holder id. */
    public List<HolderElection> next(String offeringId, List<State> states, int most) {
        return jdbc.sql("""
                SELECT * FROM holder_election WHERE offering_id = :offering AND state IN (:states)
                ORDER BY holder_id FETCH FIRST :most ROWS ONLY
                """)
                .param("offering", offeringId)
                .param("states", states.stream().map(State::name).toList())
                .param("most", most)
                .query(ElectionRepository::election)
                .list();
    }

    /** @param offeringId null for those in all offerings */
    public List<HolderElection> inState(State state, String offeringId) {
        return jdbc.sql("SELECT * FROM holder_election WHERE state = :state"
                        + (offeringId == null ? "" : " AND offering_id = :offering"))
                .param("state", state.name())
                .param("offering", offeringId)
                .query(ElectionRepository::election)
                .list();
    }

    public boolean allSettled(String offeringId) {
        return jdbc.sql("SELECT COUNT(*) FROM holder_election WHERE offering_id = ? AND NOT settled")
                        .param(offeringId)
                        .query(Long.class)
                        .single()
                == 0;
    }

    public Optional<HolderElection> find(ElectionKey key) {
        return jdbc.sql("SELECT * FROM holder_election WHERE offering_id = ? AND holder_id = ?")
                .params(key.offeringId(), key.holderId())
                .query(ElectionRepository::election)
                .optional();
    }

    /**
     * Takes the election for this transaction, so that an answer, its judgment and the end of the window follow one
     * another.
     *
     * @throws Refusal where the Holder has no election in the offering
     */
    public HolderElection lock(ElectionKey key) {
        return jdbc.sql("SELECT * FROM holder_election WHERE offering_id = ? AND holder_id = ? FOR UPDATE")
                .params(key.offeringId(), key.holderId())
                .query(ElectionRepository::election)
                .optional()
                .orElseThrow(() -> Refusal.unknown(
                        "holderId", key.holderId() + " has no election in offering " + key.offeringId()));
    }

    /** Before its instance starts, which may come to the window at once. */
    public void starting(ElectionKey key) {
        update(key, "state = ?", State.NOTICE.name());
    }

    public void started(ElectionKey key, String processInstanceId) {
        update(key, "process_instance_id = ?", processInstanceId);
    }

    public void dispatched(ElectionKey key, String dispatchId, Instant at) {
        update(key, "dispatch_id = ?, dispatched_at = ?", dispatchId, offset(at));
    }

    public void reminded(ElectionKey key, Instant at) {
        update(key, "reminded_at = ?", offset(at));
    }

    /** Closes the election of a Holder whom no notice has reached. */
    public void closedWithoutNotice(ElectionKey key, String ground, String by, Instant at) {
        update(key, "without_notice_ground = ?, without_notice_by = ?", ground, by);
        closed(key, State.CLOSED, at);
    }

    /** Takes a closed election back to the list of those to be started; what it rests on stays. */
    public void reopened(ElectionKey key) {
        update(
                key,
                "state = ?, settled = FALSE, closed_at = NULL, process_instance_id = NULL, "
                        + "without_notice_ground = NULL, without_notice_by = NULL",
                State.LISTED.name());
    }

    /** What the evidence makes of the notice, and the window that it opens. */
    public void noticed(ElectionKey key, DeemedReceipt notice, ElectionWindow window) {
        update(
                key,
                "notice_status = ?, notice_basis = ?, received_on = ?, last_day = ?, closes_at = ?, state = ?",
                notice.status().name(),
                notice.basis().name(),
                notice.effectiveDate(),
                window == null ? null : window.lastDay(),
                window == null ? null : window.deadlineExclusive().toOffsetDateTime(),
                (window == null ? State.NOTICE : State.OPEN).name());
    }

    /** The answer that counts by now; null for none. */
    public void judged(ElectionKey key, Answer answer, BigInteger requested, boolean settled) {
        update(
                key,
                "answer = ?, requested = ?, settled = ?",
                answer == null ? null : answer.kind().name(),
                requested == null ? null : new BigDecimal(requested),
                settled);
    }

    public void closed(ElectionKey key, State state, Instant closedAt) {
        update(key, "state = ?, settled = TRUE, closed_at = ?", state.name(), closedAt.atOffset(ZoneOffset.UTC));
    }

    public void add(
            ElectionKey key,
            Direction direction,
            Delivery delivery,
            Answer answer,
            Instant recordedAt,
            String recordedBy) {
        jdbc.sql("""
                INSERT INTO communication
                    (offering_id, holder_id, direction, method, received_at, sent_at, confirmed_at, mailed_at, service,
                     first_class, prepaid, address_of_record, actual_receipt_at, answer, shares, declared_final,
                     recorded_at, recorded_by)
                VALUES
                    (:offering, :holder, :direction, :method, :received, :sent, :confirmed, :mailed, :service,
                     :firstClass, :prepaid, :addressOfRecord, :actualReceipt, :answer, :shares, :final,
                     :recordedAt, :recordedBy)
                """)
                .param("offering", key.offeringId())
                .param("holder", key.holderId())
                .param("direction", direction.name())
                .param("method", delivery.method())
                .param("received", offset(delivery.receivedAt()))
                .param("sent", offset(delivery.sentAt()))
                .param("confirmed", offset(delivery.confirmedAt()))
                .param("mailed", offset(delivery.mailedAt()))
                .param(
                        "service",
                        delivery.service() == null ? null : delivery.service().name())
                .param("firstClass", delivery.firstClass())
                .param("prepaid", delivery.prepaid())
                .param("addressOfRecord", delivery.addressOfRecord())
                .param("actualReceipt", offset(delivery.actualReceiptAt()))
                .param("answer", answer == null ? null : answer.kind().name())
                .param("shares", answer == null || answer.shares() == null ? null : new BigDecimal(answer.shares()))
                .param("final", answer == null ? null : answer.declaredFinal())
                .param("recordedAt", offset(recordedAt))
                .param("recordedBy", recordedBy)
                .update();
    }

    public List<Communication> communications(ElectionKey key, Direction direction) {
        return jdbc.sql("""
                SELECT * FROM communication WHERE offering_id = ? AND holder_id = ? AND direction = ? ORDER BY id
                """)
                .params(key.offeringId(), key.holderId(), direction.name())
                .query(ElectionRepository::communication)
                .list();
    }

    private void update(ElectionKey key, String columns, Object... values) {
        JdbcClient.StatementSpec statement =
                jdbc.sql("UPDATE holder_election SET " + columns + " WHERE offering_id = ? AND holder_id = ?");
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.param(key.offeringId()).param(key.holderId()).update();
    }

    private static HolderElection election(ResultSet row, int number) throws SQLException {
        return new HolderElection(
                new ElectionKey(row.getString("offering_id"), row.getString("holder_id")),
                whole(row, "registrable_shares"),
                State.valueOf(row.getString("state")),
                row.getString("dispatch_id"),
                row.getString("process_instance_id"),
                constant(DeemedReceipt.Status.class, row.getString("notice_status")),
                constant(DeemedReceipt.Basis.class, row.getString("notice_basis")),
                row.getObject("received_on", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                instant(row, "closes_at"),
                constant(Answer.Kind.class, row.getString("answer")),
                whole(row, "requested"),
                row.getBoolean("settled"),
                instant(row, "dispatched_at"),
                instant(row, "reminded_at"),
                row.getString("without_notice_ground"));
    }

    private static Communication communication(ResultSet row, int number) throws SQLException {
        Answer.Kind kind = constant(Answer.Kind.class, row.getString("answer"));
        return new Communication(
                row.getLong("id"),
                new ElectionKey(row.getString("offering_id"), row.getString("holder_id")),
                Direction.valueOf(row.getString("direction")),
                new Delivery(
                        row.getString("method"),
                        instant(row, "received_at"),
                        instant(row, "sent_at"),
                        instant(row, "confirmed_at"),
                        instant(row, "mailed_at"),
                        constant(Delivery.Service.class, row.getString("service")),
                        row.getObject("first_class", Boolean.class),
                        row.getObject("prepaid", Boolean.class),
                        row.getObject("address_of_record", Boolean.class),
                        instant(row, "actual_receipt_at")),
                kind == null ? null : new Answer(kind, whole(row, "shares"), row.getBoolean("declared_final")),
                instant(row, "recorded_at"),
                row.getString("recorded_by"));
    }

    private static <T extends Enum<T>> T constant(Class<T> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static BigInteger whole(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : value.toBigIntegerExact();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime offset(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
