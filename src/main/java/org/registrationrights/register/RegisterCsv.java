package org.registrationrights.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.registrationrights.register.CsvRefusal.Fault;
import org.registrationrights.register.Holder.NoticeMethod;
import org.registrationrights.register.Holder.PersonType;
import org.registrationrights.register.Holder.Role;
import org.registrationrights.register.ParsedRegister.Row;
import org.registrationrights.register.ShareLot.Source;

/**
 * The register as one table: a row for each lot, with its Holder's columns repeated; a Holder without lots has one row
 * that leaves the lot's columns empty. The header names every column, in any order.
 */
public final class RegisterCsv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(true).get();

    private static final Pattern HOLDER_ID = Pattern.compile("H-[A-Za-z0-9-]{1,38}");
    private static final Pattern LOT_ID = Pattern.compile("L-[A-Za-z0-9.-]{1,38}");

    private static final List<String> LOT_COLUMNS = Stream.of(
                    Stream.of("lot", "parentLot", "shares", "source", "heldFrom", "heldUntil"),
                    Arrays.stream(LotDate.values()).map(LotDate::key),
                    Stream.of("compliesWithLaw", "toCompetitor"))
            .flatMap(columns -> columns)
            .toList();

    private static final Set<String> COLUMNS = columns();

    /** A file may leave it out. */
    private static final String EMAIL = "email";

    private final List<Fault> faults = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Row> firstRows = new HashMap<>();
    private final Set<String> lots = new HashSet<>();

    private RegisterCsv() {}

    /**
     * @throws CsvRefusal with every fault of the file
     */
    public static ParsedRegister parse(Reader reader) throws IOException {
        RegisterCsv file = new RegisterCsv();
        try (CSVParser parser = CSVParser.parse(withoutByteOrderMark(reader), FORMAT)) {
            file.read(parser);
        }
        if (!file.faults.isEmpty()) {
            throw new CsvRefusal(file.faults);
        }
        return new ParsedRegister(file.rows);
    }

    /** What a row says about its Holder, by column. */
    static Map<String, Object> holderColumns(Holder holder, HolderAddress address) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("holderId", holder.id());
        values.put("name", holder.name());
        values.put("personType", holder.personType());
        values.put("role", holder.role());
        values.put("holderJoinderDeliveredOn", holder.joinderDeliveredOn());
        values.put("preferredMethod", holder.preferredMethod());
        values.put("street", address.street());
        values.put("city", address.city());
        values.put("state", address.state());
        values.put("zip", address.zip());
        values.put("fax", address.fax());
        values.put("addressDocument", address.documentReference());
        values.put("addressValidFrom", address.validFrom());
        return values;
    }

    private static Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(holderColumns(
                        new Holder(null, null, null, null, null, null),
                        new HolderAddress(null, null, null, null, null, null, null, null, null))
                .keySet());
        columns.addAll(LOT_COLUMNS);
        return columns;
    }

    private static Reader withoutByteOrderMark(Reader reader) throws IOException {
        BufferedReader buffered = new BufferedReader(reader);
        buffered.mark(1);
        if (buffered.read() != '\uFEFF') {
            buffered.reset();
        }
        return buffered;
    }

    private void read(CSVParser parser) {
        try {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                faults.add(new Fault(1, null, "the file is empty"));
                return;
            }
            List<String> header = header(records.next(), parser.getCurrentLineNumber());
            if (!faults.isEmpty()) {
                return;
            }
            if (!records.hasNext()) {
                faults.add(new Fault(parser.getCurrentLineNumber(), null, "no row follows the header"));
            }
            while (records.hasNext()) {
                CSVRecord next = records.next();
                read(next, header, parser.getCurrentLineNumber() - lineBreaksWithin(next));
            }
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CSVException)) {
                throw e;
            }
            faults.add(new Fault(
                    parser.getCurrentLineNumber(),
                    null,
                    "is no CSV: " + e.getCause().getMessage()));
        }
    }

    private static long lineBreaksWithin(CSVRecord csv) {
        return csv.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
    }

    private List<String> header(CSVRecord csv, long line) {
        Set<String> missing = new LinkedHashSet<>(COLUMNS);
        Set<String> seen = new HashSet<>();
        for (String column : csv) {
            missing.remove(column);
            if (!COLUMNS.contains(column) && !column.equals(EMAIL)) {
                faults.add(new Fault(line, column, "is not a column of the register"));
            } else if (!seen.add(column)) {
                faults.add(new Fault(line, column, "stands twice in the header"));
            }
        }
        missing.forEach(column -> faults.add(new Fault(line, column, "is missing in the header")));
        return csv.toList();
    }

    private void read(CSVRecord csv, List<String> header, long line) {
        if (csv.size() != header.size()) {
            faults.add(new Fault(
                    line, null, "has " + csv.size() + " values where the header has " + header.size() + " columns"));
            return;
        }
        Map<String, String> values = new HashMap<>(Map.of(EMAIL, ""));
        for (int i = 0; i < header.size(); i++) {
            values.put(header.get(i), csv.get(i));
        }
        read(new CsvLine(line, values, faults));
    }

    private void read(CsvLine line) {
        int faultsBefore = faults.size();
        Holder holder = holder(line);
        HolderAddress address = address(line, holder);
        boolean holderIsSound = faults.size() == faultsBefore;
        Row row = new Row(line.number(), holder, address, line.hasAnyOf(LOT_COLUMNS) ? lot(line, holder.id()) : null);
        if (holderIsSound) {
            Row first = firstRows.computeIfAbsent(holder.id(), id -> row);
            row.disagreements(first.holder(), first.address())
                    .forEach(column -> line.fault(column, "differs from line " + first.line() + " for " + holder.id()));
        }
        rows.add(row);
    }

    private static Holder holder(CsvLine line) {
        Holder holder = new Holder(
                line.id("holderId", HOLDER_ID),
                line.text("name"),
                line.oneOf(PersonType.class, "personType"),
                line.oneOf(Role.class, "role"),
                line.optionalDate("holderJoinderDeliveredOn"),
                line.oneOf(NoticeMethod.class, "preferredMethod"));
        if (holder.role() != Role.TRANSFEREE && line.has("holderJoinderDeliveredOn")) {
            line.fault("holderJoinderDeliveredOn", "belongs to a TRANSFEREE; a signatory gives no joinder");
        }
        return holder;
    }

    private static HolderAddress address(CsvLine line, Holder holder) {
        if (holder.preferredMethod() == NoticeMethod.FAX) {
            line.require("fax");
        }
        return new HolderAddress(
                holder.id(),
                line.text("street"),
                line.text("city"),
                line.text("state"),
                line.text("zip"),
                line.optionalText("fax"),
                line.optionalText(EMAIL),
                line.text("addressDocument"),
                line.date("addressValidFrom"));
    }

    private ShareLot lot(CsvLine line, String holderId) {
        Map<LotDate, LocalDate> dates = new EnumMap<>(LotDate.class);
        for (LotDate date : LotDate.values()) {
            LocalDate day = line.optionalDate(date.key());
            if (day != null) {
                dates.put(date, day);
            }
        }
        // whoever enters a sale must say whether it passes Section 6
        if (line.has(LotDate.SOLD_ON.key())) {
            line.require("compliesWithLaw");
            line.require("toCompetitor");
        }
        ShareLot lot = new ShareLot(
                line.id("lot", LOT_ID),
                holderId,
                line.shares("shares"),
                line.oneOf(Source.class, "source"),
                line.optionalId("parentLot", LOT_ID),
                line.optionalDate("heldFrom"),
                line.optionalDate("heldUntil"),
                dates,
                line.yes("compliesWithLaw"),
                line.yes("toCompetitor"));
        if (lot.lot() != null && !lots.add(lot.lot())) {
            line.fault("lot", lot.lot() + " is on an earlier line too");
        }
        if (lot.source() == Source.DERIVED) {
            line.require("parentLot");
        } else if (line.has("parentLot")) {
            line.require("heldFrom");
        }
        requireOrder(line, "heldFrom", lot.heldFrom(), "heldUntil", lot.heldUntil());
        requirePeriod(line, lot, LotDate.ESCROW_FROM, LotDate.ESCROW_RELEASED_ON);
        requirePeriod(line, lot, LotDate.LOCKUP_FROM, LotDate.LOCKUP_ENDS_ON);
        return lot;
    }

    private static void requirePeriod(CsvLine line, ShareLot lot, LotDate first, LotDate end) {
        if (line.has(end.key())) {
            line.require(first.key());
        }
        requireOrder(line, first.key(), lot.on(first), end.key(), lot.on(end));
    }

    private static void requireOrder(CsvLine line, String first, LocalDate from, String end, LocalDate until) {
        if (from != null && until != null && !until.isAfter(from)) {
            line.fault(end, until + " is not after " + first + " " + from);
        }
    }
}
