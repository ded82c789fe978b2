package org.registrationrights.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.registrationrights.deadline.Deadline;
import org.registrationrights.deadline.Deadline.SetBy;
import org.registrationrights.explanation.Step;

/** Deadlines as a calendar (RFC 5545) that a lawyer subscribes to. */
final class DeadlineCalendar {

    private static final String NAME = "Registration rights: deadlines";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private final Appendable out;

    private DeadlineCalendar(Appendable out) {
        this.out = out;
    }

    /** Writes it entry by entry; nothing of it is kept. */
    static void write(List<Deadline> deadlines, Instant now, Appendable out) throws IOException {
        DeadlineCalendar calendar = new DeadlineCalendar(out);
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//Registration rights//Deadlines//EN");
        calendar.line("NAME", text(NAME));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        // the same for programs that are older than RFC 7986
        calendar.line("X-WR-CALNAME", text(NAME));
        calendar.line("X-PUBLISHED-TTL", "PT1H");
        for (Deadline deadline : deadlines) {
            calendar.event(deadline, now);
        }
        calendar.line("END", "VCALENDAR");
    }

    /** A whole day, since the last day is in time until its end. */
    private void event(Deadline deadline, Instant now) throws IOException {
        LocalDate day = deadline.lastDay();
        line("BEGIN", "VEVENT");
        // the same whenever it is fetched, so that a deadline that moves moves in the calendar too
        line("UID", text(deadline.id() + "@registration-rights"));
        line("DTSTAMP", INSTANT.format(now));
        line("DTSTART;VALUE=DATE", DAY.format(day));
        line("DTEND;VALUE=DATE", DAY.format(day.plusDays(1)));
        line("SUMMARY", text(summary(deadline, now)));
        line("DESCRIPTION", text(description(deadline)));
        line("CATEGORIES", deadline.setBy() == SetBy.AGREEMENT ? "Agreement" : "Company");
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }

    private static String summary(Deadline deadline, Instant now) {
        String subject = Stream.of(deadline.offeringId(), deadline.holderId(), deadline.matterId())
                .filter(Objects::nonNull)
                .map(part -> part + " ")
                .collect(Collectors.joining());
        return (deadline.overdue(now) ? "OVERDUE " : "") + subject + deadline.what() + " ("
                + deadline.clause().citation() + ")";
    }

    private static String description(Deadline deadline) {
        String steps =
                deadline.computation().stream().map(DeadlineCalendar::sentence).collect(Collectors.joining());
        return (deadline.since() == null ? "" : "Runs since " + deadline.since() + ". ") + "From " + deadline.endsAt()
                + " it is too late.\nEnded by " + deadline.endedBy() + ".\n" + steps;
    }

    private static String sentence(Step step) {
        String inputs =
                step.inputs().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
        return step.clause().citation() + ": " + step.formula() + (inputs.isEmpty() ? "" : " (" + inputs + ")") + ": "
                + step.name() + " " + step.result() + "\n";
    }

    private static String text(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Folded after so many bytes, and never within a character. */
    private void line(String name, String value) throws IOException {
        String line = name + ":" + value;
        int bytes = 0;
        for (int i = 0; i < line.length(); ) {
            String character = Character.toString(line.codePointAt(i));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > LONGEST_LINE) {
                out.append("\r\n ");
                bytes = 1;
            }
            out.append(character);
            bytes += length;
            i += character.length();
        }
        out.append("\r\n");
    }
}
