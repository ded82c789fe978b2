package org.registrationrights.indemnity;

import java.math.BigInteger;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.CapBase;
import org.registrationrights.agreement.Policies.FaultScale;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Explanation.Telling;
import org.registrationrights.explanation.Step;
import org.registrationrights.indemnity.Contribution.Round;
import org.registrationrights.indemnity.Contribution.Status;

/** Tells how contributions came about (3.3), for all contributors or for one. */
final class ContributionExplanation {

    private final Contribution contribution;
    private final ContributionClaim claim;
    private final Policies policies;
    private final Explanation told;

    private ContributionExplanation(Contribution contribution) {
        this.contribution = contribution;
        this.claim = contribution.claim();
        this.policies = contribution.policies();
        this.told = Explanation.under(policies);
    }

    static List<Step> of(Contribution contribution, String id) {
        if (id != null && !contribution.contributionCents().containsKey(id)) {
            throw Explained.stranger(id);
        }
        ContributionExplanation explanation = new ContributionExplanation(contribution);
        explanation.tellFault();
        if (contribution.status() != Status.COMPUTED) {
            explanation.tellWhyNothing();
        } else if (id == null) {
            explanation.tellRest();
        } else {
            explanation.tellContribution(
                    List.copyOf(contribution.contributionCents().keySet()).indexOf(id));
        }
        return explanation.told.steps();
    }

    private void tellFault() {
        boolean triggered = contribution.status() != Status.NOT_TRIGGERED;
        told.step(Clause.S3_3_A, "the indemnity must have been held unavailable by one whose holding counts")
                .with("unavailableHeldBy", claim.unavailableHeldBy())
                .reading("unavailabilityFinder")
                .gives("triggered", triggered);
        if (triggered) {
            Telling total = told.step(Clause.S3_3_B, "the sum of the weights of fault that people have found")
                    .with("claimantFault", claim.claimantFault());
            claim.contributors().forEach(contributor -> total.with("fault." + contributor.id(), contributor.fault()));
            total.gives("totalFault", claim.totalFault());
        }
    }

    private void tellWhyNothing() {
        Telling status = switch (contribution.status()) {
            case NOT_TRIGGERED ->
                told.step(Clause.S3_3_A, "contribution only takes the place of an indemnity so held unavailable");
            case FAULT_EXCEEDS_ONE ->
                told.step(Clause.S3_3_B, "parts of one whole cannot exceed it")
                        .with("totalFault", claim.totalFault())
                        .reading("faultScale");
            default ->
                told.step(Clause.S3_3_B, "with nobody at fault a person divides the loss by equity")
                        .with("totalFault", claim.totalFault());
        };
        status.gives("status", contribution.status());
    }

    private void tellRest() {
        Telling rest =
                told.step(Clause.S3_3_A, "the loss less all contributions").with("lossCents", claim.lossCents());
        contribution.contributionCents().forEach((id, cents) -> rest.with("contributionCents." + id, cents));
        rest.gives("claimantBearsCents", contribution.claimantBearsCents());
    }

    private void tellContribution(int place) {
        Contributor contributor = claim.contributors().get(place);
        String name = "contributionCents." + contributor.id();
        BigInteger part = contribution.uncappedCents().get(contributor.id());
        BigInteger pays = contribution.contributionCents().get(contributor.id());
        tellPart(contributor, part);
        if (!claim.claimantGuiltyOf().isEmpty()) {
            told.step(Clause.S3_3_D, "barred if the claimant is guilty of a statement that this contributor is not")
                    .with("claimantGuiltyOf", claim.claimantGuiltyOf())
                    .with("guiltyOf", contributor.guiltyOf())
                    .gives("barred", claim.bars(contributor));
        }
        if (claim.bars(contributor)) {
            told.step(Clause.S3_3_D, "a barred claimant gets nothing from it").gives(name, pays);
            return;
        }
        BigInteger passedOn = tellPassedOn(place);
        Telling end;
        if (contributor.isHolder()) {
            tellCap(contributor);
            end = told.step(Clause.S3_3_C, "its part and what was passed on to it, as far as its cap goes")
                    .with("capCents", contributor.capCents(policies.capBase()));
        } else {
            end = told.step(Clause.S3_3_A, "its part and what was passed on to it; only a Holder has a cap");
        }
        end.with("uncappedCents", part)
                .with("passedOnCents", passedOn)
                .reading("capExcess")
                .gives(name, pays);
    }

    private void tellPart(Contributor contributor, BigInteger part) {
        Telling telling;
        if (policies.faultScale() == FaultScale.BETWEEN_THE_PARTIES) {
            Fraction total = claim.totalFault();
            telling = told.step(Clause.S3_3_A, "the loss by its part of all fault, odd cents by largest remainder")
                    .with("totalFault", total)
                    .with("exactCents", exact(claim.lossCents(), contributor.fault(), total));
        } else {
            telling = told.step(
                            Clause.S3_3_A,
                            "the loss by its fault, half a cent up; by largest remainder where all parts so rounded "
                                    + "would exceed the loss")
                    .with("exactCents", contributor.fault().times(claim.lossCents()));
        }
        telling.with("lossCents", claim.lossCents())
                .with("fault", contributor.fault())
                .reading("faultScale")
                .gives("uncappedCents." + contributor.id(), part);
    }

    /** Tells what is passed on to a contributor, round by round, and adds it up. */
    private BigInteger tellPassedOn(int place) {
        List<Round> rounds = Contribution.rounds(claim, policies);
        BigInteger passedOn = BigInteger.ZERO;
        for (Round round : rounds.subList(1, rounds.size())) {
            Fraction fault = round.faults().get(place);
            if (!fault.equals(Fraction.ZERO)) {
                Fraction free = Contribution.sum(round.faults());
                told.step(Clause.S3_3_C, "what caps have cut off, by its part of the fault of those still free")
                        .with("cutOffCents", round.cents())
                        .with("fault", fault)
                        .with("faultOfTheFree", free)
                        .with("exactCents", exact(round.cents(), fault, free))
                        .reading("capExcess")
                        .gives("passedOnCents", round.parts().get(place));
                passedOn = passedOn.add(round.parts().get(place));
            }
        }
        return passedOn;
    }

    private void tellCap(Contributor contributor) {
        Telling cap = told.step(
                        Clause.S3_3_C, "what the sale brought it, less what it contributed before, at least zero")
                .with("grossProceedsCents", contributor.grossProceedsCents());
        if (policies.capBase() == CapBase.NET_OF_DISCOUNT) {
            cap.with("discountCents", contributor.discountCents());
        }
        cap.with("capUsedCents", contributor.capUsedCents())
                .reading("capBase")
                .gives("capCents", contributor.capCents(policies.capBase()));
    }

    /** A part before it is rounded. */
    private static Fraction exact(BigInteger cents, Fraction fault, Fraction total) {
        return Fraction.of(
                cents.multiply(fault.numerator()).multiply(total.denominator()),
                fault.denominator().multiply(total.numerator()));
    }
}
