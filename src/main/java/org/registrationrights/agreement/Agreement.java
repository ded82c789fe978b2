package org.registrationrights.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The agreement that this installation administers: its parties, and its terms and policies as dated data, so that a
 * question about a day is answered by what was in force on that day.
 */
public final class Agreement {

    /**
     * Counsel's finding that the Public Offering of the Series 2-A Registration has closed (2.1).
     *
     * @param evidence the paper that the finding rests on
     */
    public record Series2aClosing(Instant closedAt, String evidence) {}

    /** Who is notified on the Company's side (11.1(a)). */
    public record Party(String name, List<String> address, String facsimile, String attention) {}

    private final Party company;
    private final Party companyCounsel;
    private final Series2aClosing series2aClosing;
    private final NavigableMap<LocalDate, AgreementTerms> terms;
    private final NavigableMap<LocalDate, Policies> policies;

    /**
     * @param series2aClosing null until counsel has found it
     * @param policies by the first day they apply to; days before the first entry have the first entry's
     */
    public Agreement(
            Party company,
            Party companyCounsel,
            LocalDate agreementDate,
            Series2aClosing series2aClosing,
            Map<LocalDate, Policies> policies) {
        this.company = company;
        this.companyCounsel = companyCounsel;
        this.series2aClosing = series2aClosing;
        this.terms = new TreeMap<>(Map.of(agreementDate, AgreementTerms.asSigned(agreementDate)));
        this.policies = new TreeMap<>(policies);
    }

    public Party company() {
        return company;
    }

    public Party companyCounsel() {
        return companyCounsel;
    }

    /** When the Series 2-A offering closed, or null while it has not (2.1). */
    public Series2aClosing series2aClosing() {
        return series2aClosing;
    }

    /** The date the agreement is made as of. */
    public LocalDate date() {
        return terms.firstKey();
    }

    /**
     * @throws Refusal for a day before the agreement's own date
     */
    public AgreementTerms termsAsOf(LocalDate date) {
        Map.Entry<LocalDate, AgreementTerms> inForce = terms.floorEntry(date);
        if (inForce == null) {
            throw Refusal.invalid("asOf", date + " is before the agreement's date " + date(), Clause.P_A);
        }
        return inForce.getValue();
    }

    public Policies policiesAsOf(LocalDate date) {
        Map.Entry<LocalDate, Policies> chosen = policies.floorEntry(date);
        return (chosen == null ? policies.firstEntry() : chosen).getValue();
    }

    /** The zone whose days count; every other policy may change from day to day, the day itself must not. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone());
    }

    /** The first instant after a day. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone()).toInstant();
    }

    /** In which days and times are told. */
    public ZoneId zone() {
        return policies.firstEntry().getValue().zone();
    }

    /** The first instant of the day, in the same zone. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(policies.firstEntry().getValue().zone()).toInstant();
    }
}
