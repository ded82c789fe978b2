package org.registrationrights.casefile;

import java.time.Instant;

/**
 * What holds an entry where it lies and as it reads. Each seal rests on the one before it, so that none can be changed,
 * left out or put in between unseen.
 *
 * @param position counted from 1 without a gap, in the order of sealing
 * @param previous the seal before; {@link #NOTHING_BEFORE} for the first
 * @param entrySha256 of the entry as it read when it was sealed
 * @param sha256 of all the others
 */
record Seal(long position, long entryId, String previous, String entrySha256, Instant sealedAt, String sha256) {

    static final String NOTHING_BEFORE = "0".repeat(64);

    static Seal of(long position, long entryId, String previous, String entrySha256, Instant sealedAt) {
        return new Seal(
                position,
                entryId,
                previous,
                entrySha256,
                sealedAt,
                sha256(position, entryId, previous, entrySha256, sealedAt));
    }

    private static String sha256(long position, long entryId, String previous, String entrySha256, Instant sealedAt) {
        return Sha256.of(previous, position, entryId, entrySha256, sealedAt);
    }

    /** Whether it is the seal of what it names. */
    boolean holds() {
        return sha256.equals(sha256(position, entryId, previous, entrySha256, sealedAt));
    }
}
