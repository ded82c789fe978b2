package org.registrationrights.dispute;

import java.time.LocalDate;

/**
 * How the last arbitration about a claim ended.
 *
 * @param renderedOn the day of the award; of the settlement or the withdrawal where there is none
 * @param paper that shows it
 */
public record AwardOnClaim(String disputeId, AwardFinding finding, LocalDate renderedOn, String paper) {}
