package org.registrationrights.config;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets time pass in the demonstration: from due date to due date, so that all happens in its order and at its time. */
@Component
@Profile("demo")
public class DemoTime {

    public record Passed(int executedJobs, List<FailedJob> failedJobs) {}

    /** A job whose last attempt failed; the engine tries again later, and in the end an operator has to. */
    public record FailedJob(String id, String message) {}

    private final Clock clock;
    private final ManagementService management;
    private final IdentityService identities;
    private final JobExecutor executor;

    DemoTime(
            Clock clock,
            ManagementService management,
            IdentityService identities,
            ProcessEngineConfigurationImpl engine) {
        this.clock = clock;
        this.management = management;
        this.identities = identities;
        this.executor = engine.getJobExecutor();
    }

    /** @param target not before now; what falls due until then has happened when this returns */
    public synchronized Passed passTo(Instant target) {
        // what falls due by itself is nobody's doing
        identities.clearAuthentication();
        SecurityContextHolder.clearContext();
        boolean running = pauseExecutor();
        try {
            return stepTo(target);
        } finally {
            if (running) {
                executor.start();
            }
        }
    }

    private Passed stepTo(Instant target) {
        int executed = 0;
        Map<String, FailedJob> failed = new LinkedHashMap<>();
        while (true) {
            for (Job due; (due = first(jobs().executable())) != null; ) {
                try {
                    management.executeJob(due.getId());
                    executed++;
                    failed.remove(due.getId());
                } catch (RuntimeException e) {
                    failed.put(due.getId(), new FailedJob(due.getId(), e.getMessage()));
                }
            }
            if (!clock.instant().isBefore(target)) {
                return new Passed(executed, List.copyOf(failed.values()));
            }
            Job later = first(jobs().duedateLowerThan(Date.from(target)));
            Instant next = later == null ? target : later.getDuedate().toInstant();
            ClockUtil.offset(next.toEpochMilli() - System.currentTimeMillis());
        }
    }

    private JobQuery jobs() {
        return management.createJobQuery().active().withRetriesLeft();
    }

    private static Job first(JobQuery jobs) {
        return jobs.orderByJobDuedate().asc().listPage(0, 1).stream()
                .findFirst()
                .orElse(null);
    }

    /** The executor's threads would take the same jobs, and the loser of two would be a failure. */
    private boolean pauseExecutor() {
        boolean running = executor.isActive();
        executor.shutdown();
        if (executor instanceof SpringJobExecutor spring
                && spring.getTaskExecutor() instanceof ThreadPoolTaskExecutor threads) {
            while (threads.getActiveCount() + threads.getQueueSize() > 0) {
                LockSupport.parkNanos(1_000_000);
            }
        }
        return running;
    }
}
