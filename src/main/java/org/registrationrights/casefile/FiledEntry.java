package org.registrationrights.casefile;

import java.time.Instant;

/**
 * An entry as it lies in the case file.
 *
 * @param storedAt by the database's own clock
 * @param position its place in the chain; null until it is sealed
 * @param sha256 its seal, which rests on all before it; null until it is sealed
 */
public record FiledEntry(long id, CaseEntry entry, Instant storedAt, Long position, String sha256) {}
