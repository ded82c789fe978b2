package org.registrationrights.dispute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.dispute.DisputeParty.Side;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Disputes with their parties. */
@Repository
public class DisputeRepository {

    private final JdbcClient jdbc;

    DisputeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number that no dispute was ever given, for an id. */
    public long drawNumber(Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO dispute_number (drawn_at) VALUES (?)")
                .param(now.atOffset(ZoneOffset.UTC))
                .update(key, "n");
        return key.getKey().longValue();
    }

    /** @throws Refusal where the id is taken */
    public void insert(Dispute dispute, Instant recordedAt, String recordedBy) {
        try {
            jdbc.sql("""
                    INSERT INTO dispute
                        (id, claim_id, offering_id, subject, relief, demanded_on, evidence, recorded_at, recorded_by)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            dispute.id(),
                            dispute.claimId(),
                            dispute.offeringId(),
                            dispute.subject(),
                            dispute.relief(),
                            dispute.demandedOn(),
                            dispute.evidence(),
                            recordedAt.atOffset(ZoneOffset.UTC),
                            recordedBy)
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("businessKey", dispute.id() + " is already the id of another dispute");
        }
        int n = 0;
        for (DisputeParty party : dispute.parties()) {
            jdbc.sql("""
                    INSERT INTO dispute_party (dispute_id, n, party, kind, side, name, submission)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            dispute.id(),
                            ++n,
                            party.id(),
                            party.kind().name(),
                            party.side().name(),
                            party.name(),
                            party.submission())
                    .update();
        }
    }

    public boolean exists(String id) {
        return find(id, "").isPresent();
    }

    /** @throws Refusal where nobody knows the id */
    public Dispute get(String id) {
        return find(id, "").orElseThrow(() -> unknown(id));
    }

    /** Takes the dispute for this transaction. */
    public Dispute lock(String id) {
        return find(id, " FOR UPDATE").orElseThrow(() -> unknown(id));
    }

    private Optional<Dispute> find(String id, String locking) {
        return jdbc.sql("SELECT * FROM dispute WHERE id = ?" + locking)
                .param(id)
                .query(this::dispute)
                .optional();
    }

    private static Refusal unknown(String id) {
        return Refusal.unknown("disputeId", "there is no dispute " + id);
    }

    /** The last that was demanded first. */
    public List<Dispute> all() {
        return jdbc.sql("SELECT * FROM dispute ORDER BY demanded_on DESC, recorded_at DESC, id")
                .query(this::dispute)
                .list();
    }

    /** In the order in which they were recorded. */
    public List<Dispute> ofClaim(String claimId) {
        return jdbc.sql("SELECT * FROM dispute WHERE claim_id = ? ORDER BY recorded_at, id")
                .param(claimId)
                .query(this::dispute)
                .list();
    }

    /** How the last arbitration about a claim ended that is over. */
    public Optional<AwardOnClaim> awardFor(String claimId) {
        return jdbc.sql("""
                SELECT * FROM dispute WHERE claim_id = ? AND outcome IS NOT NULL
                ORDER BY outcome_at DESC, id DESC FETCH FIRST 1 ROW ONLY
                """)
                .param(claimId)
                .query(this::dispute)
                .optional()
                .map(over -> new AwardOnClaim(
                        over.id(),
                        over.awardFinding(),
                        over.outcome().endedOn(),
                        over.outcome().paper()));
    }

    /** @throws Refusal where another dispute is on file under the number */
    public void filed(String id, ArbitrationFiling filing, String by) {
        try {
            update(
                    id,
                    "jams_number = ?, filed_on = ?, seat = ?, agreed_rules = ?, filed_by = ?",
                    filing.jamsNumber(),
                    filing.filedOn(),
                    filing.seat(),
                    filing.procedure(),
                    by);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("jamsNumber", filing.jamsNumber() + " is the number of another dispute");
        }
    }

    public void ended(String id, DisputeOutcome outcome, Instant at, String by) {
        update(
                id,
                "outcome = ?, ended_on = ?, arbitrator = ?, terms = ?, outcome_paper = ?, award_finding = ?,"
                        + " outcome_at = ?, outcome_by = ?",
                outcome.kind().name(),
                outcome.endedOn(),
                outcome.arbitrator(),
                outcome.terms(),
                outcome.paper(),
                outcome.awardFinding() == null ? null : outcome.awardFinding().name(),
                at.atOffset(ZoneOffset.UTC),
                by);
    }

    public void found(String id, PrevailingFinding finding) {
        update(
                id,
                "found_ground = ?, found_by = ?, found_at = ?",
                finding.ground(),
                finding.foundBy(),
                finding.foundAt().atOffset(ZoneOffset.UTC));
        for (String party : finding.prevailing()) {
            jdbc.sql("UPDATE dispute_party SET prevails = TRUE WHERE dispute_id = ? AND party = ?")
                    .params(id, party)
                    .update();
        }
    }

    public void claimTold(String id, Instant at) {
        update(id, "claim_told_at = ?", at.atOffset(ZoneOffset.UTC));
    }

    private void update(String id, String columns, Object... values) {
        JdbcClient.StatementSpec statement = jdbc.sql("UPDATE dispute SET " + columns + " WHERE id = ?");
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.param(id).update();
    }

    private Dispute dispute(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        return new Dispute(
                id,
                row.getString("claim_id"),
                row.getString("offering_id"),
                row.getString("subject"),
                row.getString("relief"),
                row.getObject("demanded_on", LocalDate.class),
                row.getString("evidence"),
                jdbc.sql("SELECT * FROM dispute_party WHERE dispute_id = ? ORDER BY n")
                        .param(id)
                        .query(DisputeRepository::party)
                        .list(),
                filing(row),
                outcome(row),
                finding(row),
                instant(row, "claim_told_at"));
    }

    private static DisputeParty party(ResultSet row, int number) throws SQLException {
        return new DisputeParty(
                row.getString("party"),
                DisputeParty.Kind.valueOf(row.getString("kind")),
                Side.valueOf(row.getString("side")),
                row.getString("name"),
                row.getString("submission"));
    }

    private static ArbitrationFiling filing(ResultSet row) throws SQLException {
        String jamsNumber = row.getString("jams_number");
        return jamsNumber == null
                ? null
                : new ArbitrationFiling(
                        jamsNumber,
                        row.getObject("filed_on", LocalDate.class),
                        row.getString("seat"),
                        row.getString("agreed_rules"));
    }

    private static DisputeOutcome outcome(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        String finding = row.getString("award_finding");
        return outcome == null
                ? null
                : new DisputeOutcome(
                        DisputeOutcome.Kind.valueOf(outcome),
                        row.getObject("ended_on", LocalDate.class),
                        row.getString("arbitrator"),
                        row.getString("terms"),
                        row.getString("outcome_paper"),
                        finding == null ? null : AwardFinding.valueOf(finding));
    }

    private PrevailingFinding finding(ResultSet row) throws SQLException {
        String foundBy = row.getString("found_by");
        return foundBy == null
                ? null
                : new PrevailingFinding(
                        jdbc.sql("SELECT party FROM dispute_party WHERE dispute_id = ? AND prevails ORDER BY n")
                                .param(row.getString("id"))
                                .query(String.class)
                                .list(),
                        row.getString("found_ground"),
                        foundBy,
                        instant(row, "found_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
