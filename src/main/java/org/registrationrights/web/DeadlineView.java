package org.registrationrights.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.registrationrights.deadline.Deadline;

/**
 * A deadline as it goes out.
 *
 * @param lastSecond the last second that is in time, as people are told
 */
record DeadlineView(@JsonUnwrapped Deadline deadline, Instant lastSecond, boolean overdue) {

    static DeadlineView of(Deadline deadline, Instant now) {
        return new DeadlineView(deadline, deadline.endsAt().minusSeconds(1), deadline.overdue(now));
    }
}
