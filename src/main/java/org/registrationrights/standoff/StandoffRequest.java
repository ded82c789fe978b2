package org.registrationrights.standoff;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * A request for a market stand-off as one Holder received it (7). A later request or an extension in the same offering
 * is counted from the same effective date, so that the longest period runs once.
 *
 * @param effectiveDate the day the offering's statement became effective; null where {@code effectiveAt} tells
 * @param effectiveAt the instant it did; null where {@code effectiveDate} tells
 * @param days asked for, in calendar days
 * @param requestReceivedDate the day the request reached this Holder, before or after effectiveness
 */
public record StandoffRequest(
        LocalDate effectiveDate,
        Instant effectiveAt,
        BigInteger days,
        Requester requestedBy,
        Boolean hasManagingUnderwriter,
        LocalDate requestReceivedDate) {

    /** Who asks. */
    public enum Requester {
        MANAGING_UNDERWRITER,
        EXECUTIVE_OFFICER
    }

    /** @throws Refusal for a field that is missing, for both ways of telling effectiveness, and for negative days */
    public StandoffRequest {
        if (effectiveAt == null) {
            Refusal.required("effectiveDate", effectiveDate, Clause.S7_A);
        } else if (effectiveDate != null) {
            throw Refusal.invalid("effectiveAt", "cannot stand beside effectiveDate", Clause.S7_A);
        }
        Refusal.required("days", days, Clause.S7_A);
        if (days.signum() < 0) {
            throw Refusal.invalid("days", days + " is negative", Clause.S7_A);
        }
        Refusal.required("requestedBy", requestedBy, Clause.S7_A);
        Refusal.required("hasManagingUnderwriter", hasManagingUnderwriter, Clause.S7_A);
        Refusal.required("requestReceivedDate", requestReceivedDate, Clause.S7_A);
    }

    LocalDate effectiveDay(ZoneId zone) {
        return effectiveAt == null ? effectiveDate : LocalDate.ofInstant(effectiveAt, zone);
    }

    boolean isByTheRightParty() {
        return requestedBy == (hasManagingUnderwriter ? Requester.MANAGING_UNDERWRITER : Requester.EXECUTIVE_OFFICER);
    }
}
