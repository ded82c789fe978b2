package org.registrationrights.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Tells at start where everything is. */
@Component
class Announcement {

    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final Environment environment;

    Announcement(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        String root = "http%s://localhost:%s"
                .formatted(
                        environment.getProperty("server.ssl.enabled", boolean.class, false) ? "s" : "",
                        environment.getProperty("local.server.port"));
        LOG.info("""

                  Tasklist         {}/camunda/app/tasklist/
                  Cockpit          {}/camunda/app/cockpit/
                  Engine's REST    {}/engine-rest
                  API              {}/api
                  API description  {}/swagger-ui.html ({}/v3/api-docs)
                {}""", root, root, root, root, root, root, users());
    }

    private String users() {
        return environment.acceptsProfiles(Profiles.of("demo"))
                ? "  Demo users       admin, %s; password %s%n"
                        .formatted(
                                String.join(", ", Rights.BUSINESS_GROUPS.keySet()),
                                environment.getProperty("admin.password"))
                : "";
    }
}
