package org.registrationrights.indemnity;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.arithmetic.Fraction;

/**
 * A claim for contribution, as people have found the facts (3.3).
 *
 * @param claimantFault the weight of the claimant's own fault, on the contributors' scale
 * @param contributors in the order in which odd cents fall
 * @param claimantGuiltyOf as a contributor's
 * @param unavailableHeldBy a court unless said otherwise
 */
public record ContributionClaim(
        BigInteger lossCents,
        Fraction claimantFault,
        List<Contributor> contributors,
        List<String> claimantGuiltyOf,
        Finder unavailableHeldBy) {

    /** Who has held the indemnity unavailable. */
    public enum Finder {
        COURT,
        ARBITRATOR,
        NONE
    }

    /** @throws Refusal for what is missing or negative, and for an id that is there twice */
    public ContributionClaim {
        Checks.amount("lossCents", lossCents, Clause.S3_3_A);
        Refusal.required("claimantFault", claimantFault, Clause.S3_3_B);
        contributors = List.copyOf(Refusal.required("contributors", contributors, Clause.S3_3_A));
        Set<String> used = new HashSet<>();
        for (int i = 0; i < contributors.size(); i++) {
            Checks.unused("contributors[" + i + "].id", contributors.get(i).id(), used);
        }
        claimantGuiltyOf = claimantGuiltyOf == null ? List.of() : Checks.ids("claimantGuiltyOf", claimantGuiltyOf);
        unavailableHeldBy = unavailableHeldBy == null ? Finder.COURT : unavailableHeldBy;
    }

    List<Fraction> faults() {
        return contributors.stream().map(Contributor::fault).toList();
    }

    Fraction totalFault() {
        return faults().stream().reduce(claimantFault, Fraction::plus);
    }

    /** One guilty takes nothing from one who is not guilty of the same statement. */
    boolean bars(Contributor contributor) {
        return !contributor.guiltyOf().containsAll(claimantGuiltyOf);
    }
}
