package org.registrationrights.process.standoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Deadlines;
import org.registrationrights.agreement.Implements;
import org.registrationrights.deadline.Deadline;
import org.registrationrights.deadline.Deadline.SetBy;
import org.registrationrights.deadline.RunningDeadlines;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.standoff.Standoff;
import org.registrationrights.standoff.Standoff.State;
import org.registrationrights.standoff.StandoffHolder;
import org.registrationrights.standoff.StandoffHolderRepository;
import org.registrationrights.standoff.StandoffRepository;
import org.springframework.stereotype.Component;

/** The days of each stand-off, and the lock-ups that it still lacks (7). */
@Component
@Implements(Clause.S7_A)
class StandoffDeadlines implements RunningDeadlines {

    private final StandoffRepository standoffs;
    private final StandoffHolderRepository holders;
    private final Agreement agreement;
    private final Deadlines given;

    StandoffDeadlines(
            StandoffRepository standoffs, StandoffHolderRepository holders, Agreement agreement, Deadlines given) {
        this.standoffs = standoffs;
        this.holders = holders;
        this.agreement = agreement;
        this.given = given;
    }

    @Override
    public List<Deadline> running(String offeringId, Instant now) {
        List<Standoff> all = offeringId == null ? standoffs.all() : standoffs.ofOffering(offeringId);
        return all.stream()
                .filter(standoff -> standoff.state() == State.RUNNING)
                .flatMap(standoff -> Stream.concat(Stream.of(period(standoff)), lockups(standoff)))
                .toList();
    }

    private Deadline period(Standoff standoff) {
        LocalDate asked = standoff.requestedOn();
        return new Deadline(
                "standoff:" + standoff.id(),
                "Holders may not dispose of securities of the Company",
                SetBy.AGREEMENT,
                Clause.S7_A,
                standoff.offeringId(),
                null,
                standoff.id(),
                asked,
                standoff.period(asked, agreement.termsAsOf(asked), agreement.policiesAsOf(asked))
                        .explain(null),
                standoff.lastDay(),
                agreement.endOf(standoff.lastDay()),
                "itself; no weekend or holiday moves it");
    }

    private Stream<Deadline> lockups(Standoff standoff) {
        LocalDate sentOn = agreement.day(standoffs.recordedAt(standoff.id()));
        return holders.ofStandoff(standoff.id()).stream()
                .filter(holder -> !holder.settled())
                .map(holder -> lockup(standoff, holder, sentOn));
    }

    private Deadline lockup(Standoff standoff, StandoffHolder holder, LocalDate sentOn) {
        LocalDate lastDay = sentOn.plus(given.lockup());
        return new Deadline(
                "lockup:" + holder.key().businessKey(),
                "Holder is to sign the lock-up",
                SetBy.COMPANY,
                Clause.S7_C,
                standoff.offeringId(),
                holder.key().holderId(),
                standoff.id(),
                sentOn,
                Explanation.withoutPolicies()
                        .step(
                                Clause.S7_C,
                                "the day on which the requests went out, and the time that the Company gives")
                        .with("sentOn", sentOn)
                        .with("time", given.lockup())
                        .gives("lastDay", lastDay)
                        .steps(),
                lastDay,
                agreement.endOf(lastDay),
                "the lock-up, or counsel's decision to leave it at that");
    }
}
