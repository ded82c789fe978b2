package org.registrationrights.offering;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;

/**
 * Whether an offering obliges the Company to notify the Holders (1.5, 2.1, 10).
 *
 * @param series2aClosedAt counsel's finding of the Series 2-A closing, null while there is none
 */
public record OfferingGate(
        PlannedOffering offering, Instant series2aClosedAt, RegistrationTerm term, Facts facts, Result result)
        implements Explained {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = RegistrationTerm.POLICIES;

    /** The first reason why the Holders need not be notified, or that they must be. */
    public enum Result {
        NOT_A_PUBLIC_OFFERING,
        SERIES_2A_NOT_CLOSED,
        OBLIGATION_TERMINATED,
        NOTICE_REQUIRED
    }

    /** What decides, as questions answered yes or no. */
    public record Facts(
            boolean soleBusinessCombination,
            boolean soleCompensatoryPlan,
            boolean commonStockToPublic,
            boolean afterSeries2aClosing,
            boolean obligationInForce) {

        /** A determination at the very instant of the closing does not yet follow it. */
        static Facts of(PlannedOffering offering, Instant series2aClosedAt, RegistrationTerm term) {
            return new Facts(
                    offering.soleBusinessCombination(),
                    offering.soleCompensatoryPlan(),
                    offering.commonStockToPublic(),
                    series2aClosedAt != null && offering.determinedAt().isAfter(series2aClosedAt),
                    term.obligationInForce(offering.determinedAt()));
        }

        private boolean publicOffering() {
            return commonStockToPublic && !soleBusinessCombination && !soleCompensatoryPlan;
        }
    }

    public static OfferingGate of(
            PlannedOffering offering, Instant series2aClosedAt, AgreementTerms terms, Policies policies) {
        RegistrationTerm term = RegistrationTerm.of(terms, policies);
        Facts facts = Facts.of(offering, series2aClosedAt, term);
        return new OfferingGate(offering, series2aClosedAt, term, facts, decide(facts));
    }

    @Implements({Clause.S1_5_A, Clause.S1_5_B, Clause.S2_1_A, Clause.S2_1_B})
    public static Result decide(Facts facts) {
        if (!facts.publicOffering()) {
            return Result.NOT_A_PUBLIC_OFFERING;
        }
        if (!facts.afterSeries2aClosing) {
            return Result.SERIES_2A_NOT_CLOSED;
        }
        return facts.obligationInForce ? Result.NOTICE_REQUIRED : Result.OBLIGATION_TERMINATED;
    }

    @Override
    public List<Step> explain(String subject) {
        if (subject != null) {
            throw Explained.stranger(subject);
        }
        List<Step> steps = new ArrayList<>(term.explain(null));
        steps.addAll(Explanation.under(term.policies())
                .step(
                        Clause.S1_5_A,
                        "Common Stock to the public, and not solely for a business combination or a compensatory plan")
                .with("commonStockToPublic", facts.commonStockToPublic)
                .with("soleBusinessCombination", facts.soleBusinessCombination)
                .with("soleCompensatoryPlan", facts.soleCompensatoryPlan)
                .gives("publicOffering", facts.publicOffering())
                .step(Clause.S2_1_A, "determined after the closing of the Series 2-A offering, not at that instant")
                .with("determinedAt", local(offering.determinedAt()))
                .with("series2aClosedAt", series2aClosedAt == null ? "none" : local(series2aClosedAt))
                .gives("afterSeries2aClosing", facts.afterSeries2aClosing)
                .step(Clause.S10_A, "determined before the obligation ended")
                .with("determinedAt", local(offering.determinedAt()))
                .with("terminatesAt", term.terminatesAt())
                .gives("obligationInForce", facts.obligationInForce)
                .step(Clause.S2_1_B, "notice is required if all three hold; the first that fails is the reason why not")
                .with("publicOffering", facts.publicOffering())
                .with("afterSeries2aClosing", facts.afterSeries2aClosing)
                .with("obligationInForce", facts.obligationInForce)
                .gives("result", result)
                .steps());
        return steps;
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(term.policies().zone());
    }
}
