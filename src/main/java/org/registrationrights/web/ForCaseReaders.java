package org.registrationrights.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** For those who may see the case. Underwriter, finance and transfer agent see what their own tasks show them. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyAuthority('counsel', 'corporate-secretary', 'holder-services', 'camunda-admin')")
@interface ForCaseReaders {}
