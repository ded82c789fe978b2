package org.registrationrights.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.registrationrights.csv.CsvRefusal.Fault;

/**
 * A kind of table as text (RFC 4180). The header names its columns, in any order.
 *
 * @param name what a column is one of, such as "the register"
 * @param required columns that the header must name
 * @param optional columns that it may leave out; their values are empty then
 */
public record CsvTable(String name, Set<String> required, Set<String> optional) {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(true).get();

    /**
     * Hands the file over line by line.
     *
     * @param taker notes in the line what is wrong with it
     * @return everything that is wrong with the file; nothing has been handed over where its header is
     */
    public List<Fault> read(Reader reader, Consumer<CsvLine> taker) throws IOException {
        List<Fault> faults = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(withoutByteOrderMark(reader), FORMAT)) {
            read(parser, taker, faults);
        }
        return faults;
    }

    private void read(CSVParser parser, Consumer<CsvLine> taker, List<Fault> faults) {
        try {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                faults.add(new Fault(1, null, "the file is empty"));
                return;
            }
            List<String> header = header(records.next(), parser.getCurrentLineNumber(), faults);
            if (!faults.isEmpty()) {
                return;
            }
            if (!records.hasNext()) {
                faults.add(new Fault(parser.getCurrentLineNumber(), null, "no row follows the header"));
            }
            while (records.hasNext()) {
                CSVRecord next = records.next();
                read(next, header, parser.getCurrentLineNumber() - lineBreaksWithin(next), taker, faults);
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

    private List<String> header(CSVRecord csv, long line, List<Fault> faults) {
        Set<String> missing = new LinkedHashSet<>(required);
        Set<String> seen = new HashSet<>();
        for (String column : csv) {
            missing.remove(column);
            if (!required.contains(column) && !optional.contains(column)) {
                faults.add(new Fault(line, column, "is not a column of " + name));
            } else if (!seen.add(column)) {
                faults.add(new Fault(line, column, "stands twice in the header"));
            }
        }
        missing.forEach(column -> faults.add(new Fault(line, column, "is missing in the header")));
        return csv.toList();
    }

    private void read(CSVRecord csv, List<String> header, long line, Consumer<CsvLine> taker, List<Fault> faults) {
        if (csv.size() != header.size()) {
            faults.add(new Fault(
                    line, null, "has " + csv.size() + " values where the header has " + header.size() + " columns"));
            return;
        }
        Map<String, String> values = new HashMap<>();
        optional.forEach(column -> values.put(column, ""));
        for (int i = 0; i < header.size(); i++) {
            values.put(header.get(i), csv.get(i));
        }
        taker.accept(new CsvLine(line, values, faults));
    }

    private static Reader withoutByteOrderMark(Reader reader) throws IOException {
        BufferedReader buffered = new BufferedReader(reader);
        buffered.mark(1);
        if (buffered.read() != '\uFEFF') {
            buffered.reset();
        }
        return buffered;
    }
}
