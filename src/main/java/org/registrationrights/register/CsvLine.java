package org.registrationrights.register;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.registrationrights.register.CsvRefusal.Fault;

/**
 * One line's values by column. What cannot be read is noted as a fault and comes back as null, so that one pass finds
 * every fault.
 */
record CsvLine(long number, Map<String, String> values, List<Fault> faults) {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,38}");
    private static final int LONGEST = 200;

    boolean has(String column) {
        return !values.get(column).isEmpty();
    }

    boolean hasAnyOf(Collection<String> columns) {
        return columns.stream().anyMatch(this::has);
    }

    void fault(String column, String message) {
        faults.add(new Fault(number, column, message));
    }

    void require(String column) {
        if (!has(column)) {
            fault(column, "is required");
        }
    }

    String text(String column) {
        require(column);
        return optionalText(column);
    }

    String optionalText(String column) {
        String value = values.get(column);
        if (value.length() > LONGEST) {
            fault(column, "is longer than " + LONGEST + " characters");
        }
        if (value.indexOf('\uFFFD') >= 0) {
            fault(column, "is not in UTF-8");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            fault(column, "has a line break or another control character");
        }
        return value.isEmpty() ? null : value;
    }

    String id(String column, Pattern pattern) {
        require(column);
        return optionalId(column, pattern);
    }

    String optionalId(String column, Pattern pattern) {
        if (!has(column)) {
            return null;
        }
        String value = values.get(column);
        if (!pattern.matcher(value).matches()) {
            fault(column, "'" + value + "' does not match " + pattern);
        }
        return value;
    }

    BigInteger shares(String column) {
        String value = values.get(column);
        if (COUNT.matcher(value).matches() && new BigInteger(value).signum() > 0) {
            return new BigInteger(value);
        }
        fault(column, "'" + value + "' is not a whole number of shares above 0");
        return null;
    }

    LocalDate date(String column) {
        require(column);
        return optionalDate(column);
    }

    LocalDate optionalDate(String column) {
        if (!has(column)) {
            return null;
        }
        String value = values.get(column);
        try {
            if (DATE.matcher(value).matches()) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeException noSuchDay) {
            // falls through to the fault
        }
        fault(column, "'" + value + "' is not a date like 2001-06-22");
        return null;
    }

    <E extends Enum<E>> E oneOf(Class<E> type, String column) {
        E[] known = type.getEnumConstants();
        for (E value : known) {
            if (value.name().equals(values.get(column))) {
                return value;
            }
        }
        fault(column, "'" + values.get(column) + "' is not one of " + Arrays.toString(known));
        return null;
    }

    boolean yes(String column) {
        String value = values.get(column);
        if (!List.of("true", "false", "").contains(value)) {
            fault(column, "'" + value + "' is neither true nor false");
        }
        return value.equals("true");
    }
}
