package org.registrationrights.document;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.registrationrights.agreement.Refusal;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents with their bytes. There is no way to change one or to take one out. */
@Repository
public class DocumentRepository {

    private static final String COLUMNS =
            "id, offering_id, holder_id, kind, created_at, created_by, sha256, media_type, pages";

    private static final RowMapper<Document> DOCUMENT = (row, number) -> new Document(
            row.getString("id"),
            row.getString("offering_id"),
            row.getString("holder_id"),
            DocumentKind.valueOf(row.getString("kind")),
            row.getObject("created_at", java.time.OffsetDateTime.class).toInstant(),
            row.getString("created_by"),
            row.getString("sha256"),
            row.getString("media_type"),
            row.getInt("pages"));

    private final JdbcClient jdbc;

    DocumentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean exists(String id) {
        return find(id).isPresent();
    }

    public Optional<Document> find(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM document WHERE id = ?")
                .param(id)
                .query(DOCUMENT)
                .optional();
    }

    public List<Document> find(List<String> ids) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM document WHERE id IN (:ids)")
                .param("ids", ids)
                .query(DOCUMENT)
                .list();
    }

    /** @throws Refusal for an id that no document has */
    public byte[] bytes(String id) {
        return jdbc.sql("SELECT bytes FROM document WHERE id = ?")
                .param(id)
                .query((row, number) -> row.getBytes("bytes"))
                .optional()
                .orElseThrow(() -> Refusal.unknown("documentId", id + " is no document"));
    }

    /** In the order in which they were drawn up. */
    public List<Document> ofOffering(String offeringId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM document WHERE offering_id = ? ORDER BY created_at, id")
                .param(offeringId)
                .query(DOCUMENT)
                .list();
    }

    /** The last one of its kind that was drawn up. */
    public Optional<Document> latest(String offeringId, DocumentKind kind) {
        return ofOffering(offeringId).stream()
                .filter(document -> document.kind() == kind)
                .reduce((earlier, later) -> later);
    }

    public void insert(Document document, byte[] bytes) {
        jdbc.sql("INSERT INTO document (" + COLUMNS + ", bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        document.id(),
                        document.offeringId(),
                        document.holderId(),
                        document.kind().name(),
                        document.createdAt().atOffset(ZoneOffset.UTC),
                        document.createdBy(),
                        document.sha256(),
                        document.mediaType(),
                        document.pages(),
                        bytes)
                .update();
    }
}
