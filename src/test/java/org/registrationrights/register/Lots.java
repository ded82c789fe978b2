package org.registrationrights.register;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.registrationrights.register.ShareLot.Source;

/** Lots for tests. */
final class Lots {

    static final LocalDate MERGER_DAY = LocalDate.parse("2001-06-22");

    private Lots() {}

    static ShareLot merger(String lot, String holder, long shares) {
        return new ShareLot(
                lot,
                holder,
                BigInteger.valueOf(shares),
                Source.MERGER,
                null,
                null,
                null,
                Map.of(LotDate.ISSUED_ON, MERGER_DAY),
                true,
                false);
    }

    static ShareLot held(ShareLot lot, String from, String until) {
        return new ShareLot(
                lot.lot(),
                lot.holder(),
                lot.shares(),
                lot.source(),
                lot.parent(),
                from == null ? null : LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                lot.dates(),
                lot.compliesWithLaw(),
                lot.toCompetitor());
    }

    /** Dates lie within a few days, so that every boundary is met; most are absent, so that every status is. */
    static ShareLot random(String lot, String holder, LocalDate first, int days, Random random) {
        Map<LotDate, LocalDate> dates = new EnumMap<>(LotDate.class);
        for (LotDate date : LotDate.values()) {
            if (random.nextInt(10) < (date == LotDate.ISSUED_ON ? 9 : 3)) {
                dates.put(date, first.plusDays(random.nextInt(days)));
            }
        }
        LocalDate from = random.nextBoolean() ? null : first.plusDays(random.nextInt(days - 1));
        LocalDate until =
                random.nextInt(4) > 0 ? null : (from == null ? first : from).plusDays(random.nextInt(days - 1));
        Source[] sources = Source.values();
        return new ShareLot(
                lot,
                holder,
                BigInteger.valueOf(1 + random.nextInt(1_000)),
                sources[random.nextInt(sources.length)],
                null,
                from,
                until,
                dates,
                random.nextInt(4) > 0,
                random.nextInt(4) == 0);
    }
}
