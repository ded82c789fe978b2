package org.registrationrights.web;

import jakarta.servlet.ServletContext;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.glassfish.jersey.servlet.ServletContainer;
import org.glassfish.jersey.servlet.ServletProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The engine's resources with our answers to errors. */
@Component
class EngineRest extends CamundaJerseyResourceConfig {

    @Override
    protected void registerAdditionalResources() {
        registerClasses(EngineErrors.MAPPERS);
    }

    /** The same for Tasklist and Cockpit, which come to the engine by a servlet of their own. */
    public static class ForWebapps extends EngineRestApplication {

        @Override
        public Set<Class<?>> getClasses() {
            Set<Class<?>> classes = new HashSet<>(super.getClasses());
            classes.addAll(EngineErrors.MAPPERS);
            return classes;
        }
    }

    /** The webapps keep a servlet of this name if it is there before them. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class WebappServlet implements ServletContextInitializer {

        @Override
        public void onStartup(ServletContext context) {
            var servlet = context.addServlet("Engine Api", ServletContainer.class);
            servlet.addMapping("/camunda/api/engine/*");
            servlet.setInitParameters(Map.of(ServletProperties.JAXRS_APPLICATION_CLASS, ForWebapps.class.getName()));
        }
    }
}
