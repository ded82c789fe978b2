package org.registrationrights.indemnity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.indemnity.FaultSheet.Fraud;
import org.registrationrights.indemnity.FaultSheet.Line;
import org.registrationrights.indemnity.FaultSheet.Proceeds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Fault sheets, by the number that each has in its claim; the last one counts. */
@Repository
public class FaultSheetRepository {

    private final JdbcClient jdbc;

    FaultSheetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(FaultSheet sheet, Instant enteredAt, String enteredBy) {
        jdbc.sql("""
                INSERT INTO fault_sheet
                    (claim_id, number, loss_cents, claimant_fault, claimant_factors, author, held_by, entered_at,
                     entered_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        sheet.claimId(),
                        sheet.number(),
                        new BigDecimal(sheet.lossCents()),
                        sheet.claimantFault().toString(),
                        sheet.claimantFactors(),
                        sheet.author(),
                        sheet.heldBy().name(),
                        enteredAt.atOffset(ZoneOffset.UTC),
                        enteredBy)
                .update();
        int n = 0;
        for (Line line : sheet.lines()) {
            Proceeds proceeds = line.proceeds();
            jdbc.sql("""
                    INSERT INTO fault_line
                        (claim_id, number, n, party, fault, factors, gross_cents, discount_cents, cap_used_cents)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            sheet.claimId(),
                            sheet.number(),
                            ++n,
                            line.party(),
                            line.fault().toString(),
                            line.factors(),
                            proceeds == null ? null : new BigDecimal(proceeds.grossCents()),
                            proceeds == null ? null : new BigDecimal(proceeds.discountCents()),
                            proceeds == null ? null : new BigDecimal(proceeds.capUsedCents()))
                    .update();
        }
        sheet.frauds()
                .forEach(fraud -> jdbc.sql("INSERT INTO fraud_finding VALUES (?, ?, ?, ?, ?)")
                        .params(sheet.claimId(), sheet.number(), fraud.party(), fraud.statementId(), fraud.paper())
                        .update());
    }

    public Optional<FaultSheet> latest(String claimId) {
        return jdbc.sql("""
                SELECT * FROM fault_sheet WHERE claim_id = ? ORDER BY number DESC FETCH FIRST 1 ROW ONLY
                """).param(claimId).query(this::sheet).optional();
    }

    public void computed(FaultSheet sheet, Contribution contribution) {
        BigInteger bears = contribution.claimantBearsCents();
        jdbc.sql("UPDATE fault_sheet SET status = ?, claimant_bears = ? WHERE claim_id = ? AND number = ?")
                .params(
                        contribution.status().name(),
                        bears == null ? null : new BigDecimal(bears),
                        sheet.claimId(),
                        sheet.number())
                .update();
        contribution.contributionCents().forEach((party, cents) -> {
            BigInteger raw = contribution.uncappedCents().get(party);
            Contribution.Note note = contribution.notes().get(party);
            jdbc.sql("""
                    UPDATE fault_line SET raw_cents = ?, contribution_cents = ?, note = ?
                    WHERE claim_id = ? AND number = ? AND party = ?
                    """)
                    .params(
                            raw == null ? null : new BigDecimal(raw),
                            new BigDecimal(cents),
                            note == null ? null : note.name(),
                            sheet.claimId(),
                            sheet.number(),
                            party)
                    .update();
        });
    }

    public void paid(FaultSheet sheet, String party, LocalDate on, String paper) {
        jdbc.sql("""
                UPDATE fault_line SET paid_on = ?, paid_paper = ? WHERE claim_id = ? AND number = ? AND party = ?
                """).params(on, paper, sheet.claimId(), sheet.number(), party).update();
    }

    /** What a party owes by contribution to other claims in the same registration, by the last sheet of each. */
    public BigInteger contributed(String offeringId, String party, String otherThan) {
        return jdbc.sql("""
                SELECT COALESCE(SUM(line.contribution_cents), 0) FROM fault_line line
                JOIN claim ON claim.id = line.claim_id
                WHERE claim.offering_id = ? AND line.party = ? AND claim.id <> ?
                    AND line.number = (SELECT MAX(sheet.number) FROM fault_sheet sheet
                        WHERE sheet.claim_id = line.claim_id)
                """)
                .params(offeringId, party, otherThan)
                .query(BigDecimal.class)
                .single()
                .toBigIntegerExact();
    }

    private FaultSheet sheet(ResultSet row, int n) throws SQLException {
        String claimId = row.getString("claim_id");
        int number = row.getInt("number");
        String status = row.getString("status");
        return new FaultSheet(
                claimId,
                number,
                whole(row, "loss_cents"),
                Fraction.parse(row.getString("claimant_fault")),
                row.getString("claimant_factors"),
                row.getString("author"),
                ContributionClaim.Finder.valueOf(row.getString("held_by")),
                lines(claimId, number),
                frauds(claimId, number),
                status == null ? null : Contribution.Status.valueOf(status),
                whole(row, "claimant_bears"));
    }

    private List<Line> lines(String claimId, int number) {
        return jdbc.sql("SELECT * FROM fault_line WHERE claim_id = ? AND number = ? ORDER BY n")
                .params(claimId, number)
                .query(FaultSheetRepository::line)
                .list();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        BigInteger gross = whole(row, "gross_cents");
        String note = row.getString("note");
        return new Line(
                row.getString("party"),
                Fraction.parse(row.getString("fault")),
                row.getString("factors"),
                gross == null ? null : new Proceeds(gross, whole(row, "discount_cents"), whole(row, "cap_used_cents")),
                whole(row, "raw_cents"),
                whole(row, "contribution_cents"),
                note == null ? null : Contribution.Note.valueOf(note),
                row.getObject("paid_on", LocalDate.class),
                row.getString("paid_paper"));
    }

    private List<Fraud> frauds(String claimId, int number) {
        return jdbc.sql("""
                SELECT * FROM fraud_finding WHERE claim_id = ? AND number = ? ORDER BY party, statement_id
                """)
                .params(claimId, number)
                .query((row, n) ->
                        new Fraud(row.getString("party"), row.getString("statement_id"), row.getString("paper")))
                .list();
    }

    private static BigInteger whole(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : value.toBigIntegerExact();
    }
}
