package org.registrationrights.indemnity;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.registrationrights.indemnity.SettlementOffer.Answer;
import org.registrationrights.indemnity.SettlementOffer.Approval;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals to settle, by the number that each has in its claim. */
@Repository
public class SettlementRepository {

    private static final String BETWEEN_PARTIES = "\n";

    private final JdbcClient jdbc;

    SettlementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(SettlementOffer offer) {
        jdbc.sql("""
                INSERT INTO claim_settlement
                    (claim_id, number, cents, terms, unconditional_release, parties, proposed_by, proposed_on, evidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        offer.claimId(),
                        offer.number(),
                        new BigDecimal(offer.cents()),
                        offer.terms(),
                        offer.unconditionalRelease(),
                        String.join(BETWEEN_PARTIES, offer.parties()),
                        offer.proposedBy(),
                        offer.proposedOn(),
                        offer.evidence())
                .update();
    }

    public List<SettlementOffer> ofClaim(String claimId) {
        return jdbc.sql("SELECT * FROM claim_settlement WHERE claim_id = ? ORDER BY number")
                .param(claimId)
                .query(this::offer)
                .list();
    }

    /** The one that nobody knows the end of; there is one at most. */
    public Optional<SettlementOffer> pending(String claimId) {
        return ofClaim(claimId).stream().filter(offer -> offer.made() == null).findFirst();
    }

    /** As the action was settled, if it was. */
    public Optional<SettlementOffer> made(String claimId) {
        return ofClaim(claimId).stream()
                .filter(offer -> offer.made() != null && offer.made())
                .findFirst();
    }

    /** In place of what was answered before. */
    public void approve(SettlementOffer offer, List<Approval> answers) {
        jdbc.sql("DELETE FROM settlement_approval WHERE claim_id = ? AND number = ?")
                .params(offer.claimId(), offer.number())
                .update();
        answers.forEach(answer -> approve(offer, answer));
    }

    private void approve(SettlementOffer offer, Approval answer) {
        jdbc.sql("INSERT INTO settlement_approval VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        offer.claimId(),
                        offer.number(),
                        answer.party(),
                        answer.approved(),
                        answer.person(),
                        answer.ground(),
                        answer.unreasonable())
                .update();
    }

    /** In place of an earlier answer, and of what was found on that. */
    public void answer(SettlementOffer offer, Answer consent) {
        update(
                offer,
                "consented = ?, consent_by = ?, consent_ground = ?,"
                        + " refusal_unreasonable = NULL, refusal_ground = NULL, refusal_found_by = NULL",
                consent.given(),
                consent.person(),
                consent.ground());
    }

    public void judge(SettlementOffer offer, boolean unreasonable, String ground, String by) {
        update(offer, "refusal_unreasonable = ?, refusal_ground = ?, refusal_found_by = ?", unreasonable, ground, by);
    }

    public void end(SettlementOffer offer, boolean made, Boolean byIndemnitor, LocalDate on, String paper) {
        update(offer, "made = ?, made_by_indemnitor = ?, settled_on = ?, paper = ?", made, byIndemnitor, on, paper);
    }

    private void update(SettlementOffer offer, String columns, Object... values) {
        JdbcClient.StatementSpec statement =
                jdbc.sql("UPDATE claim_settlement SET " + columns + " WHERE claim_id = ? AND number = ?");
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.param(offer.claimId()).param(offer.number()).update();
    }

    private SettlementOffer offer(ResultSet row, int n) throws SQLException {
        String claimId = row.getString("claim_id");
        int number = row.getInt("number");
        Boolean consented = row.getObject("consented", Boolean.class);
        return new SettlementOffer(
                claimId,
                number,
                row.getBigDecimal("cents").toBigIntegerExact(),
                row.getString("terms"),
                row.getBoolean("unconditional_release"),
                List.of(row.getString("parties").split(BETWEEN_PARTIES)),
                row.getString("proposed_by"),
                row.getObject("proposed_on", LocalDate.class),
                row.getString("evidence"),
                approvals(claimId, number),
                consented == null
                        ? null
                        : new Answer(consented, row.getString("consent_by"), row.getString("consent_ground")),
                row.getObject("refusal_unreasonable", Boolean.class),
                row.getString("refusal_ground"),
                row.getObject("made", Boolean.class),
                row.getObject("made_by_indemnitor", Boolean.class),
                row.getObject("settled_on", LocalDate.class),
                row.getString("paper"));
    }

    private List<Approval> approvals(String claimId, int number) {
        return jdbc.sql("SELECT * FROM settlement_approval WHERE claim_id = ? AND number = ? ORDER BY party")
                .params(claimId, number)
                .query((row, n) -> new Approval(
                        row.getString("party"),
                        row.getBoolean("approved"),
                        row.getString("person"),
                        row.getString("ground"),
                        row.getBoolean("unreasonable")))
                .list();
    }
}
