package org.registrationrights.notice;

import java.time.Instant;

/**
 * A notice to a Holder or an answer from one, as the evidence shows it.
 *
 * @param id in the order of recording
 * @param answer null in a notice
 */
public record Communication(
        long id,
        ElectionKey election,
        DeemedReceipt.Direction direction,
        Delivery delivery,
        Answer answer,
        Instant recordedAt,
        String recordedBy) {}
