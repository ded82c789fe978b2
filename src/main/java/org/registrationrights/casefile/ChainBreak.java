package org.registrationrights.casefile;

/**
 * Where the case file is not what was sealed.
 *
 * @param position of the seal; null for an entry that has none
 * @param entryId null where it is not known
 */
public record ChainBreak(Kind kind, Long position, Long entryId, String sentence) {

    public enum Kind {
        /** An entry or a seal does not read as it did. */
        CHANGED,
        /** An entry or a seal is gone. */
        MISSING,
        /** An entry or a seal was put in afterwards. */
        INSERTED,
        /** Two have changed places. */
        REORDERED
    }
}
