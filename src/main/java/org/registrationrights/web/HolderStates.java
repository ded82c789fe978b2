package org.registrationrights.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.process.standoff.StandoffPeriods;
import org.registrationrights.process.standoff.StandoffPeriods.Period;
import org.registrationrights.process.suspension.SuspensionStates;
import org.registrationrights.standoff.StandoffRepository;
import org.registrationrights.suspension.SuspensionState;
import org.registrationrights.suspension.SuspensionState.Stop;
import org.springframework.stereotype.Component;

/** Which Holders may sell under an offering's statement at an instant, and whom a stand-off binds (2.6, 7). */
@Component
class HolderStates {

    /**
     * @param mayDispose whether no event stops the Holder under this offering's statement at the instant (2.6)
     * @param stops every event that the Holder was told of, before or after the instant
     * @param standoffs the Holder's own days in each stand-off of this offering that has reached it (7)
     */
    record HolderState(
            String holderId,
            boolean mayDispose,
            List<String> openEvents,
            List<Stop> stops,
            List<StandoffDays> standoffs) {}

    /** @param restricted whether the Holder is bound on the day of the instant */
    record StandoffDays(String standoffId, LocalDate firstDay, LocalDate lastDay, boolean restricted) {

        static StandoffDays of(Period period, LocalDate day) {
            return new StandoffDays(
                    period.holder().key().standoffId(), period.firstDay(), period.lastDay(), period.isRestricted(day));
        }
    }

    private final StandoffRepository standoffs;
    private final SuspensionStates states;
    private final StandoffPeriods periods;
    private final Agreement agreement;

    HolderStates(StandoffRepository standoffs, SuspensionStates states, StandoffPeriods periods, Agreement agreement) {
        this.standoffs = standoffs;
        this.states = states;
        this.periods = periods;
        this.agreement = agreement;
    }

    List<HolderState> at(String offeringId, Instant instant) {
        LocalDate day = agreement.day(instant);
        Map<String, SuspensionState> stops = states.at(offeringId, instant);
        Map<String, List<StandoffDays>> bound = standoffs.ofOffering(offeringId).stream()
                .flatMap(standoff -> periods.all(standoff).stream())
                .filter(period -> period.firstDay() != null)
                .collect(groupingBy(
                        period -> period.holder().key().holderId(),
                        mapping(period -> StandoffDays.of(period, day), toList())));
        return Stream.concat(stops.keySet().stream(), bound.keySet().stream())
                .distinct()
                .sorted()
                .map(holderId -> view(
                        holderId,
                        stops.getOrDefault(holderId, SuspensionState.of(List.of(), instant)),
                        bound.getOrDefault(holderId, List.of())))
                .toList();
    }

    private static HolderState view(String holderId, SuspensionState state, List<StandoffDays> standoffs) {
        return new HolderState(holderId, state.mayDispose(), state.openEvents(), state.stops(), standoffs);
    }
}
