package org.registrationrights.offering;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.LimitAuthority.Party;
import org.registrationrights.offering.OtherSeller.SecurityClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The allocation of an offering, round by round: each limitation that is entered begins a new one. */
@Repository
public class AllocationRepository {

    /** @param approvedBy null while nobody has approved it */
    public record Round(
            String offeringId,
            int number,
            Party imposedBy,
            BigInteger available,
            Instant decidedAt,
            String decidedBy,
            LocalDate snapshotOn,
            Cutback.Rule rule,
            BigInteger totalAllocated,
            BigInteger unallocated,
            Boolean parityHolds,
            String approvedBy) {}

    /** One requesting Holder; the last three are null until the requests are cut back. */
    public record Line(
            String holderId,
            BigInteger held,
            BigInteger requested,
            String exact,
            BigInteger allocated,
            BigInteger excluded) {

        /** A request above the holding stands as it was received and counts as what is held on the applicable date. */
        public BigInteger getCounted() {
            return requested.min(held);
        }
    }

    private final JdbcClient jdbc;

    AllocationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins the next round; returns its number. */
    public int begin(String offeringId, Limitation limitation, Instant decidedAt, String decidedBy) {
        int number = jdbc.sql("SELECT COALESCE(MAX(round), 0) + 1 FROM allocation_round WHERE offering_id = ?")
                .param(offeringId)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                INSERT INTO allocation_round
                    (offering_id, round, limitation_imposed, imposed_by, available, decided_at, decided_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        offeringId,
                        number,
                        limitation.imposed(),
                        limitation.imposedBy() == null
                                ? null
                                : limitation.imposedBy().name(),
                        decimal(limitation.available()),
                        decidedAt.atOffset(ZoneOffset.UTC),
                        decidedBy)
                .update();
        int line = 1;
        for (OtherSeller other : limitation.others()) {
            jdbc.sql("INSERT INTO allocation_other VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            offeringId,
                            number,
                            line++,
                            other.id(),
                            other.securityClass().name(),
                            decimal(other.entitledHeld()),
                            decimal(other.requested()),
                            decimal(other.included()),
                            other.participating(),
                            other.hasAgreement(),
                            other.exercisedRights())
                    .update();
        }
        return number;
    }

    /** Fixes what each requesting Holder holds and asks for on the applicable date (1.3). */
    public void snapshot(Round round, LocalDate on, List<SellingHolder> holders) {
        jdbc.sql("UPDATE allocation_round SET snapshot_on = ? WHERE offering_id = ? AND round = ?")
                .params(on, round.offeringId(), round.number())
                .update();
        for (SellingHolder holder : holders) {
            jdbc.sql("""
                    INSERT INTO allocation_line (offering_id, round, holder_id, held, requested) VALUES (?, ?, ?, ?, ?)
                    """)
                    .params(
                            round.offeringId(),
                            round.number(),
                            holder.id(),
                            decimal(holder.held()),
                            decimal(holder.requested()))
                    .update();
        }
    }

    public void cutBack(Round round, Cutback cutback) {
        jdbc.sql("""
                UPDATE allocation_round SET rule = ?, total_allocated = ?, unallocated = ?, parity_holds = ?
                WHERE offering_id = ? AND round = ?
                """)
                .params(
                        cutback.rule().name(),
                        decimal(cutback.totalAllocated()),
                        decimal(cutback.unallocated()),
                        cutback.parityHolds(),
                        round.offeringId(),
                        round.number())
                .update();
        Map<String, ?> exact = cutback.exact();
        for (Cutback.Share share : cutback.shares()) {
            jdbc.sql("""
                    UPDATE allocation_line SET exact = ?, allocated = ?, excluded = ?
                    WHERE offering_id = ? AND round = ? AND holder_id = ?
                    """)
                    .params(
                            exact.get(share.request().holder()).toString(),
                            decimal(share.allocated()),
                            decimal(share.excluded()),
                            round.offeringId(),
                            round.number(),
                            share.request().holder())
                    .update();
        }
    }

    public void decided(Round round, boolean approved, String by, Instant at) {
        jdbc.sql("""
                UPDATE allocation_round SET approved = ?, approved_by = ?, approved_at = ?
                WHERE offering_id = ? AND round = ?
                """)
                .params(approved, by, at.atOffset(ZoneOffset.UTC), round.offeringId(), round.number())
                .update();
    }

    /** Sets aside all rounds so far: the elections that they rest on are open again. */
    public void overtake(String offeringId) {
        jdbc.sql("UPDATE allocation_round SET overtaken = TRUE WHERE offering_id = ?")
                .param(offeringId)
                .update();
    }

    /** The latest round that is not overtaken, if there is one. */
    public Optional<Round> find(String offeringId) {
        return jdbc.sql("""
                SELECT * FROM allocation_round WHERE offering_id = ? AND NOT overtaken
                ORDER BY round DESC FETCH FIRST 1 ROW ONLY
                """)
                .param(offeringId)
                .query(AllocationRepository::round)
                .optional();
    }

    /** @throws Refusal where no limitation has been decided on */
    public Round latest(String offeringId) {
        return find(offeringId)
                .orElseThrow(() -> Refusal.unknown("offeringId", "offering " + offeringId + " has no allocation"));
    }

    public List<Line> lines(Round round) {
        return jdbc.sql("SELECT * FROM allocation_line WHERE offering_id = ? AND round = ? ORDER BY holder_id")
                .params(round.offeringId(), round.number())
                .query(AllocationRepository::line)
                .list();
    }

    /** Who is included, with how many shares, by the latest round; nobody while that is not approved. */
    public List<Line> included(String offeringId) {
        return find(offeringId).filter(round -> round.approvedBy() != null).map(this::lines).orElse(List.of()).stream()
                .filter(line -> line.allocated().signum() > 0)
                .toList();
    }

    public List<OtherSeller> others(Round round) {
        return jdbc.sql("SELECT * FROM allocation_other WHERE offering_id = ? AND round = ? ORDER BY line")
                .params(round.offeringId(), round.number())
                .query(AllocationRepository::other)
                .list();
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        String imposedBy = row.getString("imposed_by");
        String rule = row.getString("rule");
        return new Round(
                row.getString("offering_id"),
                row.getInt("round"),
                imposedBy == null ? null : Party.valueOf(imposedBy),
                whole(row, "available"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                row.getObject("snapshot_on", LocalDate.class),
                rule == null ? null : Cutback.Rule.valueOf(rule),
                whole(row, "total_allocated"),
                whole(row, "unallocated"),
                row.getObject("parity_holds", Boolean.class),
                row.getBoolean("approved") ? row.getString("approved_by") : null);
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("holder_id"),
                whole(row, "held"),
                whole(row, "requested"),
                row.getString("exact"),
                whole(row, "allocated"),
                whole(row, "excluded"));
    }

    private static OtherSeller other(ResultSet row, int number) throws SQLException {
        return new OtherSeller(
                row.getString("seller"),
                SecurityClass.valueOf(row.getString("security_class")),
                whole(row, "entitled_held"),
                whole(row, "requested"),
                whole(row, "included"),
                row.getBoolean("participating"),
                row.getBoolean("has_agreement"),
                row.getBoolean("exercised_rights"));
    }

    private static BigDecimal decimal(BigInteger value) {
        return value == null ? null : new BigDecimal(value);
    }

    private static BigInteger whole(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : value.toBigIntegerExact();
    }
}
