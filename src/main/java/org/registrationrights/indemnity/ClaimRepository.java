package org.registrationrights.indemnity;

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
import org.registrationrights.indemnity.Claim.Conflict;
import org.registrationrights.indemnity.Claim.Finding;
import org.registrationrights.indemnity.Claim.Outcome;
import org.registrationrights.indemnity.Claim.State;
import org.registrationrights.indemnity.IndemnityAvailability.Reason;
import org.registrationrights.indemnity.IndemnityClaim.Basis;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Claims with their statements, counsel for the defense, holdings of courts, and the payment. */
@Repository
public class ClaimRepository {

    /**
     * Counsel for the defense.
     *
     * @param approved null until the indemnified party has answered
     * @param decidedBy who answered for it, by name
     */
    public record Counsel(
            int number, String name, String proposedBy, Boolean approved, String decidedBy, String ground) {}

    /** What a court held, or that the claim is given up. */
    public record Held(Holding holding, String court, LocalDate heldOn, String paper, String ground) {}

    public enum Holding {
        AVAILABLE,
        UNAVAILABLE,
        /** Nothing: the claim is pursued no further. */
        CLOSED
    }

    public record Payment(BigInteger cents, LocalDate paidOn, String paper) {}

    private final JdbcClient jdbc;

    ClaimRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number that no claim was ever given, for an id. */
    public long drawNumber(Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO claim_number (drawn_at) VALUES (?)")
                .param(now.atOffset(ZoneOffset.UTC))
                .update(key, "n");
        return key.getKey().longValue();
    }

    /** @throws Refusal where the id is taken */
    public void insert(Claim claim, Instant recordedAt, String recordedBy) {
        try {
            jdbc.sql("""
                    INSERT INTO claim
                        (id, offering_id, claimant_role, claimant, claimant_of, indemnitor, basis, violation,
                         information_from, claimant_breach, loss_cents, action, forum, served_on, notified_on, evidence,
                         state, recorded_at, recorded_by)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            claim.id(),
                            claim.offeringId(),
                            claim.claimantRole().name(),
                            claim.claimant(),
                            claim.claimantOf(),
                            claim.indemnitor(),
                            claim.basis().name(),
                            claim.violation(),
                            claim.informationFrom(),
                            claim.claimantBreach(),
                            new BigDecimal(claim.lossCents()),
                            claim.action(),
                            claim.forum(),
                            claim.servedOn(),
                            claim.notifiedOn(),
                            claim.evidence(),
                            claim.state().name(),
                            recordedAt.atOffset(ZoneOffset.UTC),
                            recordedBy)
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("businessKey", claim.id() + " is already the id of another claim");
        }
        claim.statements()
                .forEach(statement -> jdbc.sql("INSERT INTO claim_rests_on VALUES (?, ?, ?)")
                        .params(claim.id(), claim.offeringId(), statement.id())
                        .update());
    }

    public void add(String offeringId, ComplainedStatement statement) {
        jdbc.sql("INSERT INTO claim_statement VALUES (?, ?, ?, ?)")
                .params(offeringId, statement.id(), statement.document(), statement.words())
                .update();
    }

    /** All that were ever complained of in a registration. */
    public List<ComplainedStatement> statements(String offeringId) {
        return jdbc.sql("SELECT * FROM claim_statement WHERE offering_id = ? ORDER BY id")
                .param(offeringId)
                .query(ClaimRepository::statement)
                .list();
    }

    public boolean exists(String id) {
        return find(id, "").isPresent();
    }

    /** @throws Refusal where nobody knows the id */
    public Claim get(String id) {
        return find(id, "").orElseThrow(() -> unknown(id));
    }

    /** Takes the claim for this transaction: before any of its rows are taken. */
    public Claim lock(String id) {
        return find(id, " FOR UPDATE").orElseThrow(() -> unknown(id));
    }

    private Optional<Claim> find(String id, String locking) {
        return jdbc.sql("SELECT * FROM claim WHERE id = ?" + locking)
                .param(id)
                .query(this::claim)
                .optional();
    }

    private static Refusal unknown(String id) {
        return Refusal.unknown("claimId", "there is no claim " + id);
    }

    /** In the order in which they were recorded. */
    public List<Claim> ofOffering(String offeringId) {
        return jdbc.sql("SELECT * FROM claim WHERE offering_id = ? ORDER BY recorded_at, id")
                .param(offeringId)
                .query(this::claim)
                .list();
    }

    /** The last that was recorded first. */
    public List<Claim> all() {
        return jdbc.sql("SELECT * FROM claim ORDER BY recorded_at DESC, id")
                .query(this::claim)
                .list();
    }

    public void enter(String id, State state) {
        update(id, "state = ?", state.name());
    }

    /** @param reason null where indemnity is owed */
    public void decided(String id, State state, Reason reason) {
        update(id, "state = ?, reason = ?", state.name(), reason == null ? null : reason.name());
    }

    public void found(String id, Finding finding) {
        update(
                id,
                "found_breach = ?, found_reliance = ?, found_in_writing = ?, found_information_from = ?,"
                        + " prejudice_cents = ?, found_ground = ?, found_by = ?, found_at = ?",
                finding.breachCaused(),
                finding.inReliance(),
                finding.inWritingForUse(),
                finding.informationFrom(),
                new BigDecimal(finding.prejudiceCents()),
                finding.ground(),
                finding.by(),
                finding.at().atOffset(ZoneOffset.UTC));
    }

    public void assessed(String id, Conflict conflict) {
        update(
                id,
                "conflict_found = ?, separate_counsel = ?, conflict_ground = ?",
                conflict.found(),
                conflict.separateCounsel(),
                conflict.ground());
    }

    public void ended(String id, Outcome outcome) {
        update(
                id,
                "outcome = ?, outcome_cents = ?, outcome_on = ?, outcome_paper = ?",
                outcome.kind().name(),
                new BigDecimal(outcome.cents()),
                outcome.on(),
                outcome.paper());
    }

    private void update(String id, String columns, Object... values) {
        JdbcClient.StatementSpec statement = jdbc.sql("UPDATE claim SET " + columns + " WHERE id = ?");
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.param(id).update();
    }

    public void propose(String claimId, String name, String proposedBy) {
        jdbc.sql("INSERT INTO claim_counsel (claim_id, number, name, proposed_by) VALUES (?, ?, ?, ?)")
                .params(claimId, counsel(claimId).size() + 1, name, proposedBy)
                .update();
    }

    public void answer(String claimId, int number, boolean approved, String by, String ground) {
        jdbc.sql("""
                UPDATE claim_counsel SET approved = ?, decided_by = ?, ground = ? WHERE claim_id = ? AND number = ?
                """).params(approved, by, ground, claimId, number).update();
    }

    /** In the order in which they were proposed. */
    public List<Counsel> counsel(String claimId) {
        return jdbc.sql("SELECT * FROM claim_counsel WHERE claim_id = ? ORDER BY number")
                .param(claimId)
                .query((row, n) -> new Counsel(
                        row.getInt("number"),
                        row.getString("name"),
                        row.getString("proposed_by"),
                        row.getObject("approved", Boolean.class),
                        row.getString("decided_by"),
                        row.getString("ground")))
                .list();
    }

    public void add(String claimId, Held held, Instant recordedAt, String recordedBy) {
        jdbc.sql("INSERT INTO claim_holding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        claimId,
                        holdings(claimId).size() + 1,
                        held.holding().name(),
                        held.court(),
                        held.heldOn(),
                        held.paper(),
                        held.ground(),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        recordedBy)
                .update();
    }

    /** In the order in which they were recorded. */
    public List<Held> holdings(String claimId) {
        return jdbc.sql("SELECT * FROM claim_holding WHERE claim_id = ? ORDER BY number")
                .param(claimId)
                .query((row, n) -> new Held(
                        Holding.valueOf(row.getString("holding")),
                        row.getString("court"),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("paper"),
                        row.getString("ground")))
                .list();
    }

    public void paid(String claimId, Payment payment, Instant recordedAt, String recordedBy) {
        jdbc.sql("INSERT INTO claim_payment VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        claimId,
                        new BigDecimal(payment.cents()),
                        payment.paidOn(),
                        payment.paper(),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        recordedBy)
                .update();
    }

    public Optional<Payment> payment(String claimId) {
        return jdbc.sql("SELECT * FROM claim_payment WHERE claim_id = ?")
                .param(claimId)
                .query((row, n) -> new Payment(
                        row.getBigDecimal("cents").toBigIntegerExact(),
                        row.getObject("paid_on", LocalDate.class),
                        row.getString("paper")))
                .optional();
    }

    private Claim claim(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        List<ComplainedStatement> statements =
                jdbc.sql("""
                SELECT statement.* FROM claim_statement statement
                JOIN claim_rests_on rests ON rests.offering_id = statement.offering_id
                    AND rests.statement_id = statement.id
                WHERE rests.claim_id = ? ORDER BY statement.id
                """).param(id).query(ClaimRepository::statement).list();
        String reason = row.getString("reason");
        return new Claim(
                id,
                row.getString("offering_id"),
                ClaimantRole.valueOf(row.getString("claimant_role")),
                row.getString("claimant"),
                row.getString("claimant_of"),
                row.getString("indemnitor"),
                Basis.valueOf(row.getString("basis")),
                row.getString("violation"),
                statements,
                row.getString("information_from"),
                row.getBoolean("claimant_breach"),
                row.getBigDecimal("loss_cents").toBigIntegerExact(),
                row.getString("action"),
                row.getString("forum"),
                row.getObject("served_on", LocalDate.class),
                row.getObject("notified_on", LocalDate.class),
                row.getString("evidence"),
                State.valueOf(row.getString("state")),
                reason == null ? null : Reason.valueOf(reason),
                finding(row),
                conflict(row),
                outcome(row));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("found_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Finding(
                        row.getBoolean("found_breach"),
                        row.getBoolean("found_reliance"),
                        row.getBoolean("found_in_writing"),
                        row.getString("found_information_from"),
                        row.getBigDecimal("prejudice_cents").toBigIntegerExact(),
                        row.getString("found_ground"),
                        row.getString("found_by"),
                        at.toInstant());
    }

    private static Conflict conflict(ResultSet row) throws SQLException {
        String ground = row.getString("conflict_ground");
        return ground == null
                ? null
                : new Conflict(row.getBoolean("conflict_found"), row.getString("separate_counsel"), ground);
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        String kind = row.getString("outcome");
        return kind == null
                ? null
                : new Outcome(
                        Outcome.Kind.valueOf(kind),
                        row.getBigDecimal("outcome_cents").toBigIntegerExact(),
                        row.getObject("outcome_on", LocalDate.class),
                        row.getString("outcome_paper"));
    }

    private static ComplainedStatement statement(ResultSet row, int number) throws SQLException {
        return new ComplainedStatement(row.getString("id"), row.getString("document"), row.getString("words"));
    }
}
