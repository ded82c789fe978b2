package org.registrationrights.indemnity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Policies;

/**
 * What the same facts come to under the readings of 3.3 that were not chosen, one changed at a time, so that everybody
 * sees what hangs on each.
 */
public final class ContributionRivals {

    /** @param claimantBearsCents null where nothing is computed under the reading */
    public record Rival(
            String reading,
            Contribution.Status status,
            Map<String, BigInteger> contributionCents,
            BigInteger claimantBearsCents) {}

    private ContributionRivals() {}

    public static List<Rival> of(ContributionClaim claim, Policies policies) {
        Map<String, String> chosen = policies.only(Contribution.POLICIES);
        List<Rival> rivals = new ArrayList<>();
        Map<String, List<String>> readings = new LinkedHashMap<>();
        readings.put("capBase", List.of("NET_OF_DISCOUNT", "GROSS"));
        readings.put("capExcess", List.of("STAYS_WITH_CLAIMANT", "OTHER_CONTRIBUTORS"));
        readings.put("faultScale", List.of("BETWEEN_THE_PARTIES", "ABSOLUTE"));
        readings.put("unavailabilityFinder", List.of("COURT_OR_ARBITRATOR", "COURT_ONLY"));
        readings.forEach((key, values) -> values.stream()
                .filter(value -> !value.equals(chosen.get(key)))
                .forEach(value -> rivals.add(
                        rival(key + "=" + value, Contribution.of(claim, policies.with(Map.of(key, value)))))));
        rivals.add(rival("cap per claim, not per registration", Contribution.of(capUnused(claim), policies)));
        rivals.add(rival("any fraud counts, not the same statement", Contribution.of(anyFraud(claim), policies)));
        return rivals;
    }

    private static Rival rival(String reading, Contribution contribution) {
        return new Rival(
                reading, contribution.status(), contribution.contributionCents(), contribution.claimantBearsCents());
    }

    private static ContributionClaim capUnused(ContributionClaim claim) {
        return with(
                claim,
                claim.contributors().stream()
                        .map(one -> new Contributor(
                                one.id(),
                                one.fault(),
                                one.isHolder(),
                                one.grossProceedsCents(),
                                one.discountCents(),
                                BigInteger.ZERO,
                                one.guiltyOf()))
                        .toList());
    }

    /** Who is guilty of anything is then no innocent. */
    private static ContributionClaim anyFraud(ContributionClaim claim) {
        return with(
                claim,
                claim.contributors().stream()
                        .map(one -> new Contributor(
                                one.id(),
                                one.fault(),
                                one.isHolder(),
                                one.grossProceedsCents(),
                                one.discountCents(),
                                one.capUsedCents(),
                                one.guiltyOf().isEmpty() ? List.of() : claim.claimantGuiltyOf()))
                        .toList());
    }

    private static ContributionClaim with(ContributionClaim claim, List<Contributor> contributors) {
        return new ContributionClaim(
                claim.lossCents(),
                claim.claimantFault(),
                contributors,
                claim.claimantGuiltyOf(),
                claim.unavailableHeldBy());
    }
}
