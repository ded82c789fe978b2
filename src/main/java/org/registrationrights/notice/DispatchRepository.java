package org.registrationrights.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.register.Holder.NoticeMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters on their way, with their words, and the mailings in which they are printed. */
@Repository
public class DispatchRepository {

    private static final String COLUMNS = "id, offering_id, holder_id, kind, way, addressed_on, name, street, city,"
            + " state, zip, fax, created_at, created_by, mailing";

    private final JdbcClient jdbc;

    DispatchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException where the id is used */
    public void insert(Dispatch dispatch, String words) {
        jdbc.sql("INSERT INTO dispatch (" + COLUMNS
                        + ", words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        dispatch.id(),
                        dispatch.offeringId(),
                        dispatch.holderId(),
                        dispatch.kind().name(),
                        dispatch.way().name(),
                        dispatch.addressedOn(),
                        dispatch.name(),
                        dispatch.street(),
                        dispatch.city(),
                        dispatch.state(),
                        dispatch.zip(),
                        dispatch.fax(),
                        dispatch.createdAt().atOffset(ZoneOffset.UTC),
                        dispatch.createdBy(),
                        dispatch.mailing(),
                        words)
                .update();
    }

    public Optional<Dispatch> find(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM dispatch WHERE id = ?")
                .param(id)
                .query(DispatchRepository::dispatch)
                .optional();
    }

    /** In the order in which they were drawn up. */
    public List<Dispatch> ofOffering(String offeringId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM dispatch WHERE offering_id = ?"
                        + " ORDER BY created_at, CHAR_LENGTH(holder_id), id")
                .param(offeringId)
                .query(DispatchRepository::dispatch)
                .list();
    }

    /** The offerings in which the Holder was written to. */
    public List<String> offeringsOf(String holderId) {
        return jdbc.sql("SELECT DISTINCT offering_id FROM dispatch WHERE holder_id = ? AND offering_id IS NOT NULL"
                        + " ORDER BY offering_id")
                .param(holderId)
                .query(String.class)
                .list();
    }

    /** How many letters of a kind the Holder was sent in an offering. */
    public long ofHolder(String offeringId, String holderId, DocumentKind kind) {
        return jdbc.sql("SELECT COUNT(*) FROM dispatch WHERE offering_id = ? AND holder_id = ? AND kind = ?")
                .params(offeringId, holderId, kind.name())
                .query(Long.class)
                .single();
    }

    /** Letters to the Holder of that day and later, in the order of their days. */
    public List<Dispatch> since(String holderId, LocalDate day) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM dispatch WHERE holder_id = ? AND addressed_on >= ?"
                        + " ORDER BY addressed_on, id")
                .params(holderId, day)
                .query(DispatchRepository::dispatch)
                .list();
    }

    /** The words of those that have no document yet, by id. Whoever asks for the same waits until this is done. */
    public Map<String, String> lockUntypeset(List<String> ids) {
        jdbc.sql("SELECT id FROM dispatch WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", ids)
                .query(String.class)
                .list();
        Map<String, String> words = new HashMap<>();
        jdbc.sql("""
                SELECT id, words FROM dispatch WHERE id IN (:ids)
                AND NOT EXISTS (SELECT 1 FROM document WHERE document.id = dispatch.id)
                """).param("ids", ids).query(row -> {
            words.put(row.getString("id"), row.getString("words"));
        });
        return words;
    }

    /**
     * Puts all letters of a kind that are in no mailing into the next one. Under the offering's lock.
     *
     * @throws Refusal where there are none
     */
    public Mailing mail(String offeringId, DocumentKind kind, Instant at, String by) {
        int number = mailings(offeringId).size() + 1;
        int letters = jdbc.sql("UPDATE dispatch SET mailing = ? WHERE offering_id = ? AND kind = ? AND mailing IS NULL")
                .params(number, offeringId, kind.name())
                .update();
        if (letters == 0) {
            throw Refusal.conflict("kind", "no letter of kind " + kind + " waits to be mailed in " + offeringId);
        }
        jdbc.sql(
                        "INSERT INTO mailing (offering_id, n, kind, letters, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?)")
                .params(offeringId, number, kind.name(), letters, at.atOffset(ZoneOffset.UTC), by)
                .update();
        return mailing(offeringId, number);
    }

    public List<Mailing> mailings(String offeringId) {
        return jdbc.sql("SELECT * FROM mailing WHERE offering_id = ? ORDER BY n")
                .param(offeringId)
                .query((row, number) -> new Mailing(
                        row.getString("offering_id"),
                        row.getInt("n"),
                        DocumentKind.valueOf(row.getString("kind")),
                        row.getInt("letters"),
                        instant(row, "created_at"),
                        row.getString("created_by")))
                .list();
    }

    /** @throws Refusal for a number that no mailing of the offering has */
    public Mailing mailing(String offeringId, int number) {
        return mailings(offeringId).stream()
                .filter(mailing -> mailing.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("mailing", offeringId + " has no mailing " + number));
    }

    /** The next letters of a mailing as it is printed: one way after the other, the Holders in the order of their ids. */
    public List<Dispatch> printed(Mailing mailing, int offset, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM dispatch WHERE offering_id = ? AND kind = ? AND mailing = ?"
                        + " ORDER BY way, CHAR_LENGTH(holder_id), holder_id, id OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")
                .params(mailing.offeringId(), mailing.kind().name(), mailing.number(), offset, limit)
                .query(DispatchRepository::dispatch)
                .list();
    }

    private static Dispatch dispatch(ResultSet row, int number) throws SQLException {
        return new Dispatch(
                row.getString("id"),
                row.getString("offering_id"),
                row.getString("holder_id"),
                DocumentKind.valueOf(row.getString("kind")),
                NoticeMethod.valueOf(row.getString("way")),
                row.getObject("addressed_on", LocalDate.class),
                row.getString("name"),
                row.getString("street"),
                row.getString("city"),
                row.getString("state"),
                row.getString("zip"),
                row.getString("fax"),
                instant(row, "created_at"),
                row.getString("created_by"),
                row.getObject("mailing", Integer.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
