package org.registrationrights.offering;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.Offering.Kind;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.Offering.Registration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The offerings and the facts of their registration. */
@Repository
public class OfferingRepository {

    private final JdbcClient jdbc;

    OfferingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number that no offering was ever given, for an id. */
    public long drawNumber(Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO offering_number (drawn_at) VALUES (?)")
                .param(now.atOffset(ZoneOffset.UTC))
                .update(key, "n");
        return key.getKey().longValue();
    }

    /** @throws Refusal where the id is taken */
    public void insert(Offering offering) {
        try {
            jdbc.sql("""
                    INSERT INTO offering (id, name, kind, underwritten, managing_underwriter, company_shares,
                                          determined_at, gate, phase)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            offering.id(),
                            offering.name(),
                            offering.kind().name(),
                            offering.underwritten(),
                            offering.managingUnderwriter(),
                            new BigDecimal(offering.companyShares()),
                            offering.determinedAt().atOffset(ZoneOffset.UTC),
                            offering.gate().name(),
                            offering.phase().name())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("businessKey", offering.id() + " is already the id of another offering");
        }
    }

    public boolean exists(String id) {
        return find(id).isPresent();
    }

    public Optional<Offering> find(String id) {
        return jdbc.sql("SELECT * FROM offering WHERE id = ?")
                .param(id)
                .query(OfferingRepository::offering)
                .optional();
    }

    /** @throws Refusal where nobody knows the id */
    public Offering get(String id) {
        return find(id).orElseThrow(() -> Refusal.unknown("offeringId", "there is no offering " + id));
    }

    /** Takes the offering for this transaction, so that two facts about it follow one another. */
    public Offering lock(String id) {
        return jdbc.sql("SELECT * FROM offering WHERE id = ? FOR UPDATE")
                .param(id)
                .query(OfferingRepository::offering)
                .optional()
                .orElseThrow(() -> Refusal.unknown("offeringId", "there is no offering " + id));
    }

    /** The latest determination first. */
    public List<Offering> all() {
        return jdbc.sql("SELECT * FROM offering ORDER BY determined_at DESC, id")
                .query(OfferingRepository::offering)
                .list();
    }

    /** A withdrawn offering stays withdrawn, whatever was still under way. */
    public void enter(String id, Phase phase) {
        jdbc.sql("UPDATE offering SET phase = ? WHERE id = ? AND withdrawn_at IS NULL")
                .params(phase.name(), id)
                .update();
    }

    public void signedByCompany(String id, LocalDate signedOn, String evidence) {
        update(id, "company_signed_on = ?, company_signature = ?", signedOn, evidence);
    }

    public void filed(String id, String fileNumber, LocalDate filedOn) {
        update(id, "file_number = ?, filed_on = ?", fileNumber, filedOn);
        enter(id, Phase.FILED);
    }

    public void appointed(String id, String transferAgent, String registrar, String cusip) {
        update(id, "transfer_agent = ?, registrar = ?, cusip = ?", transferAgent, registrar, cusip);
    }

    public void effective(String id, Instant effectiveAt) {
        update(id, "effective_at = ?", effectiveAt.atOffset(ZoneOffset.UTC));
        enter(id, Phase.EFFECTIVE);
    }

    /** @param closedOn the day of the final closing */
    public void closed(String id, LocalDate closedOn) {
        update(id, "closed_on = ?", closedOn);
        enter(id, Phase.CLOSED);
    }

    /** @param suspendedAt null where the registration goes on */
    public void suspended(String id, Instant suspendedAt) {
        update(id, "suspended_at = ?", suspendedAt == null ? null : suspendedAt.atOffset(ZoneOffset.UTC));
    }

    public void withdrawn(String id, Instant withdrawnAt) {
        enter(id, Phase.WITHDRAWN);
        update(id, "withdrawn_at = ?", withdrawnAt.atOffset(ZoneOffset.UTC));
    }

    private void update(String id, String columns, Object... values) {
        JdbcClient.StatementSpec statement = jdbc.sql("UPDATE offering SET " + columns + " WHERE id = ?");
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.param(id).update();
    }

    private static Offering offering(ResultSet row, int number) throws SQLException {
        return new Offering(
                row.getString("id"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("underwritten"),
                row.getString("managing_underwriter"),
                row.getBigDecimal("company_shares").toBigIntegerExact(),
                instant(row, "determined_at"),
                OfferingGate.Result.valueOf(row.getString("gate")),
                Phase.valueOf(row.getString("phase")),
                new Registration(
                        row.getObject("company_signed_on", LocalDate.class),
                        row.getString("company_signature"),
                        row.getString("file_number"),
                        row.getObject("filed_on", LocalDate.class),
                        row.getString("transfer_agent"),
                        row.getString("registrar"),
                        row.getString("cusip"),
                        instant(row, "effective_at"),
                        row.getObject("closed_on", LocalDate.class),
                        instant(row, "suspended_at"),
                        instant(row, "withdrawn_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
