package org.registrationrights.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Days and instants as they are written: ISO text, an instant with its offset, in years that our calendars can mean. */
public final class WrittenTime {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private WrittenTime() {}

    /** @throws DateTimeException for any other text */
    public static Instant instant(String text) {
        OffsetDateTime instant = OffsetDateTime.parse(text);
        checkYear(instant.getYear());
        return instant.toInstant();
    }

    /** @throws DateTimeException for any other text */
    public static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        checkYear(date.getYear());
        return date;
    }

    private static void checkYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("the year " + year + " is out of reach");
        }
    }
}
