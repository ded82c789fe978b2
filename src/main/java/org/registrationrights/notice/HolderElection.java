package org.registrationrights.notice;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;

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
        boolean settled) {

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

    public boolean isRunning() {
        return state == State.NOTICE || state == State.OPEN;
    }
}
