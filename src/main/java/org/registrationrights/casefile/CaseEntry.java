package org.registrationrights.casefile;

import java.time.Instant;
import java.util.Map;
import org.registrationrights.agreement.Clause;

/**
 * One line of a case file: what happened, to whom, under which clause, by whose hand, and on what it rests.
 *
 * @param actor the user who was signed in, or {@code system}
 * @param happenedAt when it happened; {@code recordedAt} is when it was written down
 * @param inputs the figures put in
 * @param policies the readings that decided, by their keys
 * @param result the figures got
 * @param documents the SHA-256 of each document that it rests on or brought about, by the document's id
 */
public record CaseEntry(
        CaseSubject subject,
        Clause clause,
        String event,
        String actor,
        Instant happenedAt,
        Instant recordedAt,
        Map<String, ?> inputs,
        Map<String, String> policies,
        Map<String, ?> result,
        Map<String, String> documents) {

    public String offeringId() {
        return subject.offeringId();
    }

    public String holderId() {
        return subject.holderId();
    }

    public String matterId() {
        return subject.matterId();
    }
}
