package org.registrationrights.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.registrationrights.register.Lots.held;
import static org.registrationrights.register.Lots.merger;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.register.Holder.NoticeMethod;
import org.registrationrights.register.Holder.PersonType;
import org.registrationrights.register.Holder.Role;
import org.registrationrights.register.ParsedRegister.Row;
import org.registrationrights.register.ShareLot.Source;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.support.TransactionTemplate;

class RegisterRepositoryTest {

    private static final LocalDate DAY = LocalDate.parse("2002-01-10");
    private static final LocalDate EFFECTIVE = LocalDate.parse("2002-02-15");
    private static final LocalDate SOLD = LocalDate.parse("2002-02-20");
    private static final Policies POLICIES = Policies.DEFAULTS;

    private DataSource database;
    private RegisterRepository register;

    @BeforeEach
    void emptyRegister() throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database = h2;
        try (Connection connection = database.getConnection()) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/common/V2__register.sql"));
        }
        register = new RegisterRepository(JdbcClient.create(database));
    }

    @Test
    void givesBackWhatWasImported() {
        ParsedRegister sample = SampleRegisterTest.sample();
        register.importRegister(sample);
        assertThat(register.holders())
                .containsExactlyElementsOf(
                        sample.holders().stream().map(Row::holder).toList());
        for (Row row : sample.holders()) {
            String id = row.holder().id();
            assertThat(register.holder(id)).isEqualTo(row.holder());
            assertThat(register.addressOn(id, DAY)).isEqualTo(row.address());
            assertThat(register.lots(id))
                    .containsExactlyInAnyOrderElementsOf(sample.lots().stream()
                            .filter(lot -> lot.holder().equals(id))
                            .toList());
        }
    }

    @Test
    void aLotKeepsEveryFactInItsOwnColumn() {
        Map<LotDate, LocalDate> dates = new EnumMap<>(LotDate.class);
        for (LotDate date : LotDate.values()) {
            dates.put(date, DAY.plusDays(date.ordinal()));
        }
        ShareLot lot = new ShareLot(
                "L-1",
                "H-1",
                new BigInteger("99999999999999999999999999999999999999"),
                Source.OTHER,
                null,
                DAY.minusDays(2),
                DAY.minusDays(1),
                dates,
                true,
                false);
        importLots(lot);
        assertThat(register.lots("H-1")).containsExactly(lot);
    }

    @Test
    void aLotIsHeldFromItsFirstDayToBeforeTheDayItIsGivenAway() {
        importLots(held(merger("L-1", "H-1", 1), DAY.toString(), DAY.plusDays(1).toString()));
        assertThat(register.lotsHeldOn(DAY.minusDays(1))).isEmpty();
        assertThat(register.lotsHeldOn(DAY)).hasSize(1);
        assertThat(register.lotsHeldOn(DAY.plusDays(1))).isEmpty();
        assertThat(register.countOn(DAY.minusDays(1), POLICIES).status()).isEmpty();
        assertThat(register.registrable("H-1", DAY, POLICIES)).isEqualTo(BigInteger.ONE);
        assertThat(register.registrable("H-1", DAY.plusDays(1), POLICIES)).isZero();
    }

    @Test
    @Verifies({
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
    void theQueryAndTheRuleAgreeOnEveryLot() {
        long seed = 20020110;
        Random random = new Random(seed);
        List<ShareLot> lots = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            lots.add(Lots.random("L-" + i, "H-" + random.nextInt(300), DAY, 4, random));
        }
        importLots(lots.toArray(ShareLot[]::new));
        Set<LotStatus> met = EnumSet.noneOf(LotStatus.class);
        for (Policies policies : List.of(POLICIES, POLICIES.with(Map.of("lateJoinder", "NEVER_CURES")))) {
            for (int day = -1; day <= 4; day++) {
                LocalDate asOf = DAY.plusDays(day);
                RegistrableShares.Count expected = RegistrableShares.on(
                                asOf,
                                lots.stream().filter(lot -> lot.heldOn(asOf)).toList(),
                                policies)
                        .count();
                assertThat(register.countOn(asOf, policies))
                        .as("seed %s, %s, %s", seed, asOf, policies.lateJoinder())
                        .isEqualTo(expected);
                assertThat(register.lotsHeldOn(asOf)).hasSize(expected.status().size());
                assertThat(register.holdersOn(asOf, policies))
                        .as("seed %s, %s, %s", seed, asOf, policies.lateJoinder())
                        .allSatisfy(holding -> assertThat(holding.registrable())
                                .isEqualTo(
                                        expected.byHolder().get(holding.holder().id())))
                        .hasSameSizeAs(expected.byHolder().keySet());
                met.addAll(expected.status().values());
            }
        }
        assertThat(met).containsExactlyInAnyOrder(LotStatus.values());
    }

    @Test
    @Verifies({Clause.S1_2_A, Clause.S1_2_B})
    void theHoldersOfADayHaveRegistrableSharesAndTheRights() {
        register.importRegister(SampleRegisterTest.sample());
        assertThat(register.holdersOn(DAY, POLICIES))
                .extracting(holding -> holding.holder().id() + " " + holding.registrable())
                .containsExactly(
                        "H-1 600000",
                        "H-2 450000",
                        "H-3 450000",
                        "H-4 240000",
                        "H-5 200000",
                        "H-6 90000",
                        "H-7 60000",
                        "H-9 150000",
                        "H-12 75000");
        assertThat(register.registrable("H-10", DAY, POLICIES)).isEqualTo(BigInteger.valueOf(50_000));
        // between its purchase and its joinder the buyer had no rights
        assertThat(register.holdersOn(LocalDate.parse("2001-10-04"), POLICIES))
                .extracting(holding -> holding.holder().id())
                .contains("H-3")
                .doesNotContain("H-9");
    }

    @Test
    void namesWhoIsNotInTheRegister() {
        assertRefused("holderId", Refusal.Kind.UNKNOWN, () -> register.holder("H-99"));
        assertRefused("holderId", Refusal.Kind.UNKNOWN, () -> register.lots("H-99"));
        assertRefused("holderId", Refusal.Kind.UNKNOWN, () -> register.addressOn("H-99", DAY));
        assertRefused("holderId", Refusal.Kind.UNKNOWN, () -> register.registrable("H-99", DAY, POLICIES));
    }

    @Test
    void theAddressOfRecordIsTheLatestThatWasValid() {
        importLots(merger("L-1", "H-1", 1));
        JdbcClient.create(database).sql("""
            INSERT INTO holder_address
            SELECT holder_id, 'New Street', city, state, zip, fax, 'Notice', DATE '2002-01-11'
            FROM holder_address
            """).update();
        assertThat(register.addressOn("H-1", DAY).street()).isEqualTo("1 Street");
        assertThat(register.addressOn("H-1", DAY.plusDays(1)).street()).isEqualTo("New Street");
        assertThat(faults(row(2, merger("L-2", "H-1", 1)))).contains("2 street", "2 addressValidFrom");
        assertRefused("holderId", Refusal.Kind.UNKNOWN, () -> register.addressOn("H-1", Lots.MERGER_DAY.minusDays(1)));
    }

    @Test
    void importsMoreLotsForAKnownHolderButNothingThatContradictsTheRegister() {
        importLots(merger("L-1", "H-1", 1));
        importLots(merger("L-2", "H-1", 1));
        assertThat(register.lots("H-1")).hasSize(2);

        importLots(merger("L-8", "H-8", 1));
        Row sound = row(3, merger("L-3", "H-1", 1));
        Row again = row(4, merger("L-1", "H-1", 1));
        Row moved = new Row(5, again.holder(), movedTo("Elsewhere", again.address()), merger("L-4", "H-1", 1));
        assertThat(faults(sound, again)).containsExactly("4 lot");
        assertThat(faults(moved)).containsExactly("5 street");
        Row other = row(6, merger("L-9", "H-8", 1));
        assertThat(faults(again, new Row(6, other.holder(), movedTo("Elsewhere", other.address()), other.lot())))
                .containsExactly("4 lot", "6 street");
        assertThat(register.lots("H-1")).hasSize(2);
    }

    @Test
    @Verifies(Clause.S1_7_III)
    void importsALotOnlyWithItsDescent() {
        importLots(
                held(merger("L-1", "H-1", 100), null, "2002-01-10"),
                merger("L-2", "H-1", 100),
                of("L-3", Source.OPEN_MARKET, null, null));
        String closed = "2002-01-10";
        assertThat(faults(row(2, of("L-9", Source.MERGER, "L-8", closed)))).containsExactly("2 parentLot");
        assertThat(faults(row(2, of("L-9", Source.MERGER, "L-9", closed)))).containsExactly("2 parentLot");
        assertThat(faults(row(2, of("L-9", Source.MERGER, "L-2", closed)))).containsExactly("2 parentLot");
        assertThat(faults(row(2, of("L-9", Source.MERGER, "L-1", "2002-01-09"))))
                .containsExactly("2 parentLot");
        assertThat(faults(row(2, of("L-9", Source.WARRANT_EXERCISE, "L-1", closed))))
                .containsExactly("2 parentLot");
        assertThat(faults(row(2, of("L-9", Source.DERIVED, "L-3", null)))).containsExactly("2 parentLot");
        importLots(
                of("L-4", Source.MERGER, "L-1", closed),
                of("L-5", Source.DERIVED, "L-4", null),
                of("L-6", Source.DERIVED, "L-5", null));
        assertThat(register.lotsHeldOn(DAY)).extracting(ShareLot::lot).contains("L-4", "L-5", "L-6");
    }

    @Test
    @Verifies(Clause.S1_7_W)
    void aWholeLotThatIsSoldCeases() {
        register.importRegister(SampleRegisterTest.sample());
        List<ShareLot> sold = dispose(new StatementSale("H-9", BigInteger.valueOf(150_000), SOLD, null));
        assertThat(sold).extracting(ShareLot::lot).containsExactly("L-6.2");
        assertThat(register.lots("H-9")).isEqualTo(sold);
        assertThat(register.registrable("H-9", SOLD.minusDays(1), POLICIES)).isEqualTo(BigInteger.valueOf(150_000));
        assertThat(register.registrable("H-9", SOLD, POLICIES)).isZero();
    }

    @Test
    @Verifies(Clause.S1_7_W)
    void ofALotSoldInPartTheRestStays() {
        register.importRegister(SampleRegisterTest.sample());
        ShareLot before = register.lots("H-7").get(0);
        List<ShareLot> sold = dispose(new StatementSale("H-7", BigInteger.valueOf(25_000), SOLD, null));

        assertThat(register.lots("H-7"))
                .containsExactly(
                        held(before, null, SOLD.toString()),
                        register.lots("H-7").get(1),
                        before.part("L-14.1", BigInteger.valueOf(25_000), SOLD, null)
                                .disposed(SOLD, EFFECTIVE),
                        before.part("L-14.2", BigInteger.valueOf(35_000), SOLD, null));
        assertThat(sold).extracting(ShareLot::lot).containsExactly("L-14.1");
        assertThat(register.registrable("H-7", SOLD.minusDays(1), POLICIES)).isEqualTo(BigInteger.valueOf(60_000));
        assertThat(register.registrable("H-7", SOLD, POLICIES)).isEqualTo(BigInteger.valueOf(35_000));
        assertThat(register.countOn(SOLD, POLICIES).status())
                .doesNotContainKey("L-14")
                .containsEntry("L-14.1", LotStatus.CEASED_W)
                .containsEntry("L-14.2", LotStatus.REGISTRABLE);
    }

    @Test
    @Verifies(Clause.S1_7_W)
    void severalSalesOfOneLotAreTakenFromWhatIsLeftOfIt() {
        register.importRegister(SampleRegisterTest.sample());
        dispose(
                new StatementSale("H-2", BigInteger.valueOf(50_000), SOLD.plusDays(1), "L-4.1"),
                new StatementSale("H-2", BigInteger.valueOf(100_000), SOLD, "L-4.1"),
                new StatementSale("H-2", BigInteger.valueOf(70_000), SOLD, "L-4.1"),
                new StatementSale("H-2", BigInteger.valueOf(100_000), SOLD, "L-5"));
        assertThat(register.lots("H-2"))
                .extracting(lot -> lot.lot() + " from " + lot.parent() + ": " + lot.shares())
                .containsExactly(
                        "L-4 from null: 400000",
                        "L-5 from null: 100000",
                        "L-4.1 from L-4: 350000",
                        "L-4.3 from L-4.1: 100000",
                        "L-4.4 from L-4.1: 250000",
                        "L-4.5 from L-4.4: 70000",
                        "L-4.6 from L-4.4: 180000",
                        "L-4.7 from L-4.6: 50000",
                        "L-4.8 from L-4.6: 130000");
        assertThat(register.registrable("H-2", SOLD, POLICIES)).isEqualTo(BigInteger.valueOf(180_000));
        assertThat(register.registrable("H-2", SOLD.plusDays(1), POLICIES)).isEqualTo(BigInteger.valueOf(130_000));
        dispose(new StatementSale("H-2", BigInteger.valueOf(130_000), SOLD.plusDays(2), null));
        assertThat(register.registrable("H-2", SOLD.plusDays(2), POLICIES)).isZero();
        assertThat(register.registrable("H-2", SOLD.minusDays(1), POLICIES)).isEqualTo(BigInteger.valueOf(450_000));
        assertThat(register.lots("H-10")).extracting(ShareLot::lot).containsExactly("L-4.2");
    }

    @Test
    @Verifies(Clause.S1_7_W)
    void aSaleThatIsReportedAfterALaterOneGoesInBeforeIt() {
        register.importRegister(SampleRegisterTest.sample());
        dispose(new StatementSale("H-2", BigInteger.valueOf(100_000), SOLD.plusDays(4), "L-4.1"));
        dispose(new StatementSale("H-2", BigInteger.valueOf(30_000), SOLD.plusDays(6), "L-4.1"));

        dispose(new StatementSale("H-2", BigInteger.valueOf(20_000), SOLD.plusDays(1), "L-4.1"));
        dispose(new StatementSale("H-2", BigInteger.valueOf(5_000), SOLD.plusDays(5), "L-4.1"));

        assertThat(heldByH2On(0)).isEqualTo(450_000);
        assertThat(heldByH2On(1)).isEqualTo(430_000);
        assertThat(heldByH2On(3)).isEqualTo(430_000);
        assertThat(heldByH2On(4)).isEqualTo(330_000);
        assertThat(heldByH2On(5)).isEqualTo(325_000);
        assertThat(heldByH2On(6)).isEqualTo(295_000);
        assertThat(register.lots("H-2"))
                .filteredOn(lot -> lot.heldUntil() == null)
                .extracting(lot -> lot.shares().longValue())
                .containsExactlyInAnyOrder(100_000L, 20_000L, 100_000L, 5_000L, 30_000L, 195_000L);
        assertRefused(
                "sales[0].shares",
                Refusal.Kind.CONFLICT,
                () -> dispose(new StatementSale("H-2", BigInteger.valueOf(195_001), SOLD.plusDays(1), "L-4.1")));
        dispose(new StatementSale("H-2", BigInteger.valueOf(195_000), SOLD.plusDays(1), "L-4.1"));
        assertThat(heldByH2On(1)).isEqualTo(235_000);
        assertThat(heldByH2On(6)).isEqualTo(100_000);
    }

    private long heldByH2On(int daysLater) {
        return register.registrable("H-2", SOLD.plusDays(daysLater), POLICIES).longValueExact();
    }

    @Test
    void oneSaleThatCannotBeTakesTheOthersWithIt() {
        register.importRegister(SampleRegisterTest.sample());
        RegistrableShares.Count before = register.countOn(SOLD, POLICIES);
        StatementSale sound = new StatementSale("H-7", BigInteger.valueOf(25_000), SOLD, null);
        assertRefused(
                "sales[1].shares",
                Refusal.Kind.INVALID,
                () -> dispose(sound, new StatementSale("H-7", BigInteger.valueOf(35_001), SOLD, "L-14")));
        assertRefused(
                "sales[1].lot",
                Refusal.Kind.INVALID,
                () -> dispose(sound, new StatementSale("H-2", BigInteger.valueOf(1), SOLD, null)));
        assertRefused(
                "sales[1].holderId",
                Refusal.Kind.UNKNOWN,
                () -> dispose(sound, new StatementSale("H-99", BigInteger.valueOf(1), SOLD, null)));
        assertRefused(
                "sales[1].soldOn",
                Refusal.Kind.INVALID,
                () -> dispose(sound, new StatementSale("H-9", BigInteger.valueOf(1), EFFECTIVE.minusDays(1), null)));
        assertRefused(
                "effectiveOn",
                Refusal.Kind.INVALID,
                () -> register.disposeUnderStatement(List.of(sound), null, POLICIES));
        assertThat(register.countOn(SOLD, POLICIES)).isEqualTo(before);
        assertThat(dispose()).isEmpty();
    }

    private List<ShareLot> dispose(StatementSale... sales) {
        return new TransactionTemplate(new DataSourceTransactionManager(database))
                .execute(transaction -> register.disposeUnderStatement(List.of(sales), EFFECTIVE, POLICIES));
    }

    private void importLots(ShareLot... lots) {
        List<Row> rows = new ArrayList<>();
        for (ShareLot lot : lots) {
            rows.add(row(rows.size() + 2, lot));
        }
        register.importRegister(new ParsedRegister(rows));
    }

    private List<String> faults(Row... rows) {
        CsvRefusal refusal = catchThrowableOfType(
                CsvRefusal.class, () -> register.importRegister(new ParsedRegister(List.of(rows))));
        assertThat(refusal).as("refused").isNotNull();
        return refusal.faults().stream()
                .map(fault -> fault.line() + " " + fault.column())
                .toList();
    }

    private static Row row(long line, ShareLot lot) {
        Holder holder = new Holder(
                lot.holder(), "Ann Example", PersonType.INDIVIDUAL, Role.OTT_SHAREHOLDER, null, NoticeMethod.MAIL);
        HolderAddress address = new HolderAddress(
                lot.holder(),
                "1 Street",
                "Ventura",
                "California",
                "93001",
                null,
                null,
                "Acknowledgement",
                Lots.MERGER_DAY);
        return new Row(line, holder, address, lot);
    }

    private static HolderAddress movedTo(String street, HolderAddress from) {
        return new HolderAddress(
                from.holderId(),
                street,
                from.city(),
                from.state(),
                from.zip(),
                from.fax(),
                from.email(),
                from.documentReference(),
                from.validFrom());
    }

    private static ShareLot of(String lot, Source source, String parent, String heldFrom) {
        return new ShareLot(
                lot,
                "H-1",
                BigInteger.TEN,
                source,
                parent,
                heldFrom == null ? null : LocalDate.parse(heldFrom),
                null,
                Map.of(LotDate.ISSUED_ON, Lots.MERGER_DAY),
                true,
                false);
    }

    private static void assertRefused(String field, Refusal.Kind kind, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.kind()).isEqualTo(kind);
        });
    }
}
