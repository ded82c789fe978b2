package org.registrationrights.config;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.h2.api.Trigger;

/** What H2 does to the case file by itself; a migration names these classes. PostgreSQL has functions of its own. */
public final class CaseFileTriggers {

    private CaseFileTriggers() {}

    /** Refuses every change of what was written. */
    public static class OnlyGrows implements Trigger {

        private String table;

        @Override
        public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
            this.table = table.toLowerCase(Locale.ROOT);
        }

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
            throw new SQLIntegrityConstraintViolationException(
                    "the case file only grows: no change of " + table, "23000");
        }
    }

    /** Puts the database's own time on an entry, whatever the writer says. */
    public static class Stamped implements Trigger {

        private int column;

        @Override
        public void init(Connection connection, String schema, String trigger, String table, boolean before, int type)
                throws SQLException {
            try (PreparedStatement query = connection.prepareStatement("""
                    SELECT ordinal_position FROM information_schema.columns
                    WHERE table_schema = ? AND table_name = ? AND column_name = 'STORED_AT'
                    """)) {
                query.setString(1, schema);
                query.setString(2, table);
                var row = query.executeQuery();
                row.next();
                column = row.getInt(1) - 1;
            }
        }

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            after[column] = OffsetDateTime.now(ZoneOffset.UTC);
        }
    }

    /** Puts an entry among those to be sealed, in its own transaction. */
    public static class ToBeSealed implements Trigger {

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO case_entry_unsealed VALUES (?)")) {
                insert.setObject(1, after[0]);
                insert.executeUpdate();
            }
        }
    }
}
