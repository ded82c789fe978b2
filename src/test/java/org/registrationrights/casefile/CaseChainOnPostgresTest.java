package org.registrationrights.casefile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class CaseChainOnPostgresTest extends CaseChainStory {

    private static EmbeddedPostgres postgres;
    private static int databases;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD)
                .start();
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("CREATE ROLE application LOGIN")
                .update();
    }

    @AfterAll
    static void end() throws IOException {
        postgres.close();
    }

    @Override
    DataSource newDatabase() {
        databases++;
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("CREATE DATABASE case_file_" + databases + " OWNER application")
                .update();
        return postgres.getDatabase("application", "case_file_" + databases);
    }

    @Override
    String vendor() {
        return "postgresql";
    }

    @Override
    void tamper(String... statements) {
        JdbcClient jdbc = superuser();
        jdbc.sql("ALTER TABLE case_entry DISABLE TRIGGER ALL").update();
        jdbc.sql("ALTER TABLE case_seal DISABLE TRIGGER ALL").update();
        jdbc.sql("ALTER TABLE case_chain DISABLE TRIGGER ALL").update();
        for (String statement : statements) {
            jdbc.sql(statement).update();
        }
    }

    private static JdbcClient superuser() {
        return JdbcClient.create(postgres.getDatabase("postgres", "case_file_" + databases));
    }

    /** Such a session skips the triggers of others, and the checks of foreign keys. */
    @Test
    void aSessionThatReplicatesIsRefusedToo() {
        var connection = new SingleConnectionDataSource(
                postgres.getJdbcUrl("postgres", "case_file_" + databases), "postgres", "", true);
        JdbcClient jdbc = JdbcClient.create(connection);
        jdbc.sql("SET session_replication_role = replica").update();

        assertThatThrownBy(() -> jdbc.sql("TRUNCATE TABLE case_entry CASCADE").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("the case file only grows: no TRUNCATE of case_entry");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM case_seal").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("the case file only grows: no DELETE of case_seal");
        connection.destroy();
    }
}
