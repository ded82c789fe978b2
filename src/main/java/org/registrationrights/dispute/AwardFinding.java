package org.registrationrights.dispute;

/** What the arbitration of a claim has found about its indemnity, which leads the claim on (3.3). */
public enum AwardFinding {
    INDEMNITY_AVAILABLE,
    INDEMNITY_UNAVAILABLE,
    /** The award leaves it open, or there is none. */
    NO_FINDING
}
