package org.registrationrights.process.piggyback;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.Communication;
import org.registrationrights.notice.CommunicationRepository;
import org.registrationrights.notice.DeemedReceipt;
import org.registrationrights.notice.DeemedReceipt.Basis;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.ElectionWindow;
import org.registrationrights.notice.EvidenceCorrection;
import org.registrationrights.notice.EvidenceCorrection.Kind;
import org.registrationrights.notice.EvidenceCorrection.State;
import org.registrationrights.notice.EvidenceCorrectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.LateCommunicationRepository;
import org.registrationrights.notice.LateCommunicationRepository.LateCommunication;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.process.piggyback.CommunicationView.Correction;
import org.registrationrights.process.piggyback.CommunicationView.Flag;
import org.registrationrights.process.piggyback.CommunicationView.Flagged;
import org.registrationrights.process.piggyback.CommunicationView.Review;
import org.registrationrights.process.piggyback.CommunicationView.Standing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All communications of an offering or of one Holder in it, also those that do not count, in the order of recording. */
@Component
@Transactional(readOnly = true)
@Implements({Clause.S2_1_C, Clause.S11_1_A})
public class Communications {

    private static final Set<Basis> OUTSIDE_11_1 =
            EnumSet.of(Basis.METHOD_NOT_LISTED, Basis.MAILING_OUTSIDE_11_1, Basis.ACTUAL_RECEIPT_OUTSIDE_11_1);

    private final CommunicationRepository communications;
    private final EvidenceCorrectionRepository corrections;
    private final LateCommunicationRepository late;
    private final ElectionRepository elections;
    private final AllocationRepository allocations;
    private final ElectionEvidence evidence;

    Communications(
            CommunicationRepository communications,
            EvidenceCorrectionRepository corrections,
            LateCommunicationRepository late,
            ElectionRepository elections,
            AllocationRepository allocations,
            ElectionEvidence evidence) {
        this.communications = communications;
        this.corrections = corrections;
        this.late = late;
        this.elections = elections;
        this.allocations = allocations;
        this.evidence = evidence;
    }

    public List<CommunicationView> ofOffering(String offeringId) {
        Map<ElectionKey, List<Communication>> byElection =
                communications.all(offeringId).stream().collect(groupingBy(Communication::election));
        Map<ElectionKey, List<EvidenceCorrection>> corrected =
                corrections.ofOffering(offeringId).stream().collect(groupingBy(EvidenceCorrection::election));
        Map<ElectionKey, List<LateCommunication>> leftOver =
                late.ofOffering(offeringId).stream().collect(groupingBy(LateCommunication::election));
        ElectionEvidence.Basis basis = evidence.basis(offeringId);
        Round round = snapshot(offeringId);
        Map<String, Line> held = held(round);
        return elections.ofOffering(offeringId).stream()
                .flatMap(election -> new Reading(
                                election,
                                byElection.getOrDefault(election.key(), List.of()),
                                corrected.getOrDefault(election.key(), List.of()),
                                leftOver.getOrDefault(election.key(), List.of()),
                                basis,
                                round,
                                held.get(election.key().holderId()))
                        .views().stream())
                .sorted(Comparator.comparing(view -> Communication.id("id", view.id())))
                .toList();
    }

    public List<CommunicationView> ofHolder(ElectionKey key) {
        Round round = snapshot(key.offeringId());
        return elections
                .find(key)
                .map(election -> new Reading(
                                election,
                                communications.all(key),
                                corrections.of(key),
                                late.of(key),
                                evidence.basis(key.offeringId()),
                                round,
                                held(round).get(key.holderId()))
                        .views())
                .orElse(List.of());
    }

    /** The round that has fixed the applicable date, or null. */
    private Round snapshot(String offeringId) {
        return allocations
                .find(offeringId)
                .filter(round -> round.snapshotOn() != null)
                .orElse(null);
    }

    private Map<String, Line> held(Round round) {
        return round == null
                ? Map.of()
                : allocations.lines(round).stream().collect(toMap(Line::holderId, Function.identity()));
    }

    /** One Holder's communications in the light of all that is known. */
    private final class Reading {

        private final HolderElection election;
        private final List<Communication> recorded;
        private final List<EvidenceCorrection> corrected;
        private final Map<Long, LateCommunication> leftOver;
        private final ElectionEvidence.Basis basis;
        private final Round round;
        private final Line line;
        private final ElectionWindow window;

        /** @param line null where the Holder has none in the round */
        Reading(
                HolderElection election,
                List<Communication> recorded,
                List<EvidenceCorrection> corrected,
                List<LateCommunication> leftOver,
                ElectionEvidence.Basis basis,
                Round round,
                Line line) {
            this.election = election;
            this.recorded = recorded;
            this.corrected = corrected;
            this.leftOver = leftOver.stream().collect(toMap(LateCommunication::communicationId, Function.identity()));
            this.basis = basis;
            this.round = round;
            this.line = line;
            this.window = ElectionEvidence.window(evidence.notice(
                    recorded.stream()
                            .filter(sent -> sent.answer() == null && standing(sent) == Standing.STANDS)
                            .sorted(Comparator.comparing(Communication::place))
                            .toList(),
                    basis));
        }

        List<CommunicationView> views() {
            return recorded.stream().map(this::view).toList();
        }

        private CommunicationView view(Communication one) {
            DeemedReceipt receipt = evidence.receipt(one.delivery(), one.direction(), basis);
            LateCommunication left = leftOver.get(one.id());
            return new CommunicationView(
                    one.name(),
                    one.election().holderId(),
                    one.direction(),
                    one.receiptId(),
                    one.delivery(),
                    one.answer() == null ? null : one.answer().kind(),
                    one.answer() == null ? null : one.answer().shares(),
                    one.answer() == null ? null : one.answer().declaredFinal(),
                    one.recordedAt(),
                    one.recordedBy(),
                    receipt.status(),
                    receipt.basis(),
                    receipt.effectiveDate(),
                    standing(one),
                    flags(one, receipt),
                    left == null ? null : Review.of(left),
                    corrected.stream()
                            .filter(correction -> correction.communicationId() == one.id()
                                    || Objects.equals(correction.replacementId(), one.id()))
                            .map(Correction::of)
                            .toList());
        }

        private Standing standing(Communication one) {
            for (EvidenceCorrection correction : corrected) {
                if (correction.communicationId() == one.id() && correction.state() == State.APPROVED) {
                    return correction.kind() == Kind.STRIKE ? Standing.STRUCK : Standing.REPLACED;
                }
            }
            return corrected.stream()
                    .filter(correction -> Objects.equals(correction.replacementId(), one.id()))
                    .findFirst()
                    .map(correction -> switch (correction.state()) {
                        case APPROVED -> Standing.STANDS;
                        case PROPOSED -> Standing.PROPOSED;
                        case REFUSED, MOOT -> Standing.NOT_APPROVED;
                    })
                    .orElse(Standing.STANDS);
        }

        private List<Flagged> flags(Communication one, DeemedReceipt receipt) {
            List<Flagged> flags = new ArrayList<>();
            if (one.answer() != null && one.answer().shares() != null) {
                flagAboveHolding(one.answer().shares(), flags);
            }
            boolean late = one.direction() == Direction.ELECTION_TO_COMPANY
                    && receipt.effectiveDate() != null
                    && window != null
                    && !window.isTimely(receipt.effectiveDate());
            if (late) {
                flags.add(new Flagged(
                        Flag.LATE,
                        "given on " + receipt.effectiveDate() + ", after the last day of the window, "
                                + window.lastDay() + " (Section 2.1)"));
            }
            if (OUTSIDE_11_1.contains(receipt.basis())) {
                flags.add(new Flagged(
                        Flag.UNLISTED_WAY,
                        "delivery by " + one.delivery().method() + " in a way that Section 11.1 does not name"));
            }
            return flags;
        }

        private void flagAboveHolding(BigInteger asked, List<Flagged> flags) {
            BigInteger held = line == null ? election.registrableShares() : line.held();
            if (asked.compareTo(held) > 0) {
                flags.add(new Flagged(
                        Flag.ABOVE_HOLDING,
                        "asks for " + asked + " and holds " + held
                                + (line == null
                                        ? " when the notice is drawn up; what is held on the applicable date is counted"
                                        : " on " + round.snapshotOn() + ", the applicable date, which is counted")
                                + " (Section 1.3)"));
            }
        }
    }
}
