package org.registrationrights.config;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The one clock of the application and the engine. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    @Profile("!demo")
    Clock clock() {
        return new EngineClock();
    }

    /** Starts at the configured instant and runs on; only the demonstration's own resource moves it. */
    @Configuration(proxyBeanMethods = false)
    @Profile("demo")
    @EnableConfigurationProperties(Demo.class)
    static class DemoClockConfiguration {

        @Bean
        Clock clock(Demo demo) {
            ClockUtil.offset(demo.clock().toInstant().toEpochMilli() - System.currentTimeMillis());
            return new EngineClock();
        }
    }

    /** @param clock the demonstration's first instant, inside the sample agreement's three years */
    @ConfigurationProperties(prefix = "demo", ignoreUnknownFields = false)
    record Demo(OffsetDateTime clock) {}
}
