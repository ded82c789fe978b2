package org.registrationrights.casefile;

import java.time.Instant;
import java.util.Map;
import org.registrationrights.agreement.Clause;

/**
 * One line of a case file: what happened, under which clause, by whose hand, and on what it rests.
 *
 * @param holderId null where it concerns the whole offering
 * @param actor the user who was signed in, or {@code system}
 * @param happenedAt when it happened; {@code recordedAt} is when it was written down
 * @param inputs the figures put in
 * @param policies the readings that decided, by their keys
 * @param result the figures got
 */
public record CaseEntry(
        String offeringId,
        String holderId,
        Clause clause,
        String event,
        String actor,
        Instant happenedAt,
        Instant recordedAt,
        Map<String, ?> inputs,
        Map<String, String> policies,
        Map<String, ?> result) {}
