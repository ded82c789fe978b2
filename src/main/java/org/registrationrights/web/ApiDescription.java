package org.registrationrights.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

/** The head of the description at {@code /v3/api-docs}; the rest is read from the resources. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Registration rights",
                        version = "1",
                        description =
                                "Administers a registration rights agreement. Errors are problem details (RFC 9457)"
                                        + " that name the field and, where one decides, the clause."),
        security = @SecurityRequirement(name = "basic"))
@SecurityScheme(name = "basic", type = SecuritySchemeType.HTTP, scheme = "basic", description = "the engine's users")
class ApiDescription {}
