package org.registrationrights.web.calculation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.registrationrights.suspension.ReceivedPaper;
import org.registrationrights.suspension.SuspensionState;
import org.registrationrights.web.calculation.Calculation.Answer;
import org.registrationrights.web.calculation.Calculation.Basis;

/** Sections 2.6 and 4(c). */
final class SuspensionCalculations {

    static final List<Calculation<?>> ALL =
            List.of(new Calculation<>("suspension-state", Received.class, Set.of(), Received::answer));

    private SuspensionCalculations() {}

    private record Received(List<ReceivedPaper> events, Instant at) {

        Answer answer(Basis basis) {
            SuspensionState state = SuspensionState.of(events, at);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("mayDispose", state.mayDispose());
            result.put("openEvents", state.openEvents());
            return new Answer(result, state);
        }
    }
}
