package org.registrationrights.notice;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Where one Holder's election stands.
 *
 * @param registrableShares what the Holder held when the notice was drawn up
 * @param dispatchId of the notice; used once, whatever is retried
 * @param receivedOn the day the notice counts as received; null until it does
 * @param closesAt the first instant that is too late; null while no window is open
 * @param answer the answer that counts, null while there is none
 * @param requested the shares it asks for, as received
 * @param settled whether the offering need not wait for this Holder any longer
 * @param dispatchedAt when the notice was drawn up and handed to the post
 * @param remindedAt when the Holder was reminded; null until then
 * @param withoutNoticeGround why the offering goes on although no notice is effective; null where it need not
 */
public record HolderElection(
        ElectionKey key,
        BigInteger registrableShares,
        State state,
        String dispatchId,
        String processInstanceId,
        DeemedReceipt.Status noticeStatus,
        DeemedReceipt.Basis noticeBasis,
        LocalDate receivedOn,
        LocalDate lastDay,
        Instant closesAt,
        Answer.Kind answer,
        BigInteger requested,
        boolean settled,
        Instant dispatchedAt,
        Instant remindedAt,
        String withoutNoticeGround) {

    /** Our practice; the agreement sets no time for sending a notice again. */
    private static final Duration OVERDUE_AFTER = Duration.ofDays(5);

    public enum State {
        /** Listed; its process instance is still to be started. */
        LISTED,
        /** The notice is not effective yet. */
        NOTICE,
        /** The Holder's own window is open. */
        OPEN,
        CLOSED,
        /** The offering was withdrawn. */
        VOID
    }

    /** Whether it asks for more than was held when the notice was drawn up; what is held in the end counts (1.3). */
    public boolean isAboveHolding() {
        return requested != null && requested.compareTo(registrableShares) > 0;
    }

    /** Whether the Holder was reminded of this window and not only of one that closed earlier. */
    public boolean isReminded(ElectionWindow window) {
        return remindedAt != null && !remindedAt.isBefore(window.reminderAt().toInstant());
    }

    /** Whether this is known of the notice and its window already; null for neither. */
    public boolean isNoticed(DeemedReceipt notice, ElectionWindow window) {
        return noticeStatus == (notice == null ? null : notice.status())
                && noticeBasis == (notice == null ? null : notice.basis())
                && Objects.equals(receivedOn, notice == null ? null : notice.effectiveDate())
                && Objects.equals(
                        closesAt,
                        window == null ? null : window.deadlineExclusive().toInstant());
    }

    /** When a person looks at a notice that is not effective yet. */
    public Instant noticeOverdueAt() {
        return dispatchedAt.plus(OVERDUE_AFTER);
    }
}
