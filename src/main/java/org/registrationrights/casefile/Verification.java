package org.registrationrights.casefile;

import java.time.Instant;

/**
 * What became of the whole case file since it was sealed.
 *
 * @param whole whether nothing was changed, taken out, put in or moved
 * @param sealed how many entries the chain was found to hold up to its end or its first break
 * @param sha256 the last seal of these. Whoever keeps it, outside this database, can ask for it again
 * @param unsealed how many entries are still to be sealed, which nothing protects but the database's own guard
 * @param oldestUnsealed when the oldest of them was stored; null where there are none
 * @param firstBreak null where it is whole
 */
public record Verification(
        boolean whole, long sealed, String sha256, long unsealed, Instant oldestUnsealed, ChainBreak firstBreak) {}
