package org.registrationrights.process.piggyback;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.notice.Answer;
import org.registrationrights.notice.Communication;
import org.registrationrights.notice.DeemedReceipt;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.EvidenceCorrection;
import org.registrationrights.notice.EvidenceCorrection.State;
import org.registrationrights.notice.LateCommunicationRepository.Kind;
import org.registrationrights.notice.LateCommunicationRepository.LateCommunication;

/**
 * A communication as people read it: what it is, whether it stands, and what is to be noticed about it.
 *
 * @param id such as {@code C-17}
 * @param receiptId the sender's own; null where a person filled in a form
 * @param answer null in a notice, as {@code declaredFinal} is; {@code shares} with an answer of part only
 * @param status with {@code basis} what 11.1 makes of it, taken by itself
 * @param givenOn null unless it counts as given
 * @param review null where the Holder's window settles it
 * @param corrections that would supersede it, or put it in the place of another
 */
public record CommunicationView(
        String id,
        String holderId,
        Direction direction,
        String receiptId,
        Delivery delivery,
        Answer.Kind answer,
        BigInteger shares,
        Boolean declaredFinal,
        Instant recordedAt,
        String recordedBy,
        DeemedReceipt.Status status,
        DeemedReceipt.Basis basis,
        LocalDate givenOn,
        Standing standing,
        List<Flagged> flags,
        Review review,
        List<Correction> corrections) {

    /** What corrections have made of it. */
    public enum Standing {
        STANDS,
        /** In place of another, if a second person approves. */
        PROPOSED,
        NOT_APPROVED,
        REPLACED,
        STRUCK
    }

    public enum Flag {
        ABOVE_HOLDING,
        LATE,
        UNLISTED_WAY
    }

    public record Flagged(Flag flag, String reason) {}

    /** What a person decides, or has decided, on what the window does not settle. */
    public record Review(Kind kind, Boolean letIn, String ground, String decidedBy, Instant settledAt) {

        static Review of(LateCommunication late) {
            return new Review(late.kind(), late.letIn(), late.ground(), late.decidedBy(), late.settledAt());
        }
    }

    /**
     * @param communicationId what it corrects
     * @param replacementId null where that is struck
     */
    public record Correction(
            String id,
            String holderId,
            String communicationId,
            EvidenceCorrection.Kind correction,
            String replacementId,
            String reason,
            String receiptId,
            String proposedBy,
            Instant proposedAt,
            State state,
            String ground,
            String decidedBy,
            Instant decidedAt) {

        public static Correction of(EvidenceCorrection row) {
            return new Correction(
                    row.name(),
                    row.election().holderId(),
                    Communication.name(row.communicationId()),
                    row.kind(),
                    row.replacementId() == null ? null : Communication.name(row.replacementId()),
                    row.reason(),
                    row.receiptId(),
                    row.proposedBy(),
                    row.proposedAt(),
                    row.state(),
                    row.ground(),
                    row.decidedBy(),
                    row.decidedAt());
        }
    }
}
