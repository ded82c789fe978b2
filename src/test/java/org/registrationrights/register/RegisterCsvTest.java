package org.registrationrights.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.register.Holder.NoticeMethod;
import org.registrationrights.register.Holder.PersonType;
import org.registrationrights.register.Holder.Role;
import org.registrationrights.register.ShareLot.Source;

class RegisterCsvTest {

    private static final List<String> HEADER = header();

    @Test
    void readsEveryColumnIntoItsOwnPlace() {
        Map<LotDate, LocalDate> dates = new EnumMap<>(LotDate.class);
        List<String> cells = new ArrayList<>(List.of(
                "lot",
                "L-7.1",
                "parentLot",
                "L-7",
                "shares",
                "12345678901234567890123456789012345678",
                "source",
                "WARRANT_EXERCISE",
                "heldFrom",
                "2001-07-01",
                "heldUntil",
                "2003-07-01",
                "compliesWithLaw",
                "true",
                "toCompetitor",
                "true",
                "personType",
                "TRUST",
                "role",
                "TRANSFEREE",
                "holderJoinderDeliveredOn",
                "2001-06-30",
                "preferredMethod",
                "FAX",
                "fax",
                "(805) 555-0100",
                "street",
                "\"1 \"\"Q\"\" Street, Suite 2\""));
        for (LotDate date : LotDate.values()) {
            LocalDate day = LocalDate.parse("2001-08-01").plusDays(date.ordinal());
            dates.put(date, day);
            cells.addAll(List.of(date.key(), day.toString()));
        }
        assertThat(parse(row(cells.toArray(String[]::new))).rows())
                .containsExactly(new ParsedRegister.Row(
                        2,
                        new Holder(
                                "H-1",
                                "Ann Example",
                                PersonType.TRUST,
                                Role.TRANSFEREE,
                                LocalDate.parse("2001-06-30"),
                                NoticeMethod.FAX),
                        new HolderAddress(
                                "H-1",
                                "1 \"Q\" Street, Suite 2",
                                "Ventura",
                                "California",
                                "93001",
                                "(805) 555-0100",
                                null,
                                "Acknowledgement",
                                LocalDate.parse("2001-06-22")),
                        new ShareLot(
                                "L-7.1",
                                "H-1",
                                new BigInteger("12345678901234567890123456789012345678"),
                                Source.WARRANT_EXERCISE,
                                "L-7",
                                LocalDate.parse("2001-07-01"),
                                LocalDate.parse("2003-07-01"),
                                dates,
                                true,
                                true)));
    }

    @Test
    void aHolderMayHaveSeveralLotsOrNone() {
        ParsedRegister register =
                parse(row("lot", "L-1"), row("lot", "L-2"), withoutLot("holderId", "H-2", "name", "Bea Example"));
        assertThat(register.holders()).extracting(row -> row.holder().id()).containsExactly("H-1", "H-2");
        assertThat(register.lots()).extracting(ShareLot::lot).containsExactly("L-1", "L-2");
        assertThat(register.rows().get(2).lot()).isNull();
    }

    @Test
    void toleratesAByteOrderMarkBlankLinesCarriageReturnsAndAnyOrderOfColumns() {
        assertThat(parseText("\uFEFF\"holderId\"" + file(row()).substring("holderId".length()))
                        .rows())
                .hasSize(1);
        assertThat(parseText(file(row()).replace("\n", "\r\n\r\n")).rows()).hasSize(1);
        String[] lines = file(row()).split("\n");
        String reversed = Stream.of(lines)
                .map(line -> {
                    List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
                    Collections.reverse(cells);
                    return String.join(",", cells);
                })
                .collect(Collectors.joining("\n"));
        assertThat(parseText(reversed).rows()).isEqualTo(parse(row()).rows());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "holderId    | 17",
                "holderId    | -",
                "holderId    | H-1234567890123456789012345678901234567890",
                "name        | -",
                "name        | Ann\uFFFD",
                "personType  | PERSON",
                "role        | FOUNDER",
                "holderJoinderDeliveredOn | 2001-06-22",
                "preferredMethod | EMAIL",
                "street      | -",
                "city        | -",
                "state       | -",
                "zip         | -",
                "addressDocument  | -",
                "addressValidFrom | -",
                "addressValidFrom | 6/22/2001",
                "lot         | -",
                "lot         | 7",
                "parentLot   | lot 7",
                "shares      | -",
                "shares      | 0",
                "shares      | -5",
                "shares      | 1.5",
                "shares      | 1e3",
                "shares      | 100000000000000000000000000000000000000",
                "source      | -",
                "source      | GIFT",
                "issuedOn    | 2001-02-29",
                "issuedOn    | 2001-6-22",
                "issuedOn    | +12001-06-22",
                "heldUntil   | 2001-13-01",
                "escrowReleasedOn | soon",
                "compliesWithLaw  | yes",
                "toCompetitor     | 0"
            })
    void refusesAValueThatCannotBe(String column, String value) {
        assertThat(faults(row(column, value == null ? "" : value))).contains("2 " + column);
    }

    @Test
    void refusesATextThatTheTableDoesNotHold() {
        assertThat(parse(row("name", "A".repeat(200))).rows()).hasSize(1);
        assertThat(faults(row("name", "A".repeat(201)))).containsExactly("2 name");
    }

    @Test
    void refusesDatesInTheWrongOrder() {
        assertThat(faults(row("escrowFrom", "2001-06-22", "escrowReleasedOn", "2001-06-22")))
                .containsExactly("2 escrowReleasedOn");
        assertThat(faults(row("escrowReleasedOn", "2001-06-22"))).containsExactly("2 escrowFrom");
        assertThat(faults(row("lockupFrom", "2001-06-22", "lockupEndsOn", "2001-06-21")))
                .containsExactly("2 lockupEndsOn");
        assertThat(faults(row("lockupEndsOn", "2001-06-22"))).containsExactly("2 lockupFrom");
        assertThat(faults(row("heldFrom", "2001-06-22", "heldUntil", "2001-06-22")))
                .containsExactly("2 heldUntil");
    }

    @Test
    void asksForWhatAnotherValueMakesNecessary() {
        assertThat(faults(row("soldOn", "2001-07-01"))).containsExactly("2 compliesWithLaw", "2 toCompetitor");
        assertThat(faults(row("preferredMethod", "FAX"))).containsExactly("2 fax");
        assertThat(faults(row("source", "DERIVED"))).containsExactly("2 parentLot");
        assertThat(faults(row("parentLot", "L-0"))).containsExactly("2 heldFrom");
        assertThat(faults(withoutLot("issuedOn", "2001-06-22"))).containsExactly("2 lot", "2 shares", "2 source");
    }

    @Test
    void namesEveryFaultOfEveryLine() {
        assertThat(faults(
                        row("lot", "L-1"),
                        row("lot", "L-1", "shares", "-5", "issuedOn", "2001-06-31"),
                        row("lot", "L-3", "city", "Ojai", "preferredMethod", "PERSONAL"),
                        row("lot", "L-4", "holderId", "H-2")))
                .containsExactly("3 issuedOn", "3 shares", "3 lot", "4 preferredMethod", "4 city");
    }

    @Test
    void countsTheLineOnWhichARowBegins() {
        String text = file(row("lot", "L-1", "name", "\"Ann\nExample\""), row("lot", "", "shares", "1"));
        assertThat(faultsOf(text)).containsExactly("2 name", "4 lot");
    }

    @Test
    void refusesAHeaderThatDoesNotFit() {
        String text = file(row()).replace("lockupFrom", "lockUpFrom").replace("heldFrom", "heldUntil");
        assertThat(faultsOf(text)).containsExactly("1 heldUntil", "1 lockUpFrom", "1 heldFrom", "1 lockupFrom");
    }

    @Test
    void refusesAFileThatIsEmptyOrNoTable() {
        assertThat(faultsOf("")).containsExactly("1 null");
        assertThat(faultsOf("\uFEFF")).containsExactly("1 null");
        assertThat(faultsOf(file())).containsExactly("1 null");
        assertThat(faultsOf(file(row()) + "\nH-2,too,short")).containsExactly("3 null");
        assertThat(faultsOf(file(row()) + "\n\"H-2\"x,open")).containsExactly("3 null");
        assertThat(faultsOf(file(row()) + "\n\"H-2,open\n")).hasSize(1);
    }

    @Test
    void anEmailForCourtesyCopiesMayBeLeftOut() {
        assertThat(parse(row()).holders().get(0).address().email()).isNull();
        String header = String.join(",", HEADER) + ",email\n";
        assertThat(parseText(header + row() + ",ann@example.com")
                        .holders()
                        .get(0)
                        .address()
                        .email())
                .isEqualTo("ann@example.com");
        assertThat(faultsOf(header + row() + ",ann@example.com\n" + row("lot", "L-2") + ",other@example.com"))
                .containsExactly("3 email");
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of(
                "holderId",
                "name",
                "personType",
                "role",
                "holderJoinderDeliveredOn",
                "preferredMethod",
                "street",
                "city",
                "state",
                "zip",
                "fax",
                "addressDocument",
                "addressValidFrom",
                "lot",
                "parentLot",
                "shares",
                "source",
                "heldFrom",
                "heldUntil",
                "compliesWithLaw",
                "toCompetitor"));
        Stream.of(LotDate.values()).map(LotDate::key).forEach(header::add);
        return header;
    }

    private static String withoutLot(String... cells) {
        List<String> all = new ArrayList<>(List.of("lot", "", "shares", "", "source", "", "issuedOn", ""));
        all.addAll(List.of(cells));
        return row(all.toArray(String[]::new));
    }

    /** A sound row, but for the cells given as column, value, column, value … */
    private static String row(String... cells) {
        Map<String, String> values = new LinkedHashMap<>();
        HEADER.forEach(column -> values.put(column, ""));
        values.putAll(Map.of(
                "holderId", "H-1",
                "name", "Ann Example",
                "personType", "INDIVIDUAL",
                "role", "OTT_SHAREHOLDER",
                "preferredMethod", "MAIL",
                "street", "1 Street",
                "city", "Ventura",
                "state", "California",
                "zip", "93001",
                "addressDocument", "Acknowledgement"));
        values.putAll(Map.of(
                "addressValidFrom", "2001-06-22",
                "lot", "L-1",
                "shares", "1000",
                "source", "MERGER",
                "issuedOn", "2001-06-22"));
        for (int i = 0; i < cells.length; i += 2) {
            values.put(cells[i], cells[i + 1]);
        }
        return String.join(",", values.values());
    }

    private static String file(String... rows) {
        return Stream.concat(Stream.of(String.join(",", HEADER)), Stream.of(rows))
                .collect(Collectors.joining("\n"));
    }

    private static ParsedRegister parse(String... rows) {
        return parseText(file(rows));
    }

    private static ParsedRegister parseText(String text) {
        try {
            return RegisterCsv.parse(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> faults(String... rows) {
        return faultsOf(file(rows));
    }

    /** Line and column of each. */
    private static List<String> faultsOf(String text) {
        CsvRefusal refusal = catchThrowableOfType(CsvRefusal.class, () -> parseText(text));
        assertThat(refusal).as("refused").isNotNull();
        return refusal.faults().stream()
                .map(fault -> fault.line() + " " + fault.column())
                .toList();
    }
}
