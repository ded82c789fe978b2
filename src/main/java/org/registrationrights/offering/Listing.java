package org.registrationrights.offering;

import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * An exchange that lists similar securities of the Company, and what became of the listing of the registered shares
 * there (4(d)).
 *
 * @param approvedOn with {@code APPROVED} only
 * @param evidence the paper that shows it; required with {@code APPROVED}
 * @param ground the rule of the exchange; with {@code NOT_PERMITTED} only
 */
@Implements(Clause.S4_D)
public record Listing(String exchange, Outcome outcome, LocalDate approvedOn, String evidence, String ground) {

    public enum Outcome {
        APPLIED_FOR,
        APPROVED,
        /** The rules of the exchange do not permit it. */
        NOT_PERMITTED
    }

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EVIDENCE = 500;
    private static final int LONGEST_GROUND = 1000;

    /** @throws Refusal for what is missing and for what does not belong to the outcome */
    public Listing {
        exchange = Checks.text("exchange", exchange, LONGEST_NAME, Clause.S4_D);
        Refusal.required("outcome", outcome, Clause.S4_D);
        Checks.onlyWith(outcome == Outcome.APPROVED, "approvedOn", approvedOn, outcome, Clause.S4_D);
        evidence = Checks.optionalText("evidence", evidence, LONGEST_EVIDENCE, Clause.S4_D);
        if (outcome == Outcome.APPROVED) {
            Refusal.required("evidence", evidence, Clause.S4_D);
        }
        ground = Checks.optionalText("ground", ground, LONGEST_GROUND, Clause.S4_D);
        Checks.onlyWith(outcome == Outcome.NOT_PERMITTED, "ground", ground, outcome, Clause.S4_D);
    }

    /**
     * Whether nothing more is to be done.
     *
     * @param listings what counts of each exchange
     * @param ground on which no exchange lists similar securities; null where there is one
     * @throws Refusal while one is applied for, and for no exchange without a ground
     */
    public static void checkComplete(List<Listing> listings, String ground) {
        listings.stream()
                .filter(listing -> listing.outcome == Outcome.APPLIED_FOR)
                .findFirst()
                .ifPresent(pending -> {
                    throw Refusal.conflict(
                            Obligation.Kind.LISTING.completeField(),
                            "the listing on " + pending.exchange + " is applied for only",
                            Clause.S4_D);
                });
        if (listings.isEmpty() && ground == null) {
            throw Refusal.invalid(
                    Obligation.Kind.LISTING.groundField(),
                    "is required where no exchange lists similar securities",
                    Clause.S4_D);
        }
        if (!listings.isEmpty() && ground != null) {
            throw Refusal.invalid(
                    Obligation.Kind.LISTING.groundField(), "must be absent: exchanges are entered", Clause.S4_D);
        }
    }
}
