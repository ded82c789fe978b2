package org.registrationrights.suspension;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * own instant on. A notice that comes after the correction stops the Holder again, for a stop begins upon receipt of any
 * notice; papers that come together leave it free.
 *
 * @param at the instant asked about
 * @param stops every event of which the Holder was told, before or after that instant, by id
 */
public record SuspensionState(Instant at, List<Stop> stops) implements Explained {

    /**
     * One event as one Holder met it.
     *
     * @param noticeAt when the Holder was last told by the instant asked about, or else first
     * @param correctedAt when it had a prospectus that corrects the event after that; null where it has none
     */
    public record Stop(String event, Instant noticeAt, Instant correctedAt) {

        public boolean isOpen(Instant at) {
            return !noticeAt.isAfter(at) && (correctedAt == null || correctedAt.isAfter(at));
        }
    }

    /** @param events what this Holder received, in any order, also after {@code at} */
    @Implements({Clause.S2_6_A, Clause.S2_6_B})
    public static SuspensionState of(List<ReceivedPaper> events, Instant at) {
        Refusal.required("events", events, Clause.S2_6_A);
        Refusal.required("at", at, Clause.S2_6_A);
        Map<String, NavigableSet<Instant>> notices = new TreeMap<>();
        Map<String, NavigableSet<Instant>> corrections = new TreeMap<>();
        for (ReceivedPaper paper : events) {
            switch (paper.type()) {
                case NOTICE_RECEIVED -> note(notices, paper.event(), paper.at());
                case AMENDED_PROSPECTUS_RECEIVED ->
                    paper.corrects().forEach(event -> note(corrections, event, paper.at()));
            }
        }
        List<Stop> stops = new ArrayList<>();
        notices.forEach((event, told) -> {
            Instant lastTold = told.floor(at);
            Instant noticeAt = lastTold == null ? told.first() : lastTold;
            NavigableSet<Instant> corrected = corrections.getOrDefault(event, new TreeSet<>());
            stops.add(new Stop(event, noticeAt, corrected.ceiling(noticeAt)));
        });
        return new SuspensionState(at, List.copyOf(stops));
    }

    private static void note(Map<String, NavigableSet<Instant>> instants, String event, Instant at) {
        instants.computeIfAbsent(event, first -> new TreeSet<>()).add(at);
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
