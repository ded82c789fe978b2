package org.registrationrights.notice;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.HolderElection.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The elections of offerings. What they rest on is the communications. */
@Repository
public class ElectionRepository {

    private static final int IN_ONE_QUERY = 1000;

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
        return jdbc.sql("SELECT holder_id FROM holder_election WHERE offering_id = ? AND NOT settled"
                        + " FETCH FIRST 1 ROW ONLY")
                .param(offeringId)
                .query(String.class)
                .optional()
                .isEmpty();
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

    /** The same for many, by Holder. Whoever takes more than one has taken the offering before. */
    public Map<String, HolderElection> lockAll(String offeringId, Collection<String> holderIds) {
        List<String> inOrder = holderIds.stream().sorted().distinct().toList();
        Map<String, HolderElection> locked = new LinkedHashMap<>();
        for (int from = 0; from < inOrder.size(); from += IN_ONE_QUERY) {
            jdbc.sql("""
                    SELECT * FROM holder_election WHERE offering_id = :offering AND holder_id IN (:holders)
                    ORDER BY holder_id FOR UPDATE
                    """)
                    .param("offering", offeringId)
                    .param("holders", inOrder.subList(from, Math.min(from + IN_ONE_QUERY, inOrder.size())))
                    .query(ElectionRepository::election)
                    .list()
                    .forEach(election -> locked.put(election.key().holderId(), election));
        }
        return locked;
    }

    /** Without an effective notice, as before its instance starts; nothing is settled then. */
    public void awaitsNotice(ElectionKey key) {
        update(key, "state = ?, settled = FALSE", State.NOTICE.name());
    }

    public void opened(ElectionKey key) {
        update(key, "state = ?", State.OPEN.name());
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

    /**
     * Takes an election back to the list of those to be started; what it rests on stays, and the instance that led it, so
     * that it can be told.
     */
    public void reopened(ElectionKey key) {
        update(
                key,
                "state = ?, settled = FALSE, closed_at = NULL, without_notice_ground = NULL, without_notice_by = NULL",
                State.LISTED.name());
    }

    /** What the evidence makes of the notice, and the window that it opens; null for neither. */
    public void noticed(ElectionKey key, DeemedReceipt notice, ElectionWindow window) {
        update(
                key,
                "notice_status = ?, notice_basis = ?, received_on = ?, last_day = ?, closes_at = ?",
                notice == null ? null : notice.status().name(),
                notice == null ? null : notice.basis().name(),
                notice == null ? null : notice.effectiveDate(),
                window == null ? null : window.lastDay(),
                window == null ? null : window.deadlineExclusive().toOffsetDateTime());
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
