package org.registrationrights.offering;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.HolderRequest.Decision;
import org.registrationrights.offering.HolderRequest.Fulfilment;
import org.registrationrights.offering.HolderRequest.Kind;
import org.registrationrights.offering.HolderRequest.Outcome;
import org.registrationrights.offering.HolderRequest.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Requests of selling Holders with their answers and the evidence that these were kept. */
@Repository
public class HolderRequestRepository {

    /** A request without its answers and evidence. */
    public record Running(
            String id, String offeringId, String holderId, Kind kind, State state, LocalDate receivedOn) {}

    private final JdbcClient jdbc;

    HolderRequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number that no request was ever given, for an id. */
    public long drawNumber(Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO holder_request_number (drawn_at) VALUES (?)")
                .param(now.atOffset(ZoneOffset.UTC))
                .update(key, "n");
        return key.getKey().longValue();
    }

    public boolean exists(String id) {
        return !read("id", id).isEmpty();
    }

    /** @throws Refusal where the id is taken */
    public void insert(HolderRequest request) {
        try {
            jdbc.sql("""
                    INSERT INTO holder_request
                        (id, offering_id, holder_id, kind, asked_for, states, confidentiality_agreement, received_on,
                         process_instance_id, state)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            request.id(),
                            request.offeringId(),
                            request.holderId(),
                            request.kind().name(),
                            request.askedFor(),
                            request.states().isEmpty() ? null : String.join(" ", request.states()),
                            request.confidentialityAgreement(),
                            request.receivedOn(),
                            request.processInstanceId(),
                            request.state().name())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("businessKey", request.id() + " is already the id of another request");
        }
    }

    /** @throws Refusal where nobody knows the id */
    public HolderRequest get(String id) {
        return read("id", id).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("requestId", "there is no request " + id));
    }

    /** In the order in which they were received. */
    public List<HolderRequest> ofOffering(String offeringId) {
        return read("offering_id", offeringId);
    }

    /**
     * Those that are to be answered or fulfilled.
     *
     * @param offeringId null for those in all offerings
     */
    public List<Running> running(String offeringId) {
        return jdbc.sql("SELECT * FROM holder_request WHERE state IN (:states)"
                        + (offeringId == null ? "" : " AND offering_id = :offering"))
                .param("states", List.of(State.OPEN.name(), State.GRANTED.name()))
                .param("offering", offeringId)
                .query((row, number) -> new Running(
                        row.getString("id"),
                        row.getString("offering_id"),
                        row.getString("holder_id"),
                        Kind.valueOf(row.getString("kind")),
                        State.valueOf(row.getString("state")),
                        row.getObject("received_on", LocalDate.class)))
                .list();
    }

    /** The confidentiality agreement that came after the request. */
    public void agreed(String id, String paper) {
        jdbc.sql("UPDATE holder_request SET confidentiality_agreement = ? WHERE id = ?")
                .params(paper, id)
                .update();
    }

    public void answered(String id, List<Decision> answer, State state, String by, Instant at) {
        int line = 1;
        for (Decision decision : answer) {
            jdbc.sql("""
                    INSERT INTO holder_request_decision (request_id, line, item, outcome, ground, reason)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            id,
                            line++,
                            decision.item(),
                            decision.outcome().name(),
                            decision.ground() == null ? null : decision.ground().name(),
                            decision.reason())
                    .update();
        }
        jdbc.sql("UPDATE holder_request SET state = ?, answered_by = ?, answered_at = ? WHERE id = ?")
                .params(state.name(), by, at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    public void add(String id, List<Fulfilment> evidence) {
        for (Fulfilment entry : evidence) {
            jdbc.sql("""
                    INSERT INTO holder_request_fulfilment
                        (request_id, state, what, furnished_on, how, recorded_by, recorded_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            id,
                            entry.state(),
                            entry.what(),
                            entry.furnishedOn(),
                            entry.how(),
                            entry.recordedBy(),
                            entry.recordedAt().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    public void enter(String id, State state) {
        jdbc.sql("UPDATE holder_request SET state = ? WHERE id = ?")
                .params(state.name(), id)
                .update();
    }

    /** @param column of the requests, by which those that are meant have the value */
    private List<HolderRequest> read(String column, String value) {
        Map<String, List<Decision>> decisions =
                lines("holder_request_decision", "line", column, value, HolderRequestRepository::decision);
        Map<String, List<Fulfilment>> fulfilments =
                lines("holder_request_fulfilment", "id", column, value, HolderRequestRepository::fulfilment);
        return jdbc.sql("SELECT * FROM holder_request WHERE " + column + " = ? ORDER BY received_on, id")
                .param(value)
                .query((row, number) -> request(row, decisions, fulfilments))
                .list();
    }

    /** What hangs on the requests, by their ids. */
    private <T> Map<String, List<T>> lines(
            String table, String order, String column, String value, RowMapper<T> mapper) {
        return jdbc
                .sql(
                        "SELECT line.* FROM %s line JOIN holder_request r ON r.id = line.request_id WHERE r.%s = ? ORDER BY line.%s"
                                .formatted(table, column, order))
                .param(value)
                .query((row, number) -> Map.entry(row.getString("request_id"), mapper.mapRow(row, number)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static HolderRequest request(
            ResultSet row, Map<String, List<Decision>> decisions, Map<String, List<Fulfilment>> fulfilments)
            throws SQLException {
        String id = row.getString("id");
        String states = row.getString("states");
        OffsetDateTime answeredAt = row.getObject("answered_at", OffsetDateTime.class);
        return new HolderRequest(
                id,
                row.getString("offering_id"),
                row.getString("holder_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("asked_for"),
                states == null ? List.of() : List.of(states.split(" ")),
                row.getString("confidentiality_agreement"),
                row.getObject("received_on", LocalDate.class),
                row.getString("process_instance_id"),
                State.valueOf(row.getString("state")),
                row.getString("answered_by"),
                answeredAt == null ? null : answeredAt.toInstant(),
                decisions.getOrDefault(id, List.of()),
                fulfilments.getOrDefault(id, List.of()));
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        String ground = row.getString("ground");
        return new Decision(
                row.getString("item"),
                Outcome.valueOf(row.getString("outcome")),
                ground == null ? null : PermittedRefusal.valueOf(ground),
                row.getString("reason"));
    }

    private static Fulfilment fulfilment(ResultSet row, int number) throws SQLException {
        return new Fulfilment(
                row.getString("state"),
                row.getString("what"),
                row.getObject("furnished_on", LocalDate.class),
                row.getString("how"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
