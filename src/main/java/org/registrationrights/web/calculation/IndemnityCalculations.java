package org.registrationrights.web.calculation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.registrationrights.indemnity.Contribution;
import org.registrationrights.indemnity.ContributionClaim;
import org.registrationrights.indemnity.CostAward;
import org.registrationrights.indemnity.CostSheet;
import org.registrationrights.indemnity.IndemnityAvailability;
import org.registrationrights.indemnity.IndemnityAvailability.Decision;
import org.registrationrights.indemnity.IndemnityClaim;
import org.registrationrights.web.calculation.Calculation.Answer;
import org.registrationrights.web.calculation.Calculation.Basis;

/** Sections 3, 11.5 and 11.6. */
final class IndemnityCalculations {

    static final List<Calculation<?>> ALL = List.of(
            new Calculation<>(
                    "contribution",
                    ContributionClaim.class,
                    Contribution.POLICIES,
                    IndemnityCalculations::contribution),
            new Calculation<>("cost-award", CostSheet.class, CostAward.POLICIES, IndemnityCalculations::costAward),
            new Calculation<>(
                    "indemnity-availability",
                    IndemnityClaim.class,
                    Set.of(),
                    IndemnityCalculations::indemnityAvailability));

    private IndemnityCalculations() {}

    private static Answer contribution(ContributionClaim claim, Basis basis) {
        Contribution contribution = Contribution.of(claim, basis.policies());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("status", contribution.status());
        result.put("uncappedCents", contribution.uncappedCents());
        result.put("contributionCents", contribution.contributionCents());
        result.put("notes", contribution.notes());
        result.put("claimantBearsCents", contribution.claimantBearsCents());
        return new Answer(result, contribution);
    }

    private static Answer costAward(CostSheet sheet, Basis basis) {
        CostAward award = CostAward.of(sheet, basis.policies());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("status", award.status());
        result.put("awardCents", award.awardCents());
        result.put("forumFeesUnpaidCents", award.forumFeesUnpaidCents());
        switch (award.status()) {
            case AWARDED -> {
                result.put("disallowedCents", award.disallowedCents());
                result.put("loserCents", award.payableCents());
            }
            case NO_PREVAILING_PARTY -> result.put("forumSharesCents", award.payableCents());
        }
        return new Answer(result, award);
    }

    private static Answer indemnityAvailability(IndemnityClaim claim, Basis basis) {
        IndemnityAvailability availability = IndemnityAvailability.of(claim);
        Decision decision = availability.decision();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("result", decision.result());
        if (decision.reason() != null) {
            result.put("reason", decision.reason());
        }
        return new Answer(result, availability);
    }
}
