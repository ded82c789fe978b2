package org.registrationrights.csv;

import java.util.List;
import java.util.stream.Collectors;

/** The answer to a file that cannot be taken: everything that is wrong with it. Nothing of it is stored. */
public final class CsvRefusal extends RuntimeException {

    /**
     * @param line counted from 1, the header included
     * @param column the header's name for it, or null where the whole line is at fault
     */
    public record Fault(long line, String column, String message) {
        @Override
        public String toString() {
            return "line " + line + (column == null ? "" : ", " + column) + ": " + message;
        }
    }

    private final List<Fault> faults;

    public CsvRefusal(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** In the order of lines; at least one. */
    public List<Fault> faults() {
        return faults;
    }
}
