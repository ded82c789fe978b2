package org.registrationrights.register;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Map;
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
}
