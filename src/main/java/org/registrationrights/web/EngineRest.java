package org.registrationrights.web;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.rest.dto.runtime.StartProcessInstanceDto;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.glassfish.jersey.servlet.ServletContainer;
import org.glassfish.jersey.servlet.ServletProperties;
import org.registrationrights.agreement.Refusal;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The engine's resources, with our answers to errors and to a start that is not whole. */
@Component
class EngineRest extends CamundaJerseyResourceConfig {

    private static final Set<Class<?>> OURS = Set.of(
            EngineErrors.OfRest.class, EngineErrors.OfEngine.class, EngineErrors.OfAnything.class, WholeStart.class);

    @Override
    protected void registerAdditionalResources() {
        registerClasses(OURS);
    }

    /** Whoever may start a process may not start it behind its gates, which the engine would allow. */
    static class WholeStart implements ReaderInterceptor {

        @Override
        public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
            Object body = context.proceed();
            if (body instanceof StartProcessInstanceDto start
                    && (start.getStartInstructions() != null
                            || start.isSkipCustomListeners()
                            || start.isSkipIoMappings())) {
                throw Refusal.invalid("startInstructions", "an instance starts at its beginning and skips nothing");
            }
            return body;
        }
    }

    /** The same for Tasklist and Cockpit, which come to the engine by a servlet of their own. */
    public static class ForWebapps extends EngineRestApplication {

        @Override
        public Set<Class<?>> getClasses() {
            Set<Class<?>> classes = new HashSet<>(super.getClasses());
            classes.addAll(OURS);
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
