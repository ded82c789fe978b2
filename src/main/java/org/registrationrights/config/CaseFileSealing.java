package org.registrationrights.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.registrationrights.casefile.CaseChainRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals the case file in the background, on every node; of several that try at once one does. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CaseFileSealing {

    /**
     * No job of the engine: it has nothing to decide, to retry or to remember, and a timer of a second would go through
     * the history and stand before the legal timers in the executor's queue.
     */
    @Component
    static class Sealer {

        private final CaseChainRepository chain;
        private final Clock clock;

        Sealer(CaseChainRepository chain, Clock clock) {
            this.chain = chain;
            this.clock = clock;
        }

        @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
        void seal() {
            int sealed;
            do {
                sealed = chain.seal(clock.instant());
            } while (sealed == CaseChainRepository.BATCH);
        }
    }

    @Bean
    MeterBinder caseFileMeters(CaseChainRepository chain) {
        return (MeterRegistry registry) -> {
            TimeGauge.builder(
                            "case.file.unsealed.age",
                            chain,
                            TimeUnit.MILLISECONDS,
                            rows -> rows.unsealed().age().toMillis())
                    .description("Age of the oldest entry of the case file that is committed and not sealed")
                    .register(registry);
            Gauge.builder("case.file.unsealed", chain, rows -> rows.unsealed().count())
                    .description("Entries of the case file that are committed and not sealed")
                    .register(registry);
            Gauge.builder("case.file.sealed", chain, rows -> rows.end().position())
                    .description("Entries of the case file that are sealed: never fewer than before")
                    .register(registry);
        };
    }
}
