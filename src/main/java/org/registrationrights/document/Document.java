package org.registrationrights.document;

import java.time.Instant;

/**
 * A document that has been drawn up, without its bytes. It is never changed: what is drawn up again has another id.
 *
 * @param offeringId null where it belongs to none
 * @param holderId null where it concerns no Holder alone
 * @param sha256 of the bytes, in hexadecimal digits
 */
public record Document(
        String id,
        String offeringId,
        String holderId,
        DocumentKind kind,
        Instant createdAt,
        String createdBy,
        String sha256,
        String mediaType,
        int pages) {}
