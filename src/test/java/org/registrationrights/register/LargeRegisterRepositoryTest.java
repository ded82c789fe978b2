package org.registrationrights.register;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Verifies;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The ledger of 100,000 lots as of any day: the database's answer is the rule's, in one statement. */
@Verifies({
    Clause.S1_2_A,
    Clause.S1_7_I,
    Clause.S1_7_II,
    Clause.S1_7_III,
    Clause.S1_7_A,
    Clause.S1_7_B,
    Clause.S1_7_C,
    Clause.S1_7_W,
    Clause.S1_7_X1,
    Clause.S1_7_X2,
    Clause.S1_7_Y,
    Clause.S1_7_Z
})
class LargeRegisterRepositoryTest {

    private static final long SEED = 100_000;
    private static final int LOTS = 100_000;
    private static final int HOLDERS = 2_000;
    private static final int BATCH = 5_000;
    private static final LocalDate FIRST = LocalDate.parse("2001-12-10");
    private static final int DAYS = 40;
    private static final List<Policies> READINGS =
            List.of(Policies.DEFAULTS, Policies.DEFAULTS.with(Map.of("lateJoinder", "NEVER_CURES")));

    /** Remembers what is asked of the database. */
    private static final class Listening extends DelegatingDataSource {

        private final List<String> statements = new ArrayList<>();

        Listening(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().endsWith("Statement")) {
                            statements.add(String.valueOf(arguments == null ? null : arguments[0]));
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    @Test
    void onH2() throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        answersAsTheRule(h2);
    }

    @Test
    void onPostgres() throws SQLException, IOException {
        EmbeddedPostgres.Builder server =
                EmbeddedPostgres.builder().setOutputRedirector(Redirect.DISCARD).setErrorRedirector(Redirect.DISCARD);
        try (EmbeddedPostgres postgres = server.start()) {
            answersAsTheRule(postgres.getPostgresDatabase());
        }
    }

    private static void answersAsTheRule(DataSource database) throws SQLException {
        List<ShareLot> lots = randomLots();
        fill(database, lots);
        Listening listening = new Listening(database);
        RegisterRepository register = new RegisterRepository(JdbcClient.create(listening));
        Set<LotStatus> met = EnumSet.noneOf(LotStatus.class);
        for (int day : List.of(-1, 1, DAYS / 2, DAYS - 2)) {
            LocalDate asOf = FIRST.plusDays(day);
            List<ShareLot> held = lots.stream().filter(lot -> lot.heldOn(asOf)).toList();
            for (Policies policies : READINGS) {
                String which = "seed " + SEED + ", " + asOf + ", " + policies.lateJoinder();
                RegistrableShares.Count expected =
                        RegistrableShares.on(asOf, held, policies).count();
                met.addAll(expected.status().values());

                listening.statements.clear();
                RegistrableShares.Count count = register.countOn(asOf, policies);
                assertThat(listening.statements)
                        .as(which)
                        .singleElement()
                        .asString()
                        .containsOnlyOnce("share_lot");
                // compared so, since a difference between maps as large would fill the console
                assertThat(count.equals(expected)).as(which).isTrue();

                listening.statements.clear();
                List<Holding> holdings = register.holdersOn(asOf, policies);
                assertThat(listening.statements)
                        .as(which)
                        .singleElement()
                        .asString()
                        .containsOnlyOnce("share_lot");
                assertThat(holdings).as(which).hasSameSizeAs(expected.byHolder().keySet());
                assertThat(holdings)
                        .as(which)
                        .allMatch(holding -> holding.registrable()
                                .equals(expected.byHolder().get(holding.holder().id())));
            }
        }
        assertThat(met).as("seed %d", SEED).containsExactlyInAnyOrder(LotStatus.values());
    }

    private static List<ShareLot> randomLots() {
        Random random = new Random(SEED);
        return IntStream.range(0, LOTS)
                .mapToObj(i -> Lots.random("L-" + i, "H-" + random.nextInt(HOLDERS), FIRST, DAYS, random))
                .toList();
    }

    private static void fill(DataSource database, List<ShareLot> lots) throws SQLException {
        try (Connection connection = database.getConnection()) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/common/V2__register.sql"));
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO holder (id, name, person_type, role, preferred_method)
                    VALUES (?, 'Ann Example', 'INDIVIDUAL', 'OTT_SHAREHOLDER', 'MAIL')
                    """)) {
                for (int i = 0; i < HOLDERS; i++) {
                    insert.setString(1, "H-" + i);
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            }
            List<String> columns = new ArrayList<>(List.of(
                    "lot",
                    "holder_id",
                    "shares",
                    "source",
                    "held_from",
                    "held_until",
                    "complies_with_law",
                    "to_competitor"));
            for (LotDate date : LotDate.values()) {
                columns.add(date.column());
            }
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO share_lot ("
                    + String.join(", ", columns) + ") VALUES ("
                    + Collections.nCopies(columns.size(), "?").stream().collect(joining(", ")) + ")")) {
                for (int i = 0; i < lots.size(); i++) {
                    set(insert, lots.get(i));
                    insert.addBatch();
                    if ((i + 1) % BATCH == 0) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
            }
        }
    }

    private static void set(PreparedStatement insert, ShareLot lot) throws SQLException {
        insert.setString(1, lot.lot());
        insert.setString(2, lot.holder());
        insert.setBigDecimal(3, new BigDecimal(lot.shares()));
        insert.setString(4, lot.source().name());
        insert.setObject(5, lot.heldFrom());
        insert.setObject(6, lot.heldUntil());
        insert.setBoolean(7, lot.compliesWithLaw());
        insert.setBoolean(8, lot.toCompetitor());
        for (LotDate date : LotDate.values()) {
            insert.setObject(9 + date.ordinal(), lot.on(date));
        }
    }
}
