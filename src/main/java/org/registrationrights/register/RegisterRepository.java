package org.registrationrights.register;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.LateJoinder;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.register.CsvRefusal.Fault;
import org.registrationrights.register.Holder.NoticeMethod;
import org.registrationrights.register.Holder.PersonType;
import org.registrationrights.register.Holder.Role;
import org.registrationrights.register.ShareLot.Source;
import org.registrationrights.register.StatementSale.Taking;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables of Holders, their addresses of record and their share lots. */
@Repository
public class RegisterRepository {

    private static final String HELD =
            "(held_from IS NULL OR held_from <= :asOf) AND (held_until IS NULL OR held_until > :asOf)";

    /** {@link RegistrableShares#status} for every lot held on a day; a test holds the two together. */
    private static final String STANDING = """
        SELECT lot, holder_id, shares,
            CASE
                WHEN source NOT IN ('MERGER', 'WARRANT_EXERCISE', 'DERIVED') THEN 'NOT_COVERED'
                WHEN issued_on IS NULL OR issued_on > :asOf THEN 'NOT_ISSUED'
                WHEN ceased_outstanding_on <= :asOf THEN 'CEASED_Z'
                WHEN effective_on <= :asOf AND disposed_under_statement_on <= :asOf THEN 'CEASED_W'
                WHEN rule144_distributed_on <= :asOf THEN 'CEASED_X_SOLD'
                WHEN transferred_on <= :asOf AND new_certificates_on <= :asOf AND freely_tradable_on <= :asOf
                    THEN 'CEASED_Y'
                WHEN rule144_all_saleable_on <= :asOf THEN 'CEASED_X_ELIGIBLE'
                WHEN sold_on <= :asOf
                    AND NOT (complies_with_law AND NOT to_competitor
                        AND joinder_delivered_on IS NOT NULL AND joinder_delivered_on <= :asOf
                        AND (:lateJoinderCures OR joinder_delivered_on <= sold_on))
                    THEN 'EXCLUDED_A'
                WHEN escrow_from <= :asOf AND (escrow_released_on IS NULL OR escrow_released_on > :asOf)
                    THEN 'EXCLUDED_B'
                WHEN lockup_from <= :asOf AND (lockup_ends_on IS NULL OR lockup_ends_on > :asOf)
                    THEN 'EXCLUDED_C'
                ELSE 'REGISTRABLE'
            END AS status
        FROM share_lot
        """ + "WHERE " + HELD;

    private static final String DATE_COLUMNS =
            Arrays.stream(LotDate.values()).map(LotDate::column).collect(joining(", "));

    private static final String DATE_PARAMETERS =
            Arrays.stream(LotDate.values()).map(date -> ":" + date.column()).collect(joining(", "));

    private static final Pattern DIVIDED = Pattern.compile("(.+)\\.([0-9]{1,8})");

    private static final String IN_ORDER_OF_IDS = " ORDER BY CHAR_LENGTH(id), id";

    // column by column: Spring's own mappers try each property's name first, and the refusals fill the trace file of H2
    private static final RowMapper<Holder> HOLDER = (row, number) -> new Holder(
            row.getString("id"),
            row.getString("name"),
            PersonType.valueOf(row.getString("person_type")),
            Role.valueOf(row.getString("role")),
            row.getObject("joinder_delivered_on", LocalDate.class),
            NoticeMethod.valueOf(row.getString("preferred_method")));

    private static final RowMapper<HolderAddress> ADDRESS = (row, number) -> new HolderAddress(
            row.getString("holder_id"),
            row.getString("street"),
            row.getString("city"),
            row.getString("state"),
            row.getString("zip"),
            row.getString("fax"),
            row.getString("email"),
            row.getString("document_reference"),
            row.getObject("valid_from", LocalDate.class));

    private final JdbcClient jdbc;

    public RegisterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the whole file or nothing.
     *
     * @throws CsvRefusal with everything that the register holds against it
     */
    @Transactional
    public void importRegister(ParsedRegister register) {
        Map<String, Holder> holders = holders().stream().collect(toMap(Holder::id, Function.identity()));
        List<Fault> faults = register.faultsAgainst(holders, latestAddresses(), lotsById());
        if (!faults.isEmpty()) {
            throw new CsvRefusal(faults);
        }
        for (ParsedRegister.Row row : register.holders()) {
            if (!holders.containsKey(row.holder().id())) {
                insert(row.holder());
                insert(row.address());
            }
        }
        register.lots().forEach(this::insert);
    }

    public List<Holder> holders() {
        return jdbc.sql("SELECT * FROM holder" + IN_ORDER_OF_IDS).query(HOLDER).list();
    }

    /**
     * @throws Refusal for an id that is not in the register
     */
    public Holder holder(String id) {
        return jdbc.sql("SELECT * FROM holder WHERE id = :id")
                .param("id", id)
                .query(HOLDER)
                .optional()
                .orElseThrow(() -> Refusal.unknown("holderId", id + " is not in the register"));
    }

    /**
     * The address of record on a day (11.1).
     *
     * @throws Refusal for an id that is not in the register, and for a day before the first address
     */
    public HolderAddress addressOn(String holderId, LocalDate date) {
        holder(holderId);
        return jdbc.sql("""
            SELECT * FROM holder_address WHERE holder_id = :holderId AND valid_from <= :date
            ORDER BY valid_from DESC FETCH FIRST 1 ROW ONLY
            """)
                .param("holderId", holderId)
                .param("date", date)
                .query(ADDRESS)
                .optional()
                .orElseThrow(() -> Refusal.unknown("holderId", holderId + " has no address of record on " + date));
    }

    /** Every address of record that the Holder has had or named, in the order of the days from which they count. */
    public List<AddressChange> addresses(String holderId) {
        holder(holderId);
        return jdbc.sql("SELECT * FROM holder_address WHERE holder_id = ? ORDER BY valid_from")
                .param(holderId)
                .query((row, number) -> new AddressChange(
                        ADDRESS.mapRow(row, number),
                        row.getObject("given_on", LocalDate.class),
                        row.getObject("copy_to_counsel", Boolean.class),
                        instant(row, "recorded_at"),
                        row.getString("recorded_by")))
                .list();
    }

    /**
     * Records another address by notice. Those before it stay.
     *
     * @throws Refusal for one that does not count from a later day than the address before
     */
    @Transactional
    @Implements(Clause.S11_1_C)
    public void change(AddressChange change) {
        HolderAddress address = change.address();
        jdbc.sql("SELECT id FROM holder WHERE id = ? FOR UPDATE")
                .param(address.holderId())
                .query(String.class)
                .list();
        List<AddressChange> before = addresses(address.holderId());
        LocalDate latest = before.isEmpty()
                ? null
                : before.get(before.size() - 1).address().validFrom();
        if (latest != null && !address.validFrom().isAfter(latest)) {
            throw Refusal.conflict(
                    "validFrom",
                    address.validFrom() + " is not after " + latest + ", from which the latest address of "
                            + address.holderId() + " counts",
                    Clause.S11_1_C);
        }
        insert(address);
        jdbc.sql("""
                UPDATE holder_address SET given_on = ?, copy_to_counsel = ?, recorded_at = ?, recorded_by = ?
                WHERE holder_id = ? AND valid_from = ?
                """)
                .params(
                        change.givenOn(),
                        change.copyToCounsel(),
                        change.recordedAt().atOffset(ZoneOffset.UTC),
                        change.recordedBy(),
                        address.holderId(),
                        address.validFrom())
                .update();
    }

    /**
     * A Holder's lots, past and present.
     *
     * @throws Refusal for an id that is not in the register
     */
    public List<ShareLot> lots(String holderId) {
        holder(holderId);
        return jdbc.sql("SELECT * FROM share_lot WHERE holder_id = :holderId ORDER BY CHAR_LENGTH(lot), lot")
                .param("holderId", holderId)
                .query(RegisterRepository::lot)
                .list();
    }

    public List<ShareLot> lotsHeldOn(LocalDate date) {
        return jdbc.sql("SELECT * FROM share_lot WHERE " + HELD + " ORDER BY CHAR_LENGTH(lot), lot")
                .param("asOf", date)
                .query(RegisterRepository::lot)
                .list();
    }

    /** What {@link RegistrableShares#on} counts for the lots held on a day, in one query. */
    public RegistrableShares.Count countOn(LocalDate date, Policies policies) {
        Map<String, LotStatus> status = new LinkedHashMap<>();
        Map<String, BigInteger> byHolder = new LinkedHashMap<>();
        asOf(STANDING + " ORDER BY CHAR_LENGTH(lot), lot", date, policies).query(row -> {
            LotStatus standing = LotStatus.valueOf(row.getString("status"));
            status.put(row.getString("lot"), standing);
            if (standing == LotStatus.REGISTRABLE) {
                byHolder.merge(row.getString("holder_id"), shares(row), BigInteger::add);
            }
        });
        return new RegistrableShares.Count(
                status, byHolder, byHolder.values().stream().reduce(BigInteger.ZERO, BigInteger::add));
    }

    /** Who is a Holder on a day, and with how many Registrable Shares (1.2). */
    public List<Holding> holdersOn(LocalDate date, Policies policies) {
        String query = """
            SELECT holder.*, standing.shares FROM holder
            JOIN (SELECT holder_id, SUM(shares) AS shares FROM (%s) lots
                WHERE status = 'REGISTRABLE' GROUP BY holder_id) standing ON standing.holder_id = holder.id
            """;
        return asOf(query.formatted(STANDING) + IN_ORDER_OF_IDS, date, policies)
                .query((row, number) -> new Holding(HOLDER.mapRow(row, number), shares(row)))
                .stream()
                .filter(holding -> holding.holder().isHolder(holding.registrable(), date))
                .toList();
    }

    /**
     * The Registrable Shares that a Holder holds on a day, whether or not 1.2 makes it a Holder then.
     *
     * @throws Refusal for an id that is not in the register
     */
    public BigInteger registrable(String holderId, LocalDate date, Policies policies) {
        List<ShareLot> held =
                lots(holderId).stream().filter(lot -> lot.heldOn(date)).toList();
        return RegistrableShares.on(date, held, policies).count().total();
    }

    /**
     * Records sales under a statement: what was sold has ceased to be registrable, what was not sold stays (1.7(w)).
     * A lot sold in part is closed that day and opens two, one for what was sold and one for what is left. A sale that
     * comes to be known after a later one of the same lot goes in before it.
     *
     * @return the lots that were sold
     * @throws Refusal for a sale that the register does not bear out; then none is recorded
     */
    @Transactional
    @Implements(Clause.S1_7_W)
    public List<ShareLot> disposeUnderStatement(List<StatementSale> sales, LocalDate effectiveOn, Policies policies) {
        if (effectiveOn == null) {
            throw Refusal.invalid(
                    "effectiveOn", "is required: shares cease only under an effective one", Clause.S1_7_W);
        }
        for (int i = 0; i < sales.size(); i++) {
            sales.get(i).check(path(i), effectiveOn);
        }
        lockHolders(sales);
        List<ShareLot> sold = new ArrayList<>();
        IntStream.range(0, sales.size())
                .boxed()
                .sorted(Comparator.comparing(i -> sales.get(i).soldOn()))
                .forEach(i -> {
                    StatementSale sale = sales.get(i);
                    for (Taking taking : sale.takes(path(i), lots(sale.holderId()), policies)) {
                        sold.add(
                                taking.isWhole()
                                        ? recordDisposal(taking.lot(), sale.soldOn(), effectiveOn)
                                        : divide(taking, sale.soldOn(), effectiveOn));
                    }
                });
        return sold;
    }

    private static String path(int sale) {
        return "sales[" + sale + "]";
    }

    private void lockHolders(List<StatementSale> sales) {
        if (sales.isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>(jdbc.sql("SELECT id FROM holder WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param(
                        "ids",
                        sales.stream().map(StatementSale::holderId).distinct().toList())
                .query(String.class)
                .list());
        for (int i = 0; i < sales.size(); i++) {
            if (!known.contains(sales.get(i).holderId())) {
                throw Refusal.unknown(path(i) + ".holderId", sales.get(i).holderId() + " is not in the register");
            }
        }
    }

    private ShareLot recordDisposal(ShareLot lot, LocalDate soldOn, LocalDate effectiveOn) {
        jdbc.sql("""
            UPDATE share_lot SET effective_on = :effectiveOn, disposed_under_statement_on = :soldOn
            WHERE lot = :lot
            """)
                .param("effectiveOn", effectiveOn)
                .param("soldOn", soldOn)
                .param("lot", lot.lot())
                .update();
        return lot.disposed(soldOn, effectiveOn);
    }

    private ShareLot divide(Taking taking, LocalDate soldOn, LocalDate effectiveOn) {
        ShareLot lot = taking.lot();
        List<String> ids = freeIds(lot.lot());
        ShareLot sold = lot.part(ids.get(0), taking.shares(), soldOn, null).disposed(soldOn, effectiveOn);
        ShareLot left = lot.part(ids.get(1), lot.shares().subtract(taking.shares()), soldOn, lot.heldUntil());
        jdbc.sql("UPDATE share_lot SET held_until = :soldOn WHERE lot = :lot")
                .param("soldOn", soldOn)
                .param("lot", lot.lot())
                .update();
        insert(sold);
        insert(left);
        takeOut(taking, left);
        return sold;
    }

    /** Later sales of the same lot came out of what is left now, and left so many shares fewer than was known then. */
    private void takeOut(Taking taking, ShareLot left) {
        jdbc.sql("UPDATE share_lot SET parent_lot = :left WHERE parent_lot = :lot AND held_from = :from")
                .param("left", left.lot())
                .param("lot", taking.lot().lot())
                .param("from", left.heldUntil())
                .update();
        for (ShareLot later : taking.leftOf()) {
            jdbc.sql("UPDATE share_lot SET shares = shares - :shares WHERE lot = :lot")
                    .param("shares", taking.shares())
                    .param("lot", later.lot())
                    .update();
        }
    }

    /** L-7 is divided into L-7.1 and L-7.2, and L-7.2 into L-7.3 and L-7.4: ids stay short however often it happens. */
    private List<String> freeIds(String lot) {
        Matcher divided = DIVIDED.matcher(lot);
        boolean again = divided.matches();
        String stem = again ? divided.group(1) : lot;
        return IntStream.iterate(again ? Integer.parseInt(divided.group(2)) + 1 : 1, n -> n + 1)
                .mapToObj(n -> stem + "." + n)
                .filter(id -> !exists(id))
                .limit(2)
                .toList();
    }

    private boolean exists(String lot) {
        return jdbc.sql("SELECT lot FROM share_lot WHERE lot = :lot")
                .param("lot", lot)
                .query(String.class)
                .optional()
                .isPresent();
    }

    private Map<String, HolderAddress> latestAddresses() {
        return jdbc.sql("SELECT * FROM holder_address ORDER BY valid_from").query(ADDRESS).stream()
                .collect(toMap(HolderAddress::holderId, Function.identity(), (earlier, later) -> later));
    }

    private Map<String, ShareLot> lotsById() {
        return jdbc.sql("SELECT * FROM share_lot").query(RegisterRepository::lot).stream()
                .collect(toMap(ShareLot::lot, Function.identity()));
    }

    private JdbcClient.StatementSpec asOf(String query, LocalDate date, Policies policies) {
        return jdbc.sql(query)
                .param("asOf", date)
                .param("lateJoinderCures", policies.lateJoinder() == LateJoinder.CURES_PROSPECTIVELY);
    }

    private void insert(Holder holder) {
        jdbc.sql("""
            INSERT INTO holder (id, name, person_type, role, joinder_delivered_on, preferred_method)
            VALUES (:id, :name, :personType, :role, :joinderDeliveredOn, :preferredMethod)
            """)
                .param("id", holder.id())
                .param("name", holder.name())
                .param("personType", holder.personType().name())
                .param("role", holder.role().name())
                .param("joinderDeliveredOn", holder.joinderDeliveredOn())
                .param("preferredMethod", holder.preferredMethod().name())
                .update();
    }

    private void insert(HolderAddress address) {
        jdbc.sql("""
            INSERT INTO holder_address
                (holder_id, street, city, state, zip, fax, email, document_reference, valid_from)
            VALUES (:holderId, :street, :city, :state, :zip, :fax, :email, :documentReference, :validFrom)
            """).paramSource(address).update();
    }

    private void insert(ShareLot lot) {
        JdbcClient.StatementSpec statement = jdbc.sql("""
            INSERT INTO share_lot (lot, holder_id, shares, source, parent_lot, held_from, held_until,
                complies_with_law, to_competitor, %s)
            VALUES (:lot, :holder, :shares, :source, :parent, :heldFrom, :heldUntil,
                :compliesWithLaw, :toCompetitor, %s)
            """.formatted(DATE_COLUMNS, DATE_PARAMETERS))
                .param("lot", lot.lot())
                .param("holder", lot.holder())
                .param("shares", lot.shares())
                .param("source", lot.source().name())
                .param("parent", lot.parent())
                .param("heldFrom", lot.heldFrom())
                .param("heldUntil", lot.heldUntil())
                .param("compliesWithLaw", lot.compliesWithLaw())
                .param("toCompetitor", lot.toCompetitor());
        for (LotDate date : LotDate.values()) {
            statement = statement.param(date.column(), lot.on(date));
        }
        statement.update();
    }

    private static ShareLot lot(ResultSet row, int number) throws SQLException {
        Map<LotDate, LocalDate> dates = new EnumMap<>(LotDate.class);
        for (LotDate date : LotDate.values()) {
            LocalDate day = row.getObject(date.column(), LocalDate.class);
            if (day != null) {
                dates.put(date, day);
            }
        }
        return new ShareLot(
                row.getString("lot"),
                row.getString("holder_id"),
                shares(row),
                Source.valueOf(row.getString("source")),
                row.getString("parent_lot"),
                row.getObject("held_from", LocalDate.class),
                row.getObject("held_until", LocalDate.class),
                dates,
                row.getBoolean("complies_with_law"),
                row.getBoolean("to_competitor"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static BigInteger shares(ResultSet row) throws SQLException {
        return row.getBigDecimal("shares").toBigIntegerExact();
    }
}
