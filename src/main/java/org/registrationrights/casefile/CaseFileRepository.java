package org.registrationrights.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.registrationrights.agreement.Clause;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Case files grow only at the end, in the transaction of the fact that they record. */
@Repository
public class CaseFileRepository {

    private static final Map<String, Clause> CLAUSES =
            Arrays.stream(Clause.values()).collect(Collectors.toMap(Clause::id, Function.identity()));

    private static final String INSERT = """
        INSERT INTO case_entry
            (offering_id, holder_id, matter_id, clause, event, actor, happened_at, recorded_at,
             inputs, policies, result, documents)
        VALUES
            (:offering, :holder, :matter, :clause, :event, :actor, :happened, :recorded,
             :inputs, :policies, :result, :documents)
        """;
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final ObjectMapper json;
    private final ObjectReader values;
    private final ObjectReader texts;

    CaseFileRepository(JdbcClient jdbc, NamedParameterJdbcOperations batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.values = json.readerFor(new TypeReference<Map<String, Object>>() {})
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        this.texts = json.readerFor(new TypeReference<Map<String, String>>() {});
    }

    public void append(CaseEntry entry) {
        jdbc.sql(INSERT).paramSource(parameters(entry)).update();
    }

    public void append(List<CaseEntry> entries) {
        batches.batchUpdate(INSERT, entries.stream().map(this::parameters).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource parameters(CaseEntry entry) {
        return new MapSqlParameterSource()
                .addValue("offering", entry.offeringId(), Types.VARCHAR)
                .addValue("holder", entry.holderId(), Types.VARCHAR)
                .addValue("matter", entry.matterId(), Types.VARCHAR)
                .addValue("clause", entry.clause().id())
                .addValue("event", entry.event())
                .addValue("actor", entry.actor())
                .addValue("happened", entry.happenedAt().atOffset(ZoneOffset.UTC))
                .addValue("recorded", entry.recordedAt().atOffset(ZoneOffset.UTC))
                .addValue("inputs", text(entry.inputs()))
                .addValue("policies", text(entry.policies()))
                .addValue("result", text(entry.result()))
                .addValue("documents", text(entry.documents()));
    }

    /** The case file of a subject, in the order in which it was written; read page by page as it is consumed. */
    public Stream<FiledEntry> read(CaseSubject subject) {
        return Stream.iterate(
                        page(subject, 0),
                        page -> !page.isEmpty(),
                        page -> page(subject, page.get(page.size() - 1).id()))
                .flatMap(List::stream);
    }

    /** How many entries there are by now. */
    public long count(CaseSubject subject) {
        return statement("SELECT COUNT(*) FROM case_entry e", subject, "TRUE")
                .query(Long.class)
                .single();
    }

    static Clause clause(String id) {
        return CLAUSES.get(id);
    }

    private List<FiledEntry> page(CaseSubject subject, long afterId) {
        // the same for all rows of a page, and what H2 needs to see that the index has them in order
        String indexed = subject.offeringId() != null
                ? "e.offering_id"
                : subject.holderId() != null ? "e.holder_id" : "e.matter_id";
        return statement(
                        "SELECT e.*, s.position, s.sha256 FROM case_entry e LEFT JOIN case_seal s ON s.entry_id = e.id",
                        subject,
                        "e.id > :after ORDER BY " + indexed + ", e.id FETCH FIRST :most ROWS ONLY")
                .param("after", afterId)
                .param("most", PAGE)
                .query(this::entry)
                .list();
    }

    private JdbcClient.StatementSpec statement(String select, CaseSubject subject, String further) {
        String under = Stream.of(
                        subject.offeringId() == null ? null : "e.offering_id = :offering AND ",
                        subject.holderId() == null ? null : "e.holder_id = :holder AND ",
                        subject.matterId() == null ? null : "e.matter_id = :matter AND ")
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
        return jdbc.sql(select + " WHERE " + under + further)
                .param("offering", subject.offeringId())
                .param("holder", subject.holderId())
                .param("matter", subject.matterId());
    }

    private FiledEntry entry(ResultSet row, int number) throws SQLException {
        CaseEntry entry = new CaseEntry(
                new CaseSubject(row.getString("offering_id"), row.getString("holder_id"), row.getString("matter_id")),
                clause(row.getString("clause")),
                row.getString("event"),
                row.getString("actor"),
                instant(row, "happened_at"),
                instant(row, "recorded_at"),
                map(values, row.getString("inputs")),
                map(texts, row.getString("policies")),
                map(values, row.getString("result")),
                map(texts, row.getString("documents")));
        return new FiledEntry(
                row.getLong("id"),
                entry,
                instant(row, "stored_at"),
                row.getObject("position", Long.class),
                row.getString("sha256"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private String text(Map<String, ?> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static <T> T map(ObjectReader reader, String text) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
