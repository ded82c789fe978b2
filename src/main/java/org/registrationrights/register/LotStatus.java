package org.registrationrights.register;

/** Whether a lot's shares are Registrable Shares on a day, and if not why not: the first that applies (1.7). */
public enum LotStatus {
    /** Neither merger nor warrant shares, nor derived from them. */
    NOT_COVERED,
    NOT_ISSUED,
    /** No longer outstanding. */
    CEASED_Z,
    /** Disposed of under an effective registration statement. */
    CEASED_W,
    /** Distributed to the public under Rule 144. */
    CEASED_X_SOLD,
    /** Otherwise transferred, certificated anew and free to trade. */
    CEASED_Y,
    /** Can be distributed under Rule 144 within three months. */
    CEASED_X_ELIGIBLE,
    /** Sold without the rights of Section 2. */
    EXCLUDED_A,
    /** In escrow. */
    EXCLUDED_B,
    /** Locked up by an Employment Agreement. */
    EXCLUDED_C,
    REGISTRABLE
}
