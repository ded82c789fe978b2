package org.registrationrights.register;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.registrationrights.agreement.Clause;

/**
 * Identical shares of one record holder, for as long as it holds them: a transfer closes the lot and opens others.
 *
 * @param holder the record holder's id
 * @param shares how many, at least zero
 * @param parent the lot that this one came out of by transfer, division or distribution, or null
 * @param heldFrom the first day in the holder's hands, or null for the day of issue
 * @param heldUntil the first day no longer in the holder's hands, or null while it holds them
 * @param dates what happened to the shares and when; what has not happened is absent
 * @param compliesWithLaw whether the sale to the holder was lawful, if there was one (6)
 * @param toCompetitor whether it made a competitor of the Company the holder (6)
 */
public record ShareLot(
        String lot,
        String holder,
        BigInteger shares,
        Source source,
        String parent,
        LocalDate heldFrom,
        LocalDate heldUntil,
        Map<LotDate, LocalDate> dates,
        boolean compliesWithLaw,
        boolean toCompetitor) {

    /** How the shares came into being (1.7(i) to (iii)). */
    public enum Source {
        MERGER(Clause.S1_7_I),
        WARRANT_EXERCISE(Clause.S1_7_II),
        /** By split, dividend, distribution or exchange of covered shares; of others, it keeps their source. */
        DERIVED(Clause.S1_7_III),
        OPEN_MARKET(null),
        OTHER(null);

        private final Clause limb;

        Source(Clause limb) {
            this.limb = limb;
        }

        public boolean covered() {
            return limb != null;
        }

        /** The limb of 1.7 that covers such shares, or null. */
        Clause limb() {
            return limb;
        }
    }

    public ShareLot {
        dates = Map.copyOf(dates);
    }

    /** The day of an event, or null if it has not been recorded. */
    public LocalDate on(LotDate date) {
        return dates.get(date);
    }

    /** Whether the event has been recorded and lies on that day or before it. */
    public boolean reached(LocalDate day, LotDate event) {
        return on(event) != null && !on(event).isAfter(day);
    }

    /** Whether it was the holder's on that day. */
    public boolean heldOn(LocalDate day) {
        return (heldFrom == null || !day.isBefore(heldFrom)) && (heldUntil == null || day.isBefore(heldUntil));
    }

    /** The same shares after an event. */
    ShareLot with(LotDate event, LocalDate day) {
        Map<LotDate, LocalDate> changed = new EnumMap<>(LotDate.class);
        changed.putAll(dates);
        changed.put(event, day);
        return new ShareLot(
                lot, holder, shares, source, parent, heldFrom, heldUntil, changed, compliesWithLaw, toCompetitor);
    }

    /** The same shares after their disposal under a statement. */
    ShareLot disposed(LocalDate soldOn, LocalDate effectiveOn) {
        return with(LotDate.EFFECTIVE_ON, effectiveOn).with(LotDate.DISPOSED_UNDER_STATEMENT_ON, soldOn);
    }

    /** A lot of its own for some of the shares, from a day on until before another. */
    ShareLot part(String id, BigInteger some, LocalDate from, LocalDate until) {
        return new ShareLot(id, holder, some, source, lot, from, until, dates, compliesWithLaw, toCompetitor);
    }

    /** What a sale of the other shares under a statement left of this lot, if one has divided it (1.7(w)). */
    Optional<ShareLot> leftAmong(List<ShareLot> lots) {
        List<ShareLot> parts = lots.stream()
                .filter(part -> lot.equals(part.parent) && holder.equals(part.holder))
                .filter(part -> heldUntil != null && heldUntil.equals(part.heldFrom))
                .toList();
        Optional<ShareLot> sold = parts.stream()
                .filter(part -> heldUntil.equals(part.on(LotDate.DISPOSED_UNDER_STATEMENT_ON)))
                .findFirst();
        return parts.size() == 2 && sold.isPresent()
                ? parts.stream().filter(part -> !part.equals(sold.get())).findFirst()
                : Optional.empty();
    }
}
