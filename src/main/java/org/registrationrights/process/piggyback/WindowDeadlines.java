package org.registrationrights.process.piggyback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.deadline.Deadline;
import org.registrationrights.deadline.Deadline.SetBy;
import org.registrationrights.deadline.RunningDeadlines;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.ElectionWindow;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.springframework.stereotype.Component;

/** Each Holder's own window in which it may ask for inclusion (2.1). */
@Component
@Implements(Clause.S2_1_D)
class WindowDeadlines implements RunningDeadlines {

    private final ElectionRepository elections;
    private final OfferingRepository offerings;
    private final Agreement agreement;
    private final Holidays holidays;

    WindowDeadlines(
            ElectionRepository elections, OfferingRepository offerings, Agreement agreement, Holidays holidays) {
        this.elections = elections;
        this.offerings = offerings;
        this.agreement = agreement;
        this.holidays = holidays;
    }

    @Override
    public List<Deadline> running(String offeringId, Instant now) {
        Map<String, LocalDate> determinedOn = new HashMap<>();
        for (Offering offering : offerings.all()) {
            determinedOn.put(offering.id(), agreement.day(offering.determinedAt()));
        }
        return elections.inState(State.OPEN, offeringId).stream()
                .map(election ->
                        deadline(election, determinedOn.get(election.key().offeringId())))
                .toList();
    }

    private Deadline deadline(HolderElection election, LocalDate determinedOn) {
        return new Deadline(
                "election-window:" + election.key().businessKey(),
                "Holder may ask for inclusion of its shares",
                SetBy.AGREEMENT,
                Clause.S2_1_D,
                election.key().offeringId(),
                election.key().holderId(),
                null,
                election.receivedOn(),
                computation(election, determinedOn),
                election.lastDay(),
                election.closesAt(),
                "the end of the window or a final answer");
    }

    /** The rule's own words, as long as it says what the window was set by. */
    private List<Step> computation(HolderElection election, LocalDate determinedOn) {
        Policies policies = agreement.policiesAsOf(determinedOn);
        ElectionWindow window = ElectionWindow.ofReceiptDate(
                election.receivedOn(), holidays, agreement.termsAsOf(determinedOn), policies);
        Explanation told = Explanation.under(policies)
                .step(Clause.S11_1_A, "the day on which the notice counts as received")
                .with("basis", election.noticeBasis())
                .gives("receivedOn", election.receivedOn());
        if (window.deadlineExclusive().toInstant().equals(election.closesAt())) {
            return Stream.concat(told.steps().stream(), window.explain(null).stream())
                    .toList();
        }
        return told.step(Clause.S2_1_D, "as it was computed then; the calendar or a reading is another now")
                .with("receivedOn", election.receivedOn())
                .gives("lastDay", election.lastDay())
                .steps();
    }
}
