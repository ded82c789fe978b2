package org.registrationrights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.config.DemoTime;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/demo/clock")
@Profile("demo")
@Tag(name = "Demonstration", description = "The clock that can be moved")
class DemoClock {

    /** One of the two: {@code advance} such as {@code P10D} or {@code PT1H}, or {@code now}, an instant with offset. */
    record Move(String advance, String now) {}

    record Moved(OffsetDateTime now, int executedJobs, List<DemoTime.FailedJob> failedJobs) {}

    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final DemoTime time;
    private final Clock clock;
    private final Agreement agreement;

    DemoClock(DemoTime time, Clock clock, Agreement agreement) {
        this.time = time;
        this.clock = clock;
        this.agreement = agreement;
    }

    @PostMapping
    @Operation(summary = "Lets time pass until an instant, and all happen that falls due on the way")
    Moved move(@RequestBody Move move) {
        Instant target = target(move);
        String field = move.now() == null ? "advance" : "now";
        if (target.isBefore(clock.instant())) {
            throw Refusal.invalid(field, "the clock never goes back");
        }
        if (target.isAfter(LAST)) {
            throw Refusal.invalid(field, "the clock stops at " + LAST);
        }
        DemoTime.Passed passed = time.passTo(target);
        return new Moved(clock.instant().atZone(zone()).toOffsetDateTime(), passed.executedJobs(), passed.failedJobs());
    }

    private Instant target(Move move) {
        if (move.advance() == null && move.now() == null) {
            throw Refusal.invalid("advance", "is missing, and so is now");
        }
        if (move.advance() != null && move.now() != null) {
            throw Refusal.invalid("now", "excludes advance");
        }
        return move.now() == null ? advanced(move.advance()) : instant(move.now());
    }

    private static Instant instant(String now) {
        try {
            return OffsetDateTime.parse(now).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "now", "'" + now + "' is not an instant with offset, such as 2002-03-31T09:00:00-08:00");
        }
    }

    /** Days are days of the agreement's zone, of 23 or 25 hours where its clocks change. */
    private Instant advanced(String advance) {
        int time = advance.indexOf('T');
        try {
            String date = time < 0 ? advance : advance.substring(0, time);
            Period days = date.equals("P") && time > 0 ? Period.ZERO : Period.parse(date);
            Duration hours = time < 0 ? Duration.ZERO : Duration.parse("P" + advance.substring(time));
            return clock.instant().atZone(zone()).plus(days).plus(hours).toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            throw Refusal.invalid("advance", "'" + advance + "' is not a duration, such as P10D or PT1H");
        }
    }

    private ZoneId zone() {
        return agreement.policiesAsOf(agreement.day(clock.instant())).zone();
    }
}
