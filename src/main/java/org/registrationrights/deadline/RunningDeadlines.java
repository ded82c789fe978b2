package org.registrationrights.deadline;

import java.time.Instant;
import java.util.List;

/** Deadlines of one kind. Whatever bean tells them is on the board, in the feed and in its offering's view. */
public interface RunningDeadlines {

    /**
     * Those that run at the instant, read with one query however many there are; with those that are over while what they
     * wait for is still to come.
     *
     * @param offeringId null for those of all offerings and of none
     */
    List<Deadline> running(String offeringId, Instant now);
}
