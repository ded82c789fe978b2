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
import java.util.Optional;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.LimitAuthority.Party;
import org.registrationrights.offering.OtherSeller.SecurityClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The allocation of an offering, round by round: each limitation that is entered begins a new one. */
@Repository
public class AllocationRepository {

    /**
     * @param overallLimit what {@code available} was worked out from, where only a limit of the whole offering was stated
     * @param carriedOver whether the limitation was decided on in an earlier round and stands
     * @param restDealtOut whether counsel dealt out what the product left over
     * @param approvedBy null while nobody has approved it
     * @param ground of dealing out the rest, or of sending the figures back
     */
    public record Round(
            String offeringId,
            int number,
            Party imposedBy,
            BigInteger available,
            BigInteger overallLimit,
            Instant decidedAt,
            String decidedBy,
            LocalDate snapshotOn,
            Cutback.Rule rule,
            BigInteger totalAllocated,
            BigInteger unallocated,
            Boolean parityHolds,
            boolean carriedOver,
            boolean restDealtOut,
            boolean sentBack,
            String approvedBy,
            String ground) {

        /** Whether what it says about the market stands, whoever the Holders are that it is applied to. */
        public boolean limitationStands() {
            return awaitsHolders() || snapshotOn != null && Boolean.TRUE.equals(parityHolds) && !sentBack;
        }

        /** Whether the limitation still waits for the Holders that it is applied to. */
        public boolean awaitsHolders() {
            return carriedOver && snapshotOn == null;
        }
    }

    /** One requesting Holder; the last three are null until the requests are cut back. */
    public record Line(
            String holderId,
            BigInteger held,
            BigInteger requested,
            String exact,
            BigInteger allocated,
            BigInteger excluded) {}

    private final JdbcClient jdbc;

    AllocationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins the next round; returns its number. */
    public int begin(String offeringId, Limitation limitation, Instant decidedAt, String decidedBy) {
        int number = nextNumber(offeringId);
        jdbc.sql("""
                INSERT INTO allocation_round
                    (offering_id, round, limitation_imposed, imposed_by, available, overall_limit, decided_at, decided_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        offeringId,
                        number,
                        limitation.imposed(),
                        limitation.imposedBy() == null
                                ? null
                                : limitation.imposedBy().name(),
                        decimal(limitation.available()),
                        decimal(limitation.overallLimit()),
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

    /** Begins a round on the limitation of an earlier one, which stands although the Holders have changed. */
    public void carryOver(Round round) {
        int number = nextNumber(round.offeringId());
        jdbc.sql("""
                INSERT INTO allocation_round
                    (offering_id, round, limitation_imposed, imposed_by, available, overall_limit, decided_at, decided_by,
                     carried_over)
                SELECT offering_id, ?, limitation_imposed, imposed_by, available, overall_limit, decided_at, decided_by,
                       TRUE
                FROM allocation_round WHERE offering_id = ? AND round = ?
                """).params(number, round.offeringId(), round.number()).update();
        jdbc.sql("""
                INSERT INTO allocation_other
                SELECT offering_id, ?, line, seller, security_class, entitled_held, requested, included, participating,
                       has_agreement, exercised_rights
                FROM allocation_other WHERE offering_id = ? AND round = ?
                """).params(number, round.offeringId(), round.number()).update();
    }

    private int nextNumber(String offeringId) {
        return jdbc.sql("SELECT COALESCE(MAX(round), 0) + 1 FROM allocation_round WHERE offering_id = ?")
                .param(offeringId)
                .query(Integer.class)
                .single();
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
        cutback.exact()
                .forEach((holder, exact) -> jdbc.sql("""
                        UPDATE allocation_line SET exact = ? WHERE offering_id = ? AND round = ? AND holder_id = ?
                        """)
                        .params(exact.toString(), round.offeringId(), round.number(), holder)
                        .update());
        allocate(round, cutback.shares());
    }

    /** Each Holder's shares with what the product left over. */
    public void dealOut(Round round, DealtOut dealtOut) {
        jdbc.sql("""
                UPDATE allocation_round SET rest_dealt_out = TRUE, total_allocated = ?, unallocated = ?
                WHERE offering_id = ? AND round = ?
                """)
                .params(
                        decimal(dealtOut.totalAllocated()),
                        decimal(dealtOut.unallocated()),
                        round.offeringId(),
                        round.number())
                .update();
        allocate(round, dealtOut.shares());
    }

    private void allocate(Round round, List<Cutback.Share> shares) {
        for (Cutback.Share share : shares) {
            jdbc.sql("""
                    UPDATE allocation_line SET allocated = ?, excluded = ?
                    WHERE offering_id = ? AND round = ? AND holder_id = ?
                    """)
                    .params(
                            decimal(share.allocated()),
                            decimal(share.excluded()),
                            round.offeringId(),
                            round.number(),
                            share.request().holder())
                    .update();
        }
    }

    /** @param ground of dealing out the rest or of sending the figures back; null where none was given */
    public void decided(Round round, boolean approved, String ground, String by, Instant at) {
        jdbc.sql("""
                UPDATE allocation_round SET approved = ?, ground = ?, approved_by = ?, approved_at = ?
                WHERE offering_id = ? AND round = ?
                """)
                .params(approved, ground, by, at.atOffset(ZoneOffset.UTC), round.offeringId(), round.number())
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
                whole(row, "overall_limit"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                row.getObject("snapshot_on", LocalDate.class),
                rule == null ? null : Cutback.Rule.valueOf(rule),
                whole(row, "total_allocated"),
                whole(row, "unallocated"),
                row.getObject("parity_holds", Boolean.class),
                row.getBoolean("carried_over"),
                row.getBoolean("rest_dealt_out"),
                Boolean.FALSE.equals(row.getObject("approved", Boolean.class)),
                row.getBoolean("approved") ? row.getString("approved_by") : null,
                row.getString("ground"));
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
