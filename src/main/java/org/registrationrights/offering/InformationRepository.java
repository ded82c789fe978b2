package org.registrationrights.offering;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.registrationrights.offering.InformationDecision.Kind;
import org.registrationrights.offering.InformationRequest.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of whom information was asked, every version of what was furnished, and what counsel decided in between (2.4). */
@Repository
public class InformationRepository {

    /** @param version counted for each Holder from 1 */
    public record Version(int version, HolderInformation information, Instant recordedAt, String recordedBy) {}

    public record Decided(InformationDecision decision, Instant decidedAt, String decidedBy) {}

    public record Missing(String offeringId, InformationRequest request) {}

    private final JdbcClient jdbc;

    InformationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void request(String offeringId, List<String> holderIds, Instant requestedAt, LocalDate dueOn) {
        for (String holderId : holderIds) {
            InformationRequest request = InformationRequest.of(holderId, requestedAt, dueOn);
            jdbc.sql("INSERT INTO information_request VALUES (?, ?, ?, ?, ?)")
                    .params(offeringId, holderId, request.state().name(), requestedAt.atOffset(ZoneOffset.UTC), dueOn)
                    .update();
        }
    }

    /** By Holder, in the order of ids. */
    public Map<String, InformationRequest> requests(String offeringId) {
        return jdbc
                .sql("SELECT * FROM information_request WHERE offering_id = ? ORDER BY holder_id")
                .param(offeringId)
                .query(InformationRepository::request)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        InformationRequest::holderId, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /**
     * Requests that still wait for information in offerings that were not withdrawn.
     *
     * @param offeringId null for those in all offerings
     */
    public List<Missing> missing(String offeringId) {
        return jdbc.sql("SELECT r.* FROM information_request r JOIN offering o ON o.id = r.offering_id"
                        + " WHERE r.state = :state AND o.withdrawn_at IS NULL"
                        + (offeringId == null ? "" : " AND r.offering_id = :offering"))
                .param("state", State.REQUESTED.name())
                .param("offering", offeringId)
                .query((row, number) -> new Missing(row.getString("offering_id"), request(row, number)))
                .list();
    }

    public void update(String offeringId, InformationRequest request) {
        jdbc.sql("UPDATE information_request SET state = ?, due_on = ? WHERE offering_id = ? AND holder_id = ?")
                .params(request.state().name(), request.dueOn(), offeringId, request.holderId())
                .update();
    }

    /** Puts it beside what the Holder furnished before; returns its version. */
    public int add(String offeringId, HolderInformation information, Instant recordedAt, String recordedBy) {
        int version = jdbc.sql("SELECT COUNT(*) + 1 FROM holder_information WHERE offering_id = ? AND holder_id = ?")
                .params(offeringId, information.holderId())
                .query(Integer.class)
                .single();
        jdbc.sql("INSERT INTO holder_information VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        offeringId,
                        information.holderId(),
                        version,
                        information.name(),
                        new BigDecimal(information.sharesOwned()),
                        information.relationship(),
                        information.noRelationship(),
                        information.planOfDistribution(),
                        information.signedOn(),
                        information.evidence(),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        recordedBy)
                .update();
        return version;
    }

    /** All that came, by Holder and version. */
    public List<Version> versions(String offeringId) {
        return jdbc.sql("SELECT * FROM holder_information WHERE offering_id = ? ORDER BY holder_id, version")
                .param(offeringId)
                .query(InformationRepository::version)
                .list();
    }

    /** What counts of it, by Holder. */
    public Map<String, HolderInformation> latest(String offeringId) {
        return versions(offeringId).stream()
                .map(Version::information)
                .collect(Collectors.toMap(HolderInformation::holderId, Function.identity(), (earlier, later) -> later));
    }

    public void add(String offeringId, InformationDecision decision, Instant decidedAt, String decidedBy) {
        jdbc.sql("""
                INSERT INTO information_decision
                    (offering_id, holder_id, decision, wait_until, ground, decided_at, decided_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        offeringId,
                        decision.holderId(),
                        decision.decision().name(),
                        decision.waitUntil(),
                        decision.ground(),
                        decidedAt.atOffset(ZoneOffset.UTC),
                        decidedBy)
                .update();
    }

    /** In the order in which they were taken. */
    public List<Decided> decisions(String offeringId) {
        return jdbc.sql("SELECT * FROM information_decision WHERE offering_id = ? ORDER BY id")
                .param(offeringId)
                .query(InformationRepository::decided)
                .list();
    }

    private static InformationRequest request(ResultSet row, int number) throws SQLException {
        return new InformationRequest(
                row.getString("holder_id"),
                State.valueOf(row.getString("state")),
                instant(row, "requested_at"),
                row.getObject("due_on", LocalDate.class));
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getInt("version"),
                new HolderInformation(
                        row.getString("holder_id"),
                        row.getString("name"),
                        row.getBigDecimal("shares_owned").toBigIntegerExact(),
                        row.getString("relationship"),
                        row.getBoolean("no_relationship"),
                        row.getString("plan_of_distribution"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getString("evidence")),
                instant(row, "recorded_at"),
                row.getString("recorded_by"));
    }

    private static Decided decided(ResultSet row, int number) throws SQLException {
        return new Decided(
                new InformationDecision(
                        row.getString("holder_id"),
                        Kind.valueOf(row.getString("decision")),
                        row.getObject("wait_until", LocalDate.class),
                        row.getString("ground")),
                instant(row, "decided_at"),
                row.getString("decided_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
