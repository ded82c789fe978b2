package org.registrationrights.process.piggyback;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Policies;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.notice.Answer;
import org.registrationrights.notice.AnswerInTime;
import org.registrationrights.notice.Communication;
import org.registrationrights.notice.CommunicationRepository;
import org.registrationrights.notice.DeemedReceipt;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.Dispatches;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionWindow;
import org.registrationrights.notice.LateCommunicationRepository;
import org.registrationrights.notice.LateCommunicationRepository.Kind;
import org.registrationrights.notice.LateCommunicationRepository.LateCommunication;
import org.registrationrights.notice.NoticeAndElection;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.springframework.stereotype.Component;

/** What the evidence that counts makes of a Holder's notice and of its answers. */
@Component
class ElectionEvidence {

    /** What is asked of an offering's day: terms and policies as of its determination. */
    record Basis(AgreementTerms terms, Policies policies, Offering offering) {}

    private static final Answer NOTHING = new Answer(Answer.Kind.NONE, null, false);

    private final CommunicationRepository communications;
    private final LateCommunicationRepository late;
    private final OfferingRepository offerings;
    private final Agreement agreement;
    private final Holidays holidays;

    ElectionEvidence(
            CommunicationRepository communications,
            LateCommunicationRepository late,
            OfferingRepository offerings,
            Agreement agreement,
            Holidays holidays) {
        this.communications = communications;
        this.late = late;
        this.offerings = offerings;
        this.agreement = agreement;
        this.holidays = holidays;
    }

    Basis basis(String offeringId) {
        Offering offering = offerings.get(offeringId);
        LocalDate day = agreement.day(offering.determinedAt());
        return new Basis(agreement.termsAsOf(day), agreement.policiesAsOf(day), offering);
    }

    NoticeAndElection notice(ElectionKey key) {
        return notice(key, basis(key.offeringId()));
    }

    /** The notice and the window that it opens; null while nothing is known of its delivery. */
    NoticeAndElection notice(ElectionKey key, Basis basis) {
        return notice(communications.of(key, Direction.NOTICE_TO_HOLDER), basis);
    }

    NoticeAndElection notice(List<Communication> sent, Basis basis) {
        return sent.isEmpty()
                ? null
                : NoticeAndElection.of(
                        Dispatches.of(sent, basis.policies.zone()), null, holidays, basis.terms, basis.policies);
    }

    /** The window that is open, or was; null while no notice is effective. */
    ElectionWindow window(ElectionKey key) {
        return window(notice(key));
    }

    static ElectionWindow window(NoticeAndElection notice) {
        return notice == null ? null : notice.window();
    }

    /** Whether and when one communication alone counts as given. */
    DeemedReceipt receipt(Delivery delivery, Direction direction, Basis basis) {
        return DeemedReceipt.of(List.of(delivery), direction, holidays, basis.terms, basis.policies);
    }

    /** The answer that counts by now. */
    Optional<Answer> answer(ElectionKey key, ElectionWindow window, Basis basis) {
        Set<Long> letIn = late.of(key).stream()
                .filter(communication -> Boolean.TRUE.equals(communication.letIn()))
                .map(LateCommunication::communicationId)
                .collect(Collectors.toSet());
        return AnswerInTime.of(
                        communications.of(key, Direction.ELECTION_TO_COMPANY),
                        letIn,
                        window,
                        holidays,
                        basis.terms,
                        basis.policies)
                .map(Communication::answer);
    }

    /** Whether what was left to a person counts no longer, or counts by itself as its evidence stands now. */
    boolean hasSettled(LateCommunication communication) {
        if (communication.kind() == Kind.AFTER_FILING) {
            return false;
        }
        ElectionKey key = communication.election();
        Basis basis = basis(key.offeringId());
        ElectionWindow window = window(key);
        return communications.of(key, Direction.ELECTION_TO_COMPANY).stream()
                .filter(answer -> answer.id() == communication.communicationId())
                .map(answer -> receipt(answer.delivery(), Direction.ELECTION_TO_COMPANY, basis)
                        .effectiveDate())
                .allMatch(givenOn -> givenOn != null && (window == null || window.isTimely(givenOn)));
    }

    /** Whether a late answer asks for no more than the one that counts: it dilutes nobody. */
    boolean asksForNoMore(LateCommunication communication) {
        ElectionKey key = communication.election();
        Optional<Answer> counts = answer(key, window(key), basis(key.offeringId()));
        return communications.of(key, Direction.ELECTION_TO_COMPANY).stream()
                .filter(answer -> answer.id() == communication.communicationId())
                .map(Communication::answer)
                .anyMatch(late -> late.asksForNoMoreThan(counts.orElse(NOTHING)));
    }
}
