package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Heading;
import org.registrationrights.explanation.Explained;
import org.registrationrights.notice.DispatchRepository;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.NoticeLetters;
import org.registrationrights.notice.NoticeLetters.Determination;
import org.registrationrights.notice.NoticeLetters.Lot;
import org.registrationrights.notice.NoticeLetters.OfferingInBrief;
import org.registrationrights.notice.NoticeLetters.Reminder;
import org.registrationrights.offering.AllocationPaper;
import org.registrationrights.offering.AllocationPaper.HolderRow;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.AllocationResult;
import org.registrationrights.offering.Cutback;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingLetters;
import org.registrationrights.offering.OfferingLetters.InformationAsked;
import org.registrationrights.offering.OfferingLetters.RegistrationDecided;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.RegistrationDecisionRepository.Decision;
import org.registrationrights.offering.RegistrationDecisionRepository.Notice;
import org.registrationrights.process.document.Correspondence;
import org.registrationrights.register.LotStatus;
import org.registrationrights.register.RegisterRepository;
import org.registrationrights.register.RegistrableShares;
import org.registrationrights.register.ShareLot;
import org.springframework.stereotype.Component;

/** What Holders are written in the course of an offering. */
@Component
public class OfferingCorrespondence {

    private final OfferingRepository offerings;
    private final ElectionRepository elections;
    private final AllocationRepository allocations;
    private final DispatchRepository dispatches;
    private final RegisterRepository register;
    private final NoticeLetters noticeLetters;
    private final OfferingLetters offeringLetters;
    private final Correspondence correspondence;
    private final Rounds rounds;
    private final Agreement agreement;
    private final Clock clock;

    OfferingCorrespondence(
            OfferingRepository offerings,
            ElectionRepository elections,
            AllocationRepository allocations,
            DispatchRepository dispatches,
            RegisterRepository register,
            NoticeLetters noticeLetters,
            OfferingLetters offeringLetters,
            Correspondence correspondence,
            Rounds rounds,
            Agreement agreement,
            Clock clock) {
        this.offerings = offerings;
        this.elections = elections;
        this.allocations = allocations;
        this.dispatches = dispatches;
        this.register = register;
        this.noticeLetters = noticeLetters;
        this.offeringLetters = offeringLetters;
        this.correspondence = correspondence;
        this.rounds = rounds;
        this.agreement = agreement;
        this.clock = clock;
    }

    /** The notice of the determination, with the Holder's own count. */
    @Implements(Clause.S2_1_B)
    void notice(ElectionKey key, String dispatchId) {
        correspondence.write(dispatchId, key.offeringId(), key.holderId(), DocumentKind.NOTICE, notice(key));
    }

    /** The same once more, by mail, to the address of record of today. */
    @Implements(Clause.S2_1_B)
    void noticeAgain(ElectionKey key) {
        long before = dispatches.ofHolder(key.offeringId(), key.holderId(), DocumentKind.NOTICE);
        String dispatchId = id(key.offeringId(), key.holderId(), DocumentKind.NOTICE) + ":" + (before + 1);
        correspondence.mail(dispatchId, key.offeringId(), key.holderId(), DocumentKind.NOTICE, notice(key));
    }

    /** Where the election says that the Holder was reminded. */
    void reminder(ElectionKey key) {
        HolderElection election = elections.find(key).orElseThrow();
        if (election.remindedAt() == null) {
            return;
        }
        Offering offering = offerings.get(key.offeringId());
        LocalDate determinedOn = agreement.day(offering.determinedAt());
        Reminder reminder = new Reminder(
                brief(offering),
                election.receivedOn(),
                election.lastDay(),
                election.registrableShares(),
                election.requested(),
                agreement.termsAsOf(determinedOn),
                agreement.policiesAsOf(determinedOn));
        correspondence.write(
                id(key.offeringId(), key.holderId(), DocumentKind.REMINDER),
                key.offeringId(),
                key.holderId(),
                DocumentKind.REMINDER,
                heading -> noticeLetters.reminder(heading, reminder));
    }

    /** Tells each requesting Holder what the approved round gives it, and how that came about. */
    @Implements(Clause.S2_3_C)
    void results(String offeringId) {
        Round round = allocations.latest(offeringId);
        Cutback cutback = rounds.cutback(round);
        AllocationPaper paper =
                AllocationPaper.of(offerings.get(offeringId), round, cutback, allocations.lines(round), Map.of());
        Explained explained = AllocationPaper.explained(round, cutback);
        for (HolderRow row : paper.holders()) {
            correspondence.write(
                    id(offeringId, row.holderId(), DocumentKind.ALLOCATION_RESULT) + ":" + round.number(),
                    offeringId,
                    row.holderId(),
                    DocumentKind.ALLOCATION_RESULT,
                    heading -> offeringLetters.allocationResult(
                            heading, AllocationResult.of(paper, row, explained.explain(row.holderId()))));
        }
    }

    /** Asks included Holders for what the statement has to say about them. */
    @Implements(Clause.S2_4_A)
    void informationRequests(String offeringId, List<String> asked, LocalDate dueOn) {
        Offering offering = offerings.get(offeringId);
        Map<String, Line> included = allocations.included(offeringId).stream()
                .collect(Collectors.toMap(Line::holderId, Function.identity()));
        for (String holderId : asked) {
            InformationAsked request = new InformationAsked(
                    holderId,
                    offeringId,
                    offering.name(),
                    included.get(holderId).allocated(),
                    dueOn);
            correspondence.write(
                    id(offeringId, holderId, DocumentKind.INFORMATION_REQUEST),
                    offeringId,
                    holderId,
                    DocumentKind.INFORMATION_REQUEST,
                    heading -> offeringLetters.informationRequest(heading, request));
        }
    }

    /** Tells Holders what the Company decided about the registration, each under the dispatch id of its own notice. */
    @Implements(Clause.S8_A)
    void decided(Decision decision, List<Notice> notices) {
        RegistrationDecided decided = new RegistrationDecided(
                decision.offeringId(),
                offerings.get(decision.offeringId()).name(),
                decision.kind(),
                agreement.day(decision.decidedAt()));
        for (Notice notice : notices) {
            correspondence.write(
                    notice.dispatchId(),
                    decision.offeringId(),
                    notice.holderId(),
                    DocumentKind.REGISTRATION_DECISION,
                    heading -> offeringLetters.registrationDecision(heading, decided));
        }
    }

    private Function<Heading, Draft> notice(ElectionKey key) {
        Offering offering = offerings.get(key.offeringId());
        HolderElection election = elections.find(key).orElseThrow();
        LocalDate today = agreement.day(clock.instant());
        LocalDate determinedOn = agreement.day(offering.determinedAt());
        RegistrableShares.Count count = RegistrableShares.on(
                        today, held(key.holderId(), today), agreement.policiesAsOf(today))
                .count();
        Policies policies = agreement.policiesAsOf(determinedOn);
        Determination determination = new Determination(
                key.holderId(),
                brief(offering),
                election.registrableShares(),
                today,
                // what was counted on another day is not told by today's lots
                count.total().equals(election.registrableShares())
                        ? lots(held(key.holderId(), today), count)
                        : List.of(),
                offering.holdersMustSign(),
                agreement.termsAsOf(determinedOn),
                policies);
        return heading -> noticeLetters.determination(heading, determination);
    }

    private List<ShareLot> held(String holderId, LocalDate day) {
        return register.lots(holderId).stream().filter(lot -> lot.heldOn(day)).toList();
    }

    private static List<Lot> lots(List<ShareLot> held, RegistrableShares.Count count) {
        return held.stream()
                .map(lot -> {
                    LotStatus status = count.status().get(lot.lot());
                    Clause clause = status.clause(lot);
                    String citation = clause == null ? "" : clause.citation();
                    boolean counts = status == LotStatus.REGISTRABLE;
                    return new Lot(
                            lot.lot(), lot.shares(), counts, counts ? citation : status.meaning() + ", " + citation);
                })
                .toList();
    }

    private OfferingInBrief brief(Offering offering) {
        return new OfferingInBrief(
                offering.id(),
                offering.name(),
                agreement.day(offering.determinedAt()),
                offering.managingUnderwriter(),
                offering.companyShares());
    }

    private static String id(String offeringId, String holderId, DocumentKind kind) {
        return new ElectionKey(offeringId, holderId).businessKey() + ":" + kind.slug();
    }
}
