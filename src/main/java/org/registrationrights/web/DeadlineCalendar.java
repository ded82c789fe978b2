package org.registrationrights.web;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.RefreshInterval;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.registrationrights.deadline.Deadline;
import org.registrationrights.deadline.Deadline.SetBy;
import org.registrationrights.explanation.Step;

/** Deadlines as a calendar that a lawyer subscribes to. */
final class DeadlineCalendar {

    private DeadlineCalendar() {}

    static String of(List<Deadline> deadlines, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Registration rights//Deadlines//EN");
        calendar.setName("Registration rights: deadlines");
        calendar.setRefreshInterval(
                new RefreshInterval(Duration.builder().hours(1).build()));
        deadlines.forEach(deadline -> calendar.addEvent(event(deadline, now)));
        return Biweekly.write(calendar).version(ICalVersion.V2_0).go();
    }

    /** A whole day, since the last day is in time until its end. */
    private static VEvent event(Deadline deadline, Instant now) {
        VEvent event = new VEvent();
        // the same whenever it is fetched, so that a deadline that moves moves in the calendar too
        event.setUid(deadline.id() + "@registration-rights");
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(date(deadline.lastDay()));
        event.setDateEnd(date(deadline.lastDay().plusDays(1)));
        event.setSummary(summary(deadline, now));
        event.setDescription(description(deadline));
        event.addCategories(deadline.setBy() == SetBy.AGREEMENT ? "Agreement" : "Company's own");
        event.setTransparency(true);
        return event;
    }

    private static String summary(Deadline deadline, Instant now) {
        String subject = Stream.of(deadline.offeringId(), deadline.holderId(), deadline.matterId())
                .filter(part -> part != null)
                .map(part -> part + " ")
                .collect(Collectors.joining());
        return (deadline.overdue(now) ? "OVERDUE " : "") + subject + deadline.what() + " ("
                + deadline.clause().citation() + ")";
    }

    private static String description(Deadline deadline) {
        String steps =
                deadline.computation().stream().map(DeadlineCalendar::sentence).collect(Collectors.joining());
        return (deadline.since() == null ? "" : "Runs since " + deadline.since() + ". ")
                + "From " + deadline.endsAt() + " it is too late.\nEnded by " + deadline.endedBy() + ".\n" + steps;
    }

    private static String sentence(Step step) {
        String inputs =
                step.inputs().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
        return step.clause().citation() + ": " + step.formula() + " (" + inputs + "): " + step.name() + " "
                + step.result() + "\n";
    }

    private static ICalDate date(LocalDate day) {
        // a date without a time is written in the JVM's zone, which is UTC
        return new ICalDate(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()), false);
    }
}
