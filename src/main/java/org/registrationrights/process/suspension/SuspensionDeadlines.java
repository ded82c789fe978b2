package org.registrationrights.process.suspension;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Deadlines;
import org.registrationrights.deadline.Deadline;
import org.registrationrights.deadline.Deadline.SetBy;
import org.registrationrights.deadline.RunningDeadlines;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.notice.ProofOfService;
import org.registrationrights.notice.ProofOfServiceRepository;
import org.registrationrights.suspension.HolderSuspension;
import org.registrationrights.suspension.HolderSuspension.Key;
import org.registrationrights.suspension.HolderSuspensionRepository;
import org.registrationrights.suspension.SuspensionEvent;
import org.registrationrights.suspension.SuspensionRepository;
import org.springframework.stereotype.Component;

/** Misstatements to be judged (4(c)), and papers of which nothing shows yet that they reached their Holder (2.6). */
@Component
class SuspensionDeadlines implements RunningDeadlines {

    private final SuspensionRepository events;
    private final HolderSuspensionRepository holders;
    private final ProofOfServiceRepository papers;
    private final SuspensionStates states;
    private final Agreement agreement;
    private final Deadlines given;

    SuspensionDeadlines(
            SuspensionRepository events,
            HolderSuspensionRepository holders,
            ProofOfServiceRepository papers,
            SuspensionStates states,
            Agreement agreement,
            Deadlines given) {
        this.events = events;
        this.holders = holders;
        this.papers = papers;
        this.states = states;
        this.agreement = agreement;
        this.given = given;
    }

    @Override
    public List<Deadline> running(String offeringId, Instant now) {
        List<SuspensionEvent> all = offeringId == null ? events.all() : events.ofOffering(offeringId);
        return all.stream()
                .flatMap(event -> switch (event.state()) {
                    case ASSESSMENT -> Stream.of(assessment(event));
                    case OPEN -> papers(event);
                    case NO_NOTICE_OWED, CLOSED -> Stream.empty();
                })
                .toList();
    }

    private Deadline assessment(SuspensionEvent event) {
        LocalDate discoveredOn = agreement.day(event.discoveredAt());
        return deadline(
                "assessment:" + event.id(),
                "Counsel is to judge whether the prospectus misleads",
                Clause.S4_C,
                event,
                null,
                discoveredOn,
                given.assessment(),
                "counsel's judgment");
    }

    private Stream<Deadline> papers(SuspensionEvent event) {
        Map<String, ProofOfService> sent = Stream.of(event.id(), event.correctedBy())
                .filter(id -> id != null)
                .distinct()
                .flatMap(id -> papers.allOf(id + ":").stream())
                .collect(toMap(ProofOfService::dispatchId, Function.identity()));
        return holders.ofEvent(event.id()).stream()
                .filter(holder -> holder.state() != HolderSuspension.State.RELEASED)
                .flatMap(holder -> paper(event, holder.key(), sent).stream());
    }

    /** The notice until it is settled, then the copies. */
    private List<Deadline> paper(SuspensionEvent event, Key key, Map<String, ProofOfService> sent) {
        ProofOfService notice = sent.get(key.noticeId());
        if (notice != null
                && !notice.notPursued()
                && states.receipt(event, notice).binding() == null) {
            return List.of(deadline(
                    "stop-notice:" + key.businessKey(),
                    "Notice of the misstatement is to be shown to have reached the Holder",
                    Clause.S2_6_A,
                    event,
                    key.holderId(),
                    agreement.day(notice.sentAt()),
                    given.stopNotice(),
                    "evidence of receipt or a decision of counsel"));
        }
        ProofOfService copies = event.correctedBy() == null
                ? null
                : sent.get(new Key(event.correctedBy(), key.holderId()).prospectusId());
        return copies == null
                ? List.of()
                : List.of(deadline(
                        "corrected-prospectus:" + key.businessKey(),
                        "Corrected prospectus is to be shown to have reached the Holder, which sets it free",
                        Clause.S2_6_B,
                        event,
                        key.holderId(),
                        agreement.day(copies.sentAt()),
                        given.correctedProspectus(),
                        "evidence of actual receipt or a decision of counsel"));
    }

    private Deadline deadline(
            String id,
            String what,
            Clause clause,
            SuspensionEvent event,
            String holderId,
            LocalDate since,
            Period time,
            String endedBy) {
        LocalDate lastDay = since.plus(time);
        return new Deadline(
                id,
                what,
                SetBy.COMPANY,
                clause,
                event.offeringId(),
                holderId,
                event.id(),
                since,
                Explanation.withoutPolicies()
                        .step(clause, "that day, and the time that the Company gives")
                        .with("since", since)
                        .with("time", time)
                        .gives("lastDay", lastDay)
                        .steps(),
                lastDay,
                agreement.endOf(lastDay),
                endedBy);
    }
}
