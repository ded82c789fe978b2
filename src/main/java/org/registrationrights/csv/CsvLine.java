package org.registrationrights.csv;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.registrationrights.calendar.WrittenTime;
import org.registrationrights.csv.CsvRefusal.Fault;

/**
 * One line's values by column. What cannot be read is noted as a fault and comes back as null, so that one pass finds
 * every fault.
 */
public record CsvLine(long number, Map<String, String> values, List<Fault> faults) {

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,38}");
    private static final int LONGEST = 200;

    public boolean has(String column) {
        return !values.get(column).isEmpty();
    }

    public boolean hasAnyOf(Collection<String> columns) {
        return columns.stream().anyMatch(this::has);
    }

    public void fault(String column, String message) {
        faults.add(new Fault(number, column, message));
    }

    public void require(String column) {
        if (!has(column)) {
            fault(column, "is required");
        }
    }

    public String text(String column) {
        require(column);
        return optionalText(column);
    }

    public String optionalText(String column) {
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

    public String id(String column, Pattern pattern) {
        require(column);
        return optionalId(column, pattern);
    }

    public String optionalId(String column, Pattern pattern) {
        if (!has(column)) {
            return null;
        }
        String value = values.get(column);
        if (!pattern.matcher(value).matches()) {
            fault(column, "'" + value + "' does not match " + pattern);
        }
        return value;
    }

    public BigInteger shares(String column) {
        String value = values.get(column);
        if (COUNT.matcher(value).matches() && new BigInteger(value).signum() > 0) {
            return new BigInteger(value);
        }
        fault(column, "'" + value + "' is not a whole number of shares above 0");
        return null;
    }

    public LocalDate date(String column) {
        require(column);
        return optionalDate(column);
    }

    public LocalDate optionalDate(String column) {
        return time(column, WrittenTime::date, "a date like 2001-06-22");
    }

    public Instant optionalInstant(String column) {
        return time(column, WrittenTime::instant, "an instant with offset like 2002-01-10T09:00:00-08:00");
    }

    private <T> T time(String column, Function<String, T> read, String kind) {
        if (!has(column)) {
            return null;
        }
        try {
            return read.apply(values.get(column));
        } catch (DateTimeException e) {
            fault(column, "'" + values.get(column) + "' is not " + kind);
            return null;
        }
    }

    public <E extends Enum<E>> E oneOf(Class<E> type, String column) {
        E value = optionalOneOf(type, column);
        if (value == null && !has(column)) {
            fault(column, "'' is not one of " + Arrays.toString(type.getEnumConstants()));
        }
        return value;
    }

    public <E extends Enum<E>> E optionalOneOf(Class<E> type, String column) {
        if (!has(column)) {
            return null;
        }
        E[] known = type.getEnumConstants();
        for (E value : known) {
            if (value.name().equals(values.get(column))) {
                return value;
            }
        }
        fault(column, "'" + values.get(column) + "' is not one of " + Arrays.toString(known));
        return null;
    }

    public boolean yes(String column) {
        return Boolean.TRUE.equals(optionalYes(column));
    }

    public Boolean optionalYes(String column) {
        String value = values.get(column);
        if (!List.of("true", "false", "").contains(value)) {
            fault(column, "'" + value + "' is neither true nor false");
        }
        return value.isEmpty() ? null : Boolean.valueOf(value);
    }
}
