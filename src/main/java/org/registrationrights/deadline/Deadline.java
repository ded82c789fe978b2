package org.registrationrights.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.explanation.Step;

/**
 * A time that runs.
 *
 * @param id the same for as long as it runs, even if it moves; begins with its kind
 * @param what is to happen, or may, before it ends
 * @param offeringId with {@code holderId} and {@code matterId} whom and what it concerns; null where it concerns all
 * @param since the day from which it runs; null where that is not kept
 * @param computation how its end came about
 * @param lastDay the last day that is in time
 * @param endsAt the first instant that is too late
 * @param endedBy what ends it before, or otherwise
 */
public record Deadline(
        String id,
        String what,
        SetBy setBy,
        Clause clause,
        String offeringId,
        String holderId,
        String matterId,
        LocalDate since,
        List<Step> computation,
        LocalDate lastDay,
        Instant endsAt,
        String endedBy) {

    /** Who says how long it is. */
    public enum SetBy {
        AGREEMENT,
        /** The agreement sets none; the Company does, so that nothing is waited for unseen. It costs nobody a right. */
        COMPANY
    }

    /** Whether it is over by then although what it waits for has not come. */
    public boolean overdue(Instant now) {
        return !now.isBefore(endsAt);
    }
}
