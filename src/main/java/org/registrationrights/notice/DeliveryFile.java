package org.registrationrights.notice;

import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.registrationrights.csv.CsvLine;
import org.registrationrights.csv.CsvRefusal.Fault;
import org.registrationrights.csv.CsvTable;

/**
 * Evidence of how the notices of an offering were delivered, a row for each delivery.
 *
 * @param faults what is wrong with the file in itself
 */
public record DeliveryFile(List<Row> rows, List<Fault> faults) {

    private static final CsvTable TABLE = new CsvTable(
            "the deliveries",
            Set.of("holderId", "method"),
            Set.of(
                    "receivedAt",
                    "sentAt",
                    "confirmedAt",
                    "mailedAt",
                    "service",
                    "firstClass",
                    "prepaid",
                    "addressOfRecord",
                    "actualReceiptAt"));

    /** @param delivery null where it cannot be read */
    public record Row(long line, String holderId, Delivery delivery) {

        /** What is the same evidence. */
        private record Evidence(String holderId, Delivery delivery) {}

        private Evidence evidence() {
            return new Evidence(holderId, delivery);
        }

        private Fault fault(String column, String message) {
            return new Fault(line, column, message);
        }
    }

    public static DeliveryFile parse(Reader reader) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<Fault> faults = TABLE.read(reader, line -> rows.add(row(line)));
        return new DeliveryFile(rows, faults);
    }

    private static Row row(CsvLine line) {
        int faultsBefore = line.faults().size();
        String holderId = line.text("holderId");
        String method = line.optionalText("method");
        Instant receivedAt = line.optionalInstant("receivedAt");
        Instant sentAt = line.optionalInstant("sentAt");
        Instant confirmedAt = line.optionalInstant("confirmedAt");
        Instant mailedAt = line.optionalInstant("mailedAt");
        Delivery.Service service = line.optionalOneOf(Delivery.Service.class, "service");
        Boolean firstClass = line.optionalYes("firstClass");
        Boolean prepaid = line.optionalYes("prepaid");
        Boolean addressOfRecord = line.optionalYes("addressOfRecord");
        Instant actualReceiptAt = line.optionalInstant("actualReceiptAt");
        Set<String> unreadable =
                line.faults().stream().skip(faultsBefore).map(Fault::column).collect(Collectors.toSet());
        Delivery.faults(
                        method,
                        receivedAt,
                        sentAt,
                        confirmedAt,
                        mailedAt,
                        service,
                        firstClass,
                        prepaid,
                        addressOfRecord,
                        actualReceiptAt)
                .stream()
                .filter(fault -> !unreadable.contains(fault.field()))
                .forEach(fault -> line.fault(fault.field(), fault.sentence()));
        boolean sound = line.faults().stream().skip(faultsBefore).allMatch(fault -> "holderId".equals(fault.column()));
        Delivery delivery = sound
                ? new Delivery(
                        method,
                        receivedAt,
                        sentAt,
                        confirmedAt,
                        mailedAt,
                        service,
                        firstClass,
                        prepaid,
                        addressOfRecord,
                        actualReceiptAt)
                : null;
        return new Row(line.number(), holderId, delivery);
    }

    /**
     * Everything that is wrong with the file, also in view of what is stored.
     *
     * @param register ids of everybody in the register
     * @param elections of the offering, by Holder
     * @param recorded evidence of deliveries that counts already
     * @param latest the last instant at which something may have happened
     */
    public List<Fault> faultsAgainst(
            Set<String> register, Map<String, HolderElection> elections, List<Communication> recorded, Instant latest) {
        List<Fault> all = new ArrayList<>(faults);
        Map<Row.Evidence, String> known = new HashMap<>();
        for (Communication stored : recorded) {
            known.put(
                    new Row.Evidence(stored.election().holderId(), stored.delivery()),
                    "is recorded already as " + stored.name());
        }
        for (Row row : rows) {
            if (row.holderId != null) {
                addressee(row, register, elections, all);
            }
            if (row.delivery == null) {
                continue;
            }
            row.delivery.instants().forEach((column, at) -> {
                if (at.isAfter(latest)) {
                    all.add(row.fault(column, at + " is in the future"));
                }
            });
            String same = known.putIfAbsent(row.evidence(), "is the same as line " + row.line);
            if (same != null) {
                all.add(row.fault(null, same));
            }
        }
        all.sort(Comparator.comparing(Fault::line));
        return all;
    }

    private static void addressee(
            Row row, Set<String> register, Map<String, HolderElection> elections, List<Fault> faults) {
        HolderElection election = elections.get(row.holderId);
        if (!register.contains(row.holderId)) {
            faults.add(row.fault("holderId", row.holderId + " is not in the register"));
        } else if (election == null) {
            faults.add(row.fault("holderId", row.holderId + " has no election in this offering"));
        } else if (election.dispatchId() == null) {
            faults.add(row.fault("holderId", "the notice to " + row.holderId + " is not drawn up yet; repeat it"));
        }
    }
}
