package org.registrationrights.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.registrationrights.deadline.Deadline;
import org.registrationrights.deadline.RunningDeadlines;
import org.springframework.stereotype.Component;

/** Every deadline that runs, of whatever kind. */
@Component
public class DeadlineBoard {

    private static final Comparator<Deadline> NEXT_FIRST =
            Comparator.comparing(Deadline::endsAt).thenComparing(Deadline::id);

    private final List<RunningDeadlines> kinds;

    DeadlineBoard(List<RunningDeadlines> kinds) {
        this.kinds = kinds;
    }

    /**
     * The next to end first.
     *
     * @param offeringId null for those of all offerings and of none
     * @param holderId null for those of all Holders and of none
     */
    public List<Deadline> running(String offeringId, String holderId, Instant now) {
        Stream<Deadline> all = kinds.stream().flatMap(kind -> kind.running(offeringId, now).stream());
        return all.filter(deadline -> holderId == null || holderId.equals(deadline.holderId()))
                .sorted(NEXT_FIRST)
                .toList();
    }
}
