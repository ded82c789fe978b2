package org.registrationrights.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.registrationrights.register.CsvRefusal.Fault;
import org.registrationrights.register.ShareLot.Source;

/** A file of Holders and lots that is sound in itself; whether it fits the register is seen when it is imported. */
public record ParsedRegister(List<Row> rows) {

    /**
     * @param line where it stands in the file
     * @param lot null on the row of a Holder without lots
     */
    public record Row(long line, Holder holder, HolderAddress address, ShareLot lot) {

        /** The Holder's columns in which this row says something else than another one about the same Holder. */
        List<String> disagreements(Holder otherHolder, HolderAddress otherAddress) {
            Map<String, Object> other = RegisterCsv.holderColumns(otherHolder, otherAddress);
            List<String> columns = new ArrayList<>();
            RegisterCsv.holderColumns(holder, address).forEach((column, value) -> {
                if (!Objects.equals(value, other.get(column))) {
                    columns.add(column);
                }
            });
            if (address.email() != null && !address.email().equals(otherAddress.email())) {
                columns.add("email");
            }
            return columns;
        }
    }

    public ParsedRegister {
        rows = List.copyOf(rows);
    }

    /** One row of each Holder. */
    public List<Row> holders() {
        Map<String, Row> first = new LinkedHashMap<>();
        rows.forEach(row -> first.putIfAbsent(row.holder().id(), row));
        return List.copyOf(first.values());
    }

    public List<ShareLot> lots() {
        return rows.stream().map(Row::lot).filter(Objects::nonNull).toList();
    }

    /** What keeps the file out of a register that holds these already, all by id, the addresses being the latest. */
    List<Fault> faultsAgainst(
            Map<String, Holder> holders, Map<String, HolderAddress> addresses, Map<String, ShareLot> lots) {
        List<Fault> faults = new ArrayList<>();
        for (Row row : holders()) {
            String id = row.holder().id();
            if (holders.containsKey(id)) {
                row.disagreements(holders.get(id), addresses.get(id))
                        .forEach(column -> faults.add(
                                new Fault(row.line(), column, "differs from what the register has for " + id)));
            }
        }
        Map<String, ShareLot> known = new HashMap<>(lots);
        for (Row row : rows) {
            if (row.lot() == null) {
                continue;
            }
            if (lots.containsKey(row.lot().lot())) {
                faults.add(new Fault(row.line(), "lot", row.lot().lot() + " is already in the register"));
            }
            if (row.lot().parent() != null) {
                String fault = faultOfDescent(row.lot(), known.get(row.lot().parent()));
                if (fault != null) {
                    faults.add(new Fault(row.line(), "parentLot", row.lot().parent() + " " + fault));
                }
            }
            known.put(row.lot().lot(), row.lot());
        }
        faults.sort(Comparator.comparing(Fault::line));
        return faults;
    }

    /** Without these checks a share could count twice, or one that the agreement does not cover could count at all. */
    private static String faultOfDescent(ShareLot lot, ShareLot parent) {
        if (parent == null) {
            return "is neither in the register nor on an earlier line";
        }
        if (lot.source() == Source.DERIVED) {
            return parent.source().covered() ? null : "is " + parent.source() + ", and so are shares derived from it";
        }
        if (lot.source() != parent.source()) {
            return "is " + parent.source() + ", and a transfer does not change that";
        }
        if (parent.heldUntil() == null || parent.heldUntil().isAfter(lot.heldFrom())) {
            return "is still held on " + lot.heldFrom() + "; a transfer closes the lot that it is made from";
        }
        return null;
    }
}
