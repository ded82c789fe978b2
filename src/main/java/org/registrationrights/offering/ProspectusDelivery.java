package org.registrationrights.offering;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * Copies of a prospectus that went to a selling Holder (4(a)).
 *
 * @param holderId null in what is reported of all selling Holders alike
 * @param version what tells it from another of its kind, such as an amendment's number; null where there is one only
 * @param how by what means, and into whose hands
 * @param evidence the paper that shows it
 */
@Implements(Clause.S4_A)
public record ProspectusDelivery(
        String holderId,
        Kind kind,
        String version,
        LocalDate furnishedOn,
        BigInteger copies,
        String how,
        String evidence) {

    public enum Kind {
        /** Of the filed statement, before it is effective. */
        PRELIMINARY,
        /** Of the effective statement. */
        FINAL
    }

    private static final int LONGEST_ID = 40;
    private static final int LONGEST_VERSION = 100;
    private static final int LONGEST_TEXT = 500;

    /** @throws Refusal for what is missing or too long, and for no copies */
    public ProspectusDelivery {
        holderId = Checks.optionalText("holderId", holderId, LONGEST_ID, Clause.S4_A);
        Refusal.required("kind", kind, Clause.S4_A);
        version = Checks.optionalText("version", version, LONGEST_VERSION, Clause.S4_A);
        Refusal.required("furnishedOn", furnishedOn, Clause.S4_A);
        Checks.notNegative(copies, "copies");
        if (copies.signum() == 0) {
            throw Refusal.invalid("copies", "must be above zero", Clause.S4_A);
        }
        how = Checks.text("how", how, LONGEST_TEXT, Clause.S4_A);
        evidence = Checks.text("evidence", evidence, LONGEST_TEXT, Clause.S4_A);
    }

    public ProspectusDelivery to(String holder) {
        return new ProspectusDelivery(holder, kind, version, furnishedOn, copies, how, evidence);
    }

    /** @throws Refusal for a prospectus that was furnished before there was one of its kind */
    public void check(Offering.Registration registration, LocalDate effectiveOn) {
        LocalDate since = kind == Kind.PRELIMINARY ? registration.filedOn() : effectiveOn;
        String what = kind == Kind.PRELIMINARY ? "the filing" : "the effectiveness";
        if (since == null) {
            throw Refusal.conflict("kind", "there is no " + kind + " prospectus before " + what, Clause.S4_A);
        }
        if (furnishedOn.isBefore(since)) {
            throw Refusal.invalid("furnishedOn", furnishedOn + " is before " + what + ", " + since, Clause.S4_A);
        }
    }

    /**
     * Whether nothing more is to be done.
     *
     * @param selling all selling Holders
     * @param ground why one of them needs no final prospectus; null where each has one
     * @throws Refusal for a Holder without a final prospectus, unless there is a ground
     */
    public static void checkComplete(Collection<String> selling, List<ProspectusDelivery> furnished, String ground) {
        List<String> missing = missing(selling, furnished);
        if (!missing.isEmpty() && ground == null) {
            throw Refusal.invalid(
                    Obligation.Kind.PROSPECTUSES.groundField(),
                    "is required while no final prospectus was furnished to " + missing.get(0)
                            + (missing.size() == 1 ? "" : " and " + (missing.size() - 1) + " others"),
                    Clause.S4_A);
        }
        if (missing.isEmpty() && ground != null) {
            throw Refusal.invalid(
                    Obligation.Kind.PROSPECTUSES.groundField(),
                    "must be absent: every selling Holder has its prospectus",
                    Clause.S4_A);
        }
    }

    /** The selling Holders to whom no final prospectus was furnished. */
    public static List<String> missing(Collection<String> selling, List<ProspectusDelivery> furnished) {
        Set<String> served = furnished.stream()
                .filter(delivery -> delivery.kind == Kind.FINAL)
                .map(ProspectusDelivery::holderId)
                .collect(Collectors.toSet());
        return selling.stream().filter(holder -> !served.contains(holder)).toList();
    }
}
