package org.registrationrights.notice;

import java.time.Instant;
import org.registrationrights.document.DocumentKind;

/**
 * Letters of one kind that are printed together.
 *
 * @param number counted in the offering from 1
 * @param letters how many
 */
public record Mailing(
        String offeringId, int number, DocumentKind kind, int letters, Instant createdAt, String createdBy) {}
