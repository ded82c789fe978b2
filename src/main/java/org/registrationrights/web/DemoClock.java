package org.registrationrights.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets time pass in the demonstration: from due date to due date, so that all happens in its order and at its time. */
@RestController
@RequestMapping("/api/demo/clock")
@Profile("demo")
class DemoClock {

    /** One of the two: {@code advance} such as {@code P10D} or {@code PT1H}, or {@code now}, an instant with offset. */
    record Move(String advance, String now) {}

    record Moved(OffsetDateTime now, int executedJobs, List<FailedJob> failedJobs) {}

    /** What failed stays with the engine, which tries again later and in the end asks an operator. */
    record FailedJob(String id, String message) {}

    private final Clock clock;
    private final Agreement agreement;
    private final ManagementService management;
    private final IdentityService identities;
    private final JobExecutor executor;
    private final ThreadPoolTaskExecutor executorThreads;

    DemoClock(
            Clock clock,
            Agreement agreement,
            ManagementService management,
            IdentityService identities,
            ProcessEngineConfigurationImpl engine,
            ThreadPoolTaskExecutor camundaTaskExecutor) {
        this.clock = clock;
        this.agreement = agreement;
        this.management = management;
        this.identities = identities;
        this.executor = engine.getJobExecutor();
        this.executorThreads = camundaTaskExecutor;
    }

    @PostMapping
    @Operation(summary = "Lets time pass until an instant, and all happen that falls due on the way")
    synchronized Moved move(@RequestBody Move move) {
        Instant target = target(move);
        if (target.isBefore(clock.instant())) {
            throw Refusal.invalid(move.now() == null ? "advance" : "now", "the clock never goes back");
        }
        // what falls due by itself is nobody's doing
        identities.clearAuthentication();
        SecurityContextHolder.clearContext();
        boolean running = pauseExecutor();
        try {
            return passTo(target);
        } finally {
            if (running) {
                executor.start();
            }
        }
    }

    private Moved passTo(Instant target) {
        int executed = 0;
        List<FailedJob> failed = new ArrayList<>();
        for (Instant next = target; ; ClockUtil.offset(next.toEpochMilli() - System.currentTimeMillis())) {
            for (Job due; (due = first(jobs().executable())) != null; ) {
                try {
                    management.executeJob(due.getId());
                    executed++;
                } catch (RuntimeException e) {
                    failed.add(new FailedJob(due.getId(), e.getMessage()));
                }
            }
            Instant now = clock.instant();
            if (!now.isBefore(target)) {
                return new Moved(now.atZone(zone()).toOffsetDateTime(), executed, failed);
            }
            Job later = first(jobs().duedateLowerThan(Date.from(target)));
            next = later == null ? target : later.getDuedate().toInstant();
        }
    }

    private JobQuery jobs() {
        return management.createJobQuery().active().withRetriesLeft();
    }

    private static Job first(JobQuery jobs) {
        return jobs.orderByJobDuedate().asc().listPage(0, 1).stream().findFirst().orElse(null);
    }

    /** The executor's threads would take the same jobs, and the loser of two would be a failure. */
    private boolean pauseExecutor() {
        boolean running = executor.isActive();
        executor.shutdown();
        try {
            while (executorThreads.getActiveCount() + executorThreads.getQueueSize() > 0) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return running;
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
            throw Refusal.invalid("now", "'" + now + "' is not an instant with offset, such as 2002-03-31T09:00:00-08:00");
        }
    }

    /** Days are days of the agreement's zone, of 23 and 25 hours where its clocks change. */
    private Instant advanced(String advance) {
        int time = advance.indexOf('T');
        try {
            String date = time < 0 ? advance : advance.substring(0, time);
            Period days = date.equals("P") && time > 0 ? Period.ZERO : Period.parse(date);
            Duration hours = time < 0 ? Duration.ZERO : Duration.parse("P" + advance.substring(time));
            ZonedDateTime now = clock.instant().atZone(zone());
            return now.plus(days).plus(hours).toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            throw Refusal.invalid("advance", "'" + advance + "' is not a duration, such as P10D or PT1H");
        }
    }

    private ZoneId zone() {
        return agreement.policiesAsOf(agreement.day(clock.instant())).zone();
    }
}
