package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.util.Objects;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.Answer;
import org.registrationrights.notice.Communication;
import org.registrationrights.notice.CommunicationRepository;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.EvidenceCorrection;
import org.registrationrights.notice.EvidenceCorrection.Kind;
import org.registrationrights.notice.EvidenceCorrection.State;
import org.registrationrights.notice.EvidenceCorrectionRepository;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stored evidence is superseded and never changed, on the proposal of one person and the decision of another (11.1). */
@Component
@Transactional
@Implements(Clause.S11_1_A)
public class Corrections {

    /** The second person's. */
    public enum Decision {
        APPROVE,
        REFUSE
    }

    private final EvidenceCorrectionRepository corrections;
    private final CommunicationRepository communications;
    private final OfferingRepository offerings;
    private final Elections elections;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    Corrections(
            EvidenceCorrectionRepository corrections,
            CommunicationRepository communications,
            OfferingRepository offerings,
            Elections elections,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.corrections = corrections;
        this.communications = communications;
        this.offerings = offerings;
        this.elections = elections;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Stores what is to be corrected and, in full, by what.
     *
     * @param delivery the evidence as it should read; null where it is to be struck
     * @param answer with it where an answer is replaced, else null
     * @param receiptId the sender's own id of the proposal; null where a person filled in a form
     * @throws Refusal for evidence that does not count, or on which a proposal waits already
     */
    EvidenceCorrection propose(
            String offeringId,
            long communicationId,
            Kind kind,
            Delivery delivery,
            Answer answer,
            String reason,
            String receiptId,
            String processInstanceId) {
        if (offerings.lock(offeringId).phase() == Phase.WITHDRAWN) {
            throw Refusal.conflict("offeringId", offeringId + " is withdrawn", Clause.S8_A);
        }
        Communication original = communications.get(offeringId, communicationId);
        checkCorrectable(original);
        Long replacementId = kind == Kind.STRIKE ? null : replacement(original, delivery, answer, receiptId);
        long id = corrections.propose(
                communicationId, replacementId, reason, receiptId, clock.instant(), user.id(), processInstanceId);
        EvidenceCorrection proposed = corrections.get(offeringId, id);
        note(proposed)
                .input("kind", kind)
                .input("delivery", delivery)
                .input("answer", answer)
                .input("reason", reason)
                .write("Correction of evidence proposed");
        return proposed;
    }

    /**
     * Stores what a second person decides; once approved, the evidence counts as corrected.
     *
     * @param mayDecide whether the user is of counsel or the corporate secretary's office
     */
    public void decide(String offeringId, long id, Decision decision, String ground, boolean mayDecide) {
        offerings.lock(offeringId);
        EvidenceCorrection correction = corrections.get(offeringId, id);
        boolean approved = decision == Decision.APPROVE;
        State state = approved ? State.APPROVED : State.REFUSED;
        if (correction.state() == state) {
            return; // stored before the process was told, and told again now
        }
        correction.checkDecision(user.id(), mayDecide);
        corrections.decided(id, state, ground, user.id(), clock.instant());
        note(correction)
                .input("proposedBy", correction.proposedBy())
                .input("reason", correction.reason())
                .input("ground", ground)
                .write(approved ? "Evidence corrected" : "Correction of evidence refused");
        if (approved) {
            elections.corrected(correction);
        }
    }

    /** The offering was withdrawn before anybody decided. */
    @Implements(Clause.S8_A)
    public void markMoot(EvidenceCorrection correction) {
        corrections.decided(correction.id(), State.MOOT, null, user.id(), clock.instant());
        note(correction).write("Correction of evidence moot: the offering was withdrawn");
    }

    private void checkCorrectable(Communication original) {
        for (EvidenceCorrection before : corrections.of(original.election())) {
            boolean ofThis = before.communicationId() == original.id();
            if (ofThis && before.state() == State.PROPOSED) {
                throw Refusal.conflict(
                        "communicationId",
                        before.name() + ", which corrects " + original.name() + ", is not decided yet",
                        Clause.S11_1_A);
            }
            if (ofThis && before.state() == State.APPROVED) {
                throw Refusal.conflict(
                        "communicationId",
                        original.name() + " counts no longer: by " + before.name() + " it is "
                                + (before.kind() == Kind.STRIKE
                                        ? "struck"
                                        : "replaced by " + Communication.name(before.replacementId())),
                        Clause.S11_1_A);
            }
            if (Objects.equals(before.replacementId(), original.id()) && before.state() != State.APPROVED) {
                throw Refusal.conflict(
                        "communicationId",
                        original.name() + " does not count: " + before.name() + " is " + before.state(),
                        Clause.S11_1_A);
            }
        }
    }

    private long replacement(Communication original, Delivery delivery, Answer answer, String receiptId) {
        if (original.answer() == null && answer != null) {
            throw Refusal.invalid(
                    "answer",
                    "must be absent: " + original.name() + " is evidence of a notice's delivery",
                    Clause.S11_1_A);
        }
        if (original.answer() != null && answer == null) {
            throw Refusal.invalid("answer", "is required: " + original.name() + " is an answer", Clause.S2_1_C);
        }
        if (delivery.equals(original.delivery()) && Objects.equals(answer, original.answer())) {
            throw Refusal.invalid("correction", "says nothing else than " + original.name(), Clause.S11_1_A);
        }
        elections.check(delivery, answer);
        return communications.add(new CommunicationRepository.Entry(
                original.election(), original, delivery, answer, receiptId, clock.instant(), user.id()));
    }

    private CaseNotes.Note note(EvidenceCorrection correction) {
        return caseFile.on(correction.election(), Clause.S11_1_A)
                .input("correction", correction.name())
                .input("corrects", Communication.name(correction.communicationId()))
                .input(
                        "replacement",
                        correction.replacementId() == null ? null : Communication.name(correction.replacementId()));
    }
}
