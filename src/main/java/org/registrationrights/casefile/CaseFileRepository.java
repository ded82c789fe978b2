package org.registrationrights.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
            (offering_id, holder_id, clause, event, actor, happened_at, recorded_at, inputs, policies, result)
        VALUES (:offering, :holder, :clause, :event, :actor, :happened, :recorded, :inputs, :policies, :result)
        """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final ObjectMapper json;

    CaseFileRepository(JdbcClient jdbc, NamedParameterJdbcOperations batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    public void append(CaseEntry entry) {
        jdbc.sql(INSERT).paramSource(parameters(entry)).update();
    }

    public void append(List<CaseEntry> entries) {
        batches.batchUpdate(INSERT, entries.stream().map(this::parameters).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource parameters(CaseEntry entry) {
        return new MapSqlParameterSource()
                .addValue("offering", entry.offeringId())
                .addValue("holder", entry.holderId(), Types.VARCHAR)
                .addValue("clause", entry.clause().id())
                .addValue("event", entry.event())
                .addValue("actor", entry.actor())
                .addValue("happened", entry.happenedAt().atOffset(ZoneOffset.UTC))
                .addValue("recorded", entry.recordedAt().atOffset(ZoneOffset.UTC))
                .addValue("inputs", text(entry.inputs()))
                .addValue("policies", text(entry.policies()))
                .addValue("result", text(entry.result()));
    }

    /** The case file of an offering, in the order in which it was written. */
    public List<CaseEntry> ofOffering(String offeringId) {
        return jdbc.sql("SELECT * FROM case_entry WHERE offering_id = :offering ORDER BY id")
                .param("offering", offeringId)
                .query(this::entry)
                .list();
    }

    private CaseEntry entry(ResultSet row, int number) throws SQLException {
        return new CaseEntry(
                row.getString("offering_id"),
                row.getString("holder_id"),
                CLAUSES.get(row.getString("clause")),
                row.getString("event"),
                row.getString("actor"),
                instant(row, "happened_at"),
                instant(row, "recorded_at"),
                map(row.getString("inputs"), new TypeReference<Map<String, Object>>() {}),
                map(row.getString("policies"), new TypeReference<Map<String, String>>() {}),
                map(row.getString("result"), new TypeReference<Map<String, Object>>() {}));
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

    private <T> T map(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
