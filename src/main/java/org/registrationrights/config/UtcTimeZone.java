package org.registrationrights.config;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/**
 * The engine writes its timestamps without a zone, in the zone of the JVM. It is UTC wherever we run: else a server
 * that is moved, or the hour that comes twice in autumn, would move a deadline. A listener of the first event of every
 * start, in tests too, comes before any class that might remember the zone.
 */
class UtcTimeZone implements ApplicationListener<ApplicationStartingEvent> {

    @Override
    public void onApplicationEvent(ApplicationStartingEvent event) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    }
}
