package org.registrationrights.suspension;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;

/**
 * Whether one Holder may sell under the statement at an instant: only while no event of which it was told is open (2.6).
 *
 * <p>A notice opens its event and the Holder's receipt of a prospectus that corrects the event closes it, each from its
 * own instant on. The papers may cross: a correction in hand counts for a notice that arrives after it, for no other
 * receipt would ever end that stop. Another notice of the same event is a copy of the first and opens nothing anew; what
 * makes the prospectus misleading again is an event of its own.
 *
 * @param at the instant asked about
 * @param stops every event of which the Holder was told, before or after that instant, by id
 */
public record SuspensionState(Instant at, List<Stop> stops) implements Explained {

    /**
     * One event as one Holder met it.
     *
     * @param noticeAt when the Holder was first told
     * @param correctedAt when it first had a prospectus that corrects the event, perhaps before it was told; null where
     *     it has none
     */
    public record Stop(String event, Instant noticeAt, Instant correctedAt) {

        public boolean isOpen(Instant at) {
            return hasCome(noticeAt, at) && !hasCome(correctedAt, at);
        }

        private static boolean hasCome(Instant paper, Instant at) {
            return paper != null && !paper.isAfter(at);
        }
    }

    /** @param events what this Holder received, in any order, also after {@code at} */
    @Implements({Clause.S2_6_A, Clause.S2_6_B})
    public static SuspensionState of(List<ReceivedPaper> events, Instant at) {
        Refusal.required("events", events, Clause.S2_6_A);
        Refusal.required("at", at, Clause.S2_6_A);
        Map<String, Instant> notices = new TreeMap<>();
        Map<String, Instant> corrections = new TreeMap<>();
        events.stream().sorted(Comparator.comparing(ReceivedPaper::at)).forEach(paper -> {
            switch (paper.type()) {
                case NOTICE_RECEIVED -> notices.putIfAbsent(paper.event(), paper.at());
                case AMENDED_PROSPECTUS_RECEIVED ->
                    paper.corrects().forEach(event -> corrections.putIfAbsent(event, paper.at()));
            }
        });
        List<Stop> stops = new ArrayList<>();
        notices.forEach((event, noticeAt) -> stops.add(new Stop(event, noticeAt, corrections.get(event))));
        return new SuspensionState(at, List.copyOf(stops));
    }

    public boolean mayDispose() {
        return openEvents().isEmpty();
    }

    /** Ids in ascending order. */
    public List<String> openEvents() {
        return stops.stream().filter(stop -> stop.isOpen(at)).map(Stop::event).toList();
    }

    /** @param subject an event's id */
    @Override
    public List<Step> explain(String subject) {
        List<Stop> told = stops.stream()
                .filter(stop -> subject == null || stop.event().equals(subject))
                .toList();
        Explanation explanation = Explanation.withoutPolicies();
        for (Stop stop : told) {
            explanation
                    .step(Clause.S2_6_A, "open once its notice has come and while no correction has")
                    .with("event", stop.event())
                    .with("noticeReceivedAt", stop.noticeAt())
                    .with("correctionReceivedAt", stop.correctedAt() == null ? "not received" : stop.correctedAt())
                    .with("at", at)
                    .gives("open", stop.isOpen(at));
        }
        if (subject == null) {
            return explanation
                    .step(Clause.S2_6_B, "the Holder may sell under the statement while no event is open")
                    .with("openEvents", openEvents())
                    .gives("mayDispose", mayDispose())
                    .steps();
        }
        if (told.isEmpty()) {
            throw Explained.stranger(subject);
        }
        return explanation.steps();
    }
}
