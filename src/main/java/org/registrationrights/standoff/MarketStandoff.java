package org.registrationrights.standoff;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.StandoffOverlong;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;

/**
 * The days on which a request keeps one Holder from disposing of any securities of the Company (7), or why it does not
 * bind. They are whole days in the policies' zone; no weekend or holiday moves them, since nothing is to be performed.
 *
 * @param reason why the request does not bind, or null where it does
 * @param firstRestrictedDay null, as the last one is, where the request does not bind
 * @param clamped whether more days were asked for than the longest period has, which then runs
 */
@Implements(Clause.S7_A)
public record MarketStandoff(
        StandoffRequest request,
        AgreementTerms terms,
        Policies policies,
        Reason reason,
        LocalDate firstRestrictedDay,
        LocalDate lastRestrictedDay,
        boolean clamped)
        implements Explained {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = Set.of("zone", "standoffStart", "standoffOverlong");

    /** Why a request does not bind; where several apply, the first. */
    public enum Reason {
        WRONG_REQUESTER,
        NO_PERIOD,
        OVER_180,
        REQUEST_AFTER_PERIOD
    }

    /** The days by the calendar, whenever the request came; none, and then no last one, where the request is void. */
    private record Period(LocalDate effective, int days, LocalDate begins, LocalDate last) {

        static Period of(StandoffRequest request, AgreementTerms terms, Policies policies) {
            boolean isVoid = isOverlong(request, terms) && policies.standoffOverlong() == StandoffOverlong.REJECT;
            int days = isVoid ? 0 : request.days().min(longest(terms)).intValueExact();
            LocalDate effective = request.effectiveDay(policies.zone());
            LocalDate begins = switch (policies.standoffStart()) {
                case DAY_AFTER_EFFECTIVE -> effective.plusDays(1);
                case EFFECTIVE_DAY -> effective;
            };
            return new Period(effective, days, begins, begins.plusDays(days - 1));
        }

        /** The request only limits backwards. */
        LocalDate firstFor(StandoffRequest request) {
            LocalDate arrived = request.requestReceivedDate();
            return arrived.isAfter(begins) ? arrived : begins;
        }
    }

    public static MarketStandoff of(StandoffRequest request, AgreementTerms terms, Policies policies) {
        Period period = Period.of(request, terms, policies);
        Reason reason = reason(request, period);
        return reason == null
                ? new MarketStandoff(
                        request,
                        terms,
                        policies,
                        null,
                        period.firstFor(request),
                        period.last,
                        isOverlong(request, terms))
                : new MarketStandoff(request, terms, policies, reason, null, null, false);
    }

    public boolean binding() {
        return reason == null;
    }

    /** The first instant after the period, at which stop-transfer instructions end too; null where nothing binds. */
    public ZonedDateTime freeFrom() {
        return binding() ? lastRestrictedDay.plusDays(1).atStartOfDay(policies.zone()) : null;
    }

    /** Whether the Holder is bound on that day; never where the request does not bind. */
    public boolean isRestricted(LocalDate day) {
        return binding() && !day.isBefore(firstRestrictedDay) && !day.isAfter(lastRestrictedDay);
    }

    /** What the stand-off makes of a transaction of this Holder. */
    public JudgedTransaction judge(Transaction transaction) {
        return JudgedTransaction.of(transaction, this);
    }

    private static Reason reason(StandoffRequest request, Period period) {
        if (!request.isByTheRightParty()) {
            return Reason.WRONG_REQUESTER;
        }
        if (request.days().signum() == 0) {
            return Reason.NO_PERIOD;
        }
        if (period.days == 0) {
            return Reason.OVER_180;
        }
        return request.requestReceivedDate().isAfter(period.last) ? Reason.REQUEST_AFTER_PERIOD : null;
    }

    private static BigInteger longest(AgreementTerms terms) {
        return BigInteger.valueOf(terms.standoffDays());
    }

    private static boolean isOverlong(StandoffRequest request, AgreementTerms terms) {
        return request.days().compareTo(longest(terms)) > 0;
    }

    @Override
    public List<Step> explain(String subject) {
        if (subject != null) {
            throw Explained.stranger(subject);
        }
        return told().steps();
    }

    Explanation told() {
        Explanation told = Explanation.under(policies)
                .step(Clause.S7_A, "the managing underwriter may ask, an executive officer only where there is none")
                .with("requestedBy", request.requestedBy())
                .with("hasManagingUnderwriter", request.hasManagingUnderwriter())
                .gives("mayAsk", request.isByTheRightParty());
        if (reason != Reason.WRONG_REQUESTER) {
            tellPeriod(told, Period.of(request, terms, policies));
        }
        return binding()
                ? told
                : told.step(Clause.S7_A, "so that the request binds nobody").gives("reason", reason);
    }

    private void tellPeriod(Explanation told, Period period) {
        told.step(
                        Clause.S7_A,
                        switch (policies.standoffOverlong()) {
                            case CLAMP -> "the lesser of the days asked for and the longest that the agreement allows";
                            case REJECT -> "the days asked for, or none where they are more than the longest allowed";
                        })
                .with("daysAsked", request.days())
                .with("longest", terms.standoffDays())
                .reading("standoffOverlong")
                .gives("days", period.days);
        if (period.days == 0) {
            return;
        }
        if (request.effectiveAt() != null) {
            told.step(Clause.S7_A, "the day of effectiveness")
                    .with("effectiveAt", request.effectiveAt())
                    .reading("zone")
                    .gives("effectiveDate", period.effective);
        }
        told.step(
                        Clause.S7_A,
                        switch (policies.standoffStart()) {
                            case DAY_AFTER_EFFECTIVE -> "the day after effectiveness is the first of them";
                            case EFFECTIVE_DAY -> "the day of effectiveness is the first of them";
                        })
                .with("effectiveDate", period.effective)
                .reading("standoffStart")
                .gives("periodBegins", period.begins)
                .step(Clause.S7_A, "the last of them; no weekend or holiday moves it")
                .with("periodBegins", period.begins)
                .with("days", period.days)
                .gives("lastRestrictedDay", period.last)
                .step(Clause.S7_A, "the later of the first of them and the day the request arrived")
                .with("periodBegins", period.begins)
                .with("requestReceivedDate", request.requestReceivedDate())
                .gives("firstRestrictedDay", period.firstFor(request));
        if (binding()) {
            told.step(Clause.S7_A, "the start of the day after the last")
                    .with("lastRestrictedDay", lastRestrictedDay)
                    .reading("zone")
                    .gives("freeFrom", freeFrom());
        }
    }
}
