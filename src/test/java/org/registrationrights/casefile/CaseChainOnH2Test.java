package org.registrationrights.casefile;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.simple.JdbcClient;

class CaseChainOnH2Test extends CaseChainStory {

    private DataSource database;

    @Override
    DataSource newDatabase() {
        database = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        return database;
    }

    @Override
    String vendor() {
        return "h2";
    }

    @Override
    void tamper(String... statements) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("DROP TRIGGER IF EXISTS case_entry_only_grows").update();
        jdbc.sql("DROP TRIGGER IF EXISTS case_seal_only_grows").update();
        jdbc.sql("DROP TRIGGER IF EXISTS case_entry_is_stamped").update();
        jdbc.sql("DROP TRIGGER IF EXISTS case_entry_is_to_be_sealed").update();
        jdbc.sql("SET REFERENTIAL_INTEGRITY FALSE").update();
        for (String statement : statements) {
            jdbc.sql(statement).update();
        }
    }
}
