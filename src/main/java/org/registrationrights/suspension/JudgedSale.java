package org.registrationrights.suspension;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;

/**
 * A sale in the light of the Holder's stops (2.6). Where only its day is known and the Holder was free for a part of that
 * day alone, the hours decide, and they are for a person to find out.
 *
 * @param openEvents the events that were open for the Holder at the time, or at some time of the day, in ascending order
 */
@Implements(Clause.S2_6_A)
public record JudgedSale(ReportedSale sale, Verdict verdict, List<String> openEvents) {

    public enum Verdict {
        OUTSIDE_STOP,
        INSIDE_STOP,
        HOURS_DECIDE
    }

    /** @param papers what the Holder received under the offering, in any order */
    public static JudgedSale of(ReportedSale sale, List<ReceivedPaper> papers, ZoneId zone) {
        List<SuspensionState> states = instants(sale, papers, zone).stream()
                .map(at -> SuspensionState.of(papers, at))
                .toList();
        List<String> open = states.stream()
                .flatMap(state -> state.openEvents().stream())
                .distinct()
                .sorted()
                .toList();
        boolean everFree = states.stream().anyMatch(SuspensionState::mayDispose);
        Verdict stopped = everFree ? Verdict.HOURS_DECIDE : Verdict.INSIDE_STOP;
        return new JudgedSale(sale, open.isEmpty() ? Verdict.OUTSIDE_STOP : stopped, open);
    }

    /** The instants between which nothing changes for the Holder while the sale may have been made. */
    private static List<Instant> instants(ReportedSale sale, List<ReceivedPaper> papers, ZoneId zone) {
        if (sale.soldAt() != null) {
            return List.of(sale.soldAt());
        }
        LocalDate day = sale.soldOn();
        Instant start = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        Stream<Instant> changes =
                papers.stream().map(ReceivedPaper::at).filter(at -> at.isAfter(start) && at.isBefore(end));
        return List.copyOf(
                new TreeSet<>(Stream.concat(Stream.of(start), changes).toList()));
    }
}
