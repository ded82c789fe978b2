package org.registrationrights.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.registrationrights.casefile.ChainBreak.Kind;

/** Goes along the chain, seal by seal, and tells the first that is not as it was set. */
final class ChainCheck {

    /**
     * An entry is committed with its fact: no transaction takes so long. What stands after entries that were stored later
     * by more was not stored when it says.
     */
    static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

    /** @param sha256 of the entry as it reads now */
    record Read(Instant storedAt, String sha256) {}

    private final Function<String, Optional<Long>> positionOfSeal;
    private final Function<String, Optional<Long>> positionOfEntry;
    private long position;
    private String sha256 = Seal.NOTHING_BEFORE;
    private Instant youngest = Instant.MIN;

    /**
     * @param positionOfSeal where the seal with that SHA-256 lies
     * @param positionOfEntry where an entry was sealed that had that SHA-256
     */
    ChainCheck(Function<String, Optional<Long>> positionOfSeal, Function<String, Optional<Long>> positionOfEntry) {
        this.positionOfSeal = positionOfSeal;
        this.positionOfEntry = positionOfEntry;
    }

    long position() {
        return position;
    }

    String sha256() {
        return sha256;
    }

    /** @param entry null where the seal's entry is gone */
    Optional<ChainBreak> next(Seal seal, Read entry) {
        Optional<ChainBreak> broken = seal(seal).or(() -> entry(seal, entry));
        if (broken.isEmpty()) {
            position = seal.position();
            sha256 = seal.sha256();
            if (entry.storedAt().isAfter(youngest)) {
                youngest = entry.storedAt();
            }
        }
        return broken;
    }

    private Optional<ChainBreak> seal(Seal seal) {
        if (seal.position() != position + 1) {
            return broken(Kind.MISSING, position + 1, null, "the seal is gone");
        }
        if (!seal.previous().equals(sha256)) {
            Optional<Long> before = positionOfSeal.apply(seal.previous());
            if (before.isEmpty()) {
                return broken(Kind.MISSING, seal, "the seal that it was set after is gone");
            }
            return before.get() > seal.position()
                    ? broken(Kind.REORDERED, seal, "it was set after the seal that now lies at " + before.get())
                    : broken(Kind.INSERTED, position, null, "the next seal was not set after this one");
        }
        return seal.holds() ? Optional.empty() : broken(Kind.CHANGED, seal, "the seal does not read as it was set");
    }

    private Optional<ChainBreak> entry(Seal seal, Read entry) {
        if (entry == null) {
            return broken(Kind.MISSING, seal, "its entry is gone");
        }
        if (!entry.sha256().equals(seal.entrySha256())) {
            Optional<Long> other = positionOfEntry.apply(entry.sha256());
            return other.isPresent()
                    ? broken(Kind.REORDERED, seal, "it holds the entry that was sealed at " + other.get())
                    : broken(Kind.CHANGED, seal, "its entry does not read as it was sealed");
        }
        if (isBackdated(entry.storedAt())) {
            return broken(Kind.INSERTED, seal, "its entry stands after entries that were stored long after it");
        }
        return Optional.empty();
    }

    /** Whether an entry cannot have been stored when it says, as entries that were stored much later are sealed before it. */
    boolean isBackdated(Instant storedAt) {
        return youngest.isAfter(Instant.MIN) && storedAt.isBefore(youngest.minus(LONGEST_TRANSACTION));
    }

    private static Optional<ChainBreak> broken(Kind kind, Seal seal, String sentence) {
        return broken(kind, seal.position(), seal.entryId(), sentence);
    }

    private static Optional<ChainBreak> broken(Kind kind, long position, Long entryId, String sentence) {
        return Optional.of(new ChainBreak(kind, position, entryId, "position " + position + ": " + sentence));
    }
}
