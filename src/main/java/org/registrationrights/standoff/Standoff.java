package org.registrationrights.standoff;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.standoff.StandoffRequest.Requester;

/**
 * A request for a stand-off after the effective date of a Public Offering, and what became of it (7). The row outlives its
 * process, and its offering's.
 *
 * @param requester who asked, by name
 * @param managed whether the offering had a managing underwriter when it was asked for
 * @param days asked for, at most the longest period
 * @param countedFrom the effective date from which the days are counted
 * @param countedGround why counsel counts from that date and not from the offering's own; null where it does not
 * @param lastDay the last of the days, for all Holders alike
 */
public record Standoff(
        String id,
        String offeringId,
        Requester requestedBy,
        String requester,
        boolean managed,
        LocalDate requestedOn,
        int days,
        String evidence,
        LocalDate countedFrom,
        String countedGround,
        LocalDate lastDay,
        State state,
        StopTransfer stopTransfer) {

    public enum State {
        /** The days had run out when it was asked for: counsel looks whether another effective date counts. */
        STALE,
        RUNNING,
        /** No day was left. */
        NO_EFFECT,
        OVER
    }

    /**
     * The stop on transfers of Registrable Shares, each part null until it is known (7).
     *
     * @param placedPaper the paper by which the transfer agent confirms it, as {@code liftedPaper} is
     */
    public record StopTransfer(
            Boolean imposed,
            String ground,
            String decidedBy,
            Instant instructedAt,
            LocalDate placedOn,
            String placedPaper,
            Instant liftInstructedAt,
            LocalDate liftedOn,
            String liftedPaper) {

        public static final StopTransfer NONE = new StopTransfer(null, null, null, null, null, null, null, null, null);

        /** Whether the transfer agent is told to stop and not told to stop no longer. */
        public boolean inForce() {
            return instructedAt != null && liftInstructedAt == null;
        }
    }

    /**
     * @throws Refusal for one who may not ask, and for no day or more than the longest period: it is refused before it is
     *     sent, and not cut down afterwards
     */
    @Implements(Clause.S7_A)
    public static Standoff requested(
            String id,
            String offeringId,
            Requester requestedBy,
            String requester,
            String managingUnderwriter,
            LocalDate requestedOn,
            BigInteger days,
            String evidence,
            LocalDate effectiveOn,
            AgreementTerms terms,
            Policies policies) {
        boolean managed = managingUnderwriter != null;
        if (managed && requestedBy == Requester.EXECUTIVE_OFFICER) {
            throw Refusal.invalid(
                    "requestedBy",
                    "only the managing underwriter may ask, and there is one: " + managingUnderwriter,
                    Clause.S7_A);
        }
        if (!managed && requestedBy == Requester.MANAGING_UNDERWRITER) {
            throw Refusal.invalid(
                    "requestedBy",
                    "there is no managing underwriter; an executive officer of the Company may ask",
                    Clause.S7_A);
        }
        if (days.signum() == 0) {
            throw Refusal.invalid("days", "must be above zero", Clause.S7_A);
        }
        if (days.compareTo(BigInteger.valueOf(terms.standoffDays())) > 0) {
            throw Refusal.invalid(
                    "days",
                    days + " is more than the " + terms.standoffDays() + " days that may be asked for",
                    Clause.S7_A);
        }
        int whole = days.intValueExact();
        LocalDate lastDay = lastDay(requestedBy, managed, whole, effectiveOn, terms, policies);
        return new Standoff(
                id,
                offeringId,
                requestedBy,
                requester,
                managed,
                requestedOn,
                whole,
                evidence,
                effectiveOn,
                null,
                lastDay,
                lastDay.isBefore(requestedOn) ? State.STALE : State.RUNNING,
                StopTransfer.NONE);
    }

    /**
     * The same with its days counted from another effective date.
     *
     * @throws Refusal for a date from which no day is left either
     */
    public Standoff countedFrom(LocalDate effectiveOn, String ground, AgreementTerms terms, Policies policies) {
        LocalDate last = lastDay(requestedBy, managed, days, effectiveOn, terms, policies);
        if (last.isBefore(requestedOn)) {
            throw Refusal.invalid(
                    "countedFrom",
                    "counted from " + effectiveOn + " the days ended on " + last + ", before it was asked for",
                    Clause.S7_A);
        }
        return new Standoff(
                id,
                offeringId,
                requestedBy,
                requester,
                managed,
                requestedOn,
                days,
                evidence,
                effectiveOn,
                ground,
                last,
                State.RUNNING,
                stopTransfer);
    }

    private static LocalDate lastDay(
            Requester requestedBy,
            boolean managed,
            int days,
            LocalDate effectiveOn,
            AgreementTerms terms,
            Policies policies) {
        StandoffRequest atOnce =
                new StandoffRequest(effectiveOn, null, BigInteger.valueOf(days), requestedBy, managed, effectiveOn);
        return MarketStandoff.of(atOnce, terms, policies).lastRestrictedDay();
    }

    /** The days on which it keeps a Holder whom the request reached on that day. */
    public MarketStandoff period(LocalDate receivedOn, AgreementTerms terms, Policies policies) {
        return MarketStandoff.of(
                new StandoffRequest(countedFrom, null, BigInteger.valueOf(days), requestedBy, managed, receivedOn),
                terms,
                policies);
    }
}
