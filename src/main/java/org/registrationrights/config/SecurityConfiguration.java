package org.registrationrights.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Closed but for what is named here. Path patterns throughout: the other matchers do not see the engine's servlet.
 * The error dispatch is open, else every refusal would be answered by a second one.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class SecurityConfiguration {

    private static final String METRICS = "/actuator/prometheus";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final RequestMatcher DEPLOYMENT = paths(
            "/engine-rest/deployment/**",
            "/engine-rest/engine/*/deployment/**",
            "/camunda/api/engine/engine/*/deployment/**");

    /** A restarted instance begins where the request says, and an error or escalation leaves a task without its form. */
    private static final RequestMatcher BEHIND_THE_GATES =
            new OrRequestMatcher(Stream.of("/engine-rest", "/engine-rest/engine/*", "/camunda/api/engine/engine/*")
                    .flatMap(root -> Stream.of(
                            root + "/process-definition/*/restart",
                            root + "/process-definition/*/restart-async",
                            root + "/task/*/bpmnError",
                            root + "/task/*/bpmnEscalation"))
                    .<RequestMatcher>map(SecurityConfiguration::path)
                    .toList());

    /** Deploying a model is running its code. */
    private static final RequestMatcher NEVER_OVER_HTTP = request -> !READING.contains(request.getMethod())
            && (DEPLOYMENT.matches(request) || BEHIND_THE_GATES.matches(request));

    /** A form on another site can send a browser's remembered basic password, but not hide where it comes from. */
    private static final RequestMatcher WRITE_FROM_ANOTHER_SITE = request -> !READING.contains(request.getMethod())
            && Set.of("cross-site", "same-site").contains(String.valueOf(request.getHeader("Sec-Fetch-Site")));

    /** Programs, and the browsable description: HTTP basic, no session. */
    @Bean
    @Order(1)
    SecurityFilterChain resources(HttpSecurity http, IdentityService identities, ObjectMapper json) throws Exception {
        return http.securityMatcher(
                        paths("/engine-rest/**", "/api/**", "/v3/**", "/swagger-ui.html", "/swagger-ui/**", METRICS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(NEVER_OVER_HTTP)
                        .denyAll()
                        .requestMatchers(WRITE_FROM_ANOTHER_SITE)
                        .denyAll()
                        .requestMatchers(path(METRICS))
                        .hasAnyAuthority(Rights.MONITORING, Groups.CAMUNDA_ADMIN)
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, refused) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"registration-rights\"");
                    answer(json, request, response, HttpStatus.UNAUTHORIZED, "a user and a password are required");
                }))
                .exceptionHandling(errors -> errors.accessDeniedHandler((request, response, refused) ->
                        answer(json, request, response, HttpStatus.FORBIDDEN, "this user may not do that over HTTP")))
                .addFilterAfter(new EngineAuthenticationFilter(identities), AuthorizationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The webapps bring their own login, session and CSRF token; here stands what they leave open and we do not. */
    @Bean
    @Order(2)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        return http.securityMatcher(paths("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(path("/camunda/api/admin/setup/**"))
                        .denyAll()
                        .requestMatchers(NEVER_OVER_HTTP)
                        .denyAll()
                        .requestMatchers(
                                path(HttpMethod.GET, "/camunda/api/*/plugin/*/static/**"),
                                // the login page asks for the engine's name and shows no form without it
                                path(HttpMethod.GET, "/camunda/api/engine/engine/"),
                                path(HttpMethod.GET, "/camunda/api/admin/auth/user/*"),
                                path(HttpMethod.POST, "/camunda/api/admin/auth/user/*/login/*"),
                                path(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                        .permitAll()
                        .requestMatchers(path("/camunda/api/**"))
                        .access((user, context) -> new AuthorizationDecision(loggedIn(context.getRequest())))
                        .requestMatchers(path(HttpMethod.GET, "/camunda/**"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                // the webapps send their own headers
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                path(HttpMethod.GET, "/"),
                                path(HttpMethod.GET, "/actuator/health"),
                                path(HttpMethod.GET, "/actuator/health/*"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private static boolean loggedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute("authenticatedUser") instanceof Authentications users
                && !users.getAuthentications().isEmpty();
    }

    private static void answer(
            ObjectMapper json, HttpServletRequest request, HttpServletResponse response, HttpStatus status, String why)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, why);
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }

    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(Stream.of(patterns)
                .<RequestMatcher>map(SecurityConfiguration::path)
                .toList());
    }

    private static PathPatternRequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static PathPatternRequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
