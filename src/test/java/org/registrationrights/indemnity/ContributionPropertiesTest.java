package org.registrationrights.indemnity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.CapExcess;
import org.registrationrights.agreement.Policies.FaultScale;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.explanation.Step;
import org.registrationrights.indemnity.Contribution.Note;
import org.registrationrights.indemnity.Contribution.Status;

/** What holds for every claim for contribution under every policy. */
@Verifies({Clause.S3_3_A, Clause.S3_3_C, Clause.S3_3_D})
class ContributionPropertiesTest {

    private static final long SEED = 33;
    private static final int CASES = 2000;

    /** A claim under policies, and what to call it where it fails. */
    private record Case(ContributionClaim claim, Policies policies, String name) {

        Contribution contribution() {
            return Contribution.of(claim, policies);
        }
    }

    @Test
    void theCentsAddUpAndNobodyPaysBeyondItsCap() {
        for (Case any : cases()) {
            Contribution contribution = any.contribution();
            if (contribution.status() != Status.COMPUTED) {
                continue;
            }
            BigInteger paid = BigInteger.ZERO;
            BigInteger parts = BigInteger.ZERO;
            for (Contributor contributor : any.claim.contributors()) {
                BigInteger pays = contribution.contributionCents().get(contributor.id());
                BigInteger part = contribution.uncappedCents().get(contributor.id());
                BigInteger cap = contributor.capCents(any.policies.capBase());
                boolean barred = any.claim.claimantGuiltyOf().stream()
                        .anyMatch(statement -> !contributor.guiltyOf().contains(statement));
                Note note = contribution.notes().get(contributor.id());

                assertThat(pays.signum()).as(any.name).isNotNegative();
                assertThat(note == Note.BARRED_11F).as(any.name).isEqualTo(barred);
                if (barred) {
                    assertThat(pays).as(any.name).isZero();
                } else if (contributor.isHolder()) {
                    assertThat(pays).as(any.name).isLessThanOrEqualTo(cap);
                }
                if (note == Note.CAPPED) {
                    assertThat(pays).as(any.name).isEqualTo(cap);
                }
                if (note == null && any.policies.capExcess() == CapExcess.STAYS_WITH_CLAIMANT) {
                    assertThat(pays).as(any.name).isEqualTo(part);
                }
                paid = paid.add(pays);
                parts = parts.add(part);
            }
            assertThat(contribution.claimantBearsCents().signum()).as(any.name).isNotNegative();
            assertThat(paid.add(contribution.claimantBearsCents())).as(any.name).isEqualTo(any.claim.lossCents());
            assertThat(parts).as(any.name).isLessThanOrEqualTo(any.claim.lossCents());
        }
    }

    @Test
    void everyPartIsWithinACentOfItsExactOne() {
        for (Case any : cases()) {
            Contribution contribution = any.contribution();
            if (contribution.status() != Status.COMPUTED) {
                continue;
            }
            Fraction whole = any.policies.faultScale() == FaultScale.ABSOLUTE ? Fraction.ONE : any.claim.totalFault();
            for (Contributor contributor : any.claim.contributors()) {
                // |part - loss * fault / whole| < 1, without a division
                BigInteger per = contributor.fault().denominator().multiply(whole.numerator());
                BigInteger exact = any.claim
                        .lossCents()
                        .multiply(contributor.fault().numerator())
                        .multiply(whole.denominator());
                BigInteger part = contribution.uncappedCents().get(contributor.id());
                assertThat(part.multiply(per).subtract(exact).abs())
                        .as(any.name)
                        .isLessThan(per);
            }
        }
    }

    @Test
    void whatCapsCutOffStaysOnlyWhereNobodyIsFreeToPayMore() {
        for (Case any : cases()) {
            Contribution stays =
                    Contribution.of(any.claim, any.policies.with(Map.of("capExcess", "STAYS_WITH_CLAIMANT")));
            Contribution passedOn =
                    Contribution.of(any.claim, any.policies.with(Map.of("capExcess", "OTHER_CONTRIBUTORS")));
            if (stays.status() != Status.COMPUTED) {
                continue;
            }
            BigInteger notCut = BigInteger.ZERO;
            boolean free = false;
            for (Contributor contributor : any.claim.contributors()) {
                BigInteger pays = passedOn.contributionCents().get(contributor.id());
                assertThat(pays)
                        .as(any.name)
                        .isGreaterThanOrEqualTo(stays.contributionCents().get(contributor.id()));
                boolean barred = passedOn.notes().get(contributor.id()) == Note.BARRED_11F;
                notCut = notCut.add(
                        barred ? BigInteger.ZERO : stays.uncappedCents().get(contributor.id()));
                free |= !barred
                        && contributor.fault().numerator().signum() > 0
                        && (!contributor.isHolder()
                                || pays.compareTo(contributor.capCents(any.policies.capBase())) < 0);
            }
            BigInteger least = any.claim.lossCents().subtract(notCut);
            if (free) {
                assertThat(passedOn.claimantBearsCents()).as(any.name).isEqualTo(least);
            } else {
                assertThat(passedOn.claimantBearsCents()).as(any.name).isGreaterThanOrEqualTo(least);
            }
        }
    }

    @Test
    void theOrderOfContributorsMovesOddCentsOnly() {
        Random random = new Random(SEED);
        for (Case any : cases()) {
            List<Contributor> shuffled = new ArrayList<>(any.claim.contributors());
            Collections.shuffle(shuffled, random);
            Contribution here = any.contribution();
            Contribution there = Contribution.of(withContributors(any.claim, shuffled), any.policies);

            assertThat(there.status()).as(any.name).isEqualTo(here.status());
            if (any.policies.capExcess() == CapExcess.STAYS_WITH_CLAIMANT) {
                here.contributionCents()
                        .forEach((id, cents) -> assertThat(there.contributionCents()
                                        .get(id)
                                        .subtract(cents)
                                        .abs())
                                .as(any.name)
                                .isLessThanOrEqualTo(BigInteger.ONE));
            } else {
                // Each round that deals out what caps have cut off has odd cents of its own.
                BigInteger rounds = BigInteger.valueOf(shuffled.size() + 1L);
                here.contributionCents()
                        .forEach((id, cents) -> assertThat(there.contributionCents()
                                        .get(id)
                                        .subtract(cents)
                                        .abs())
                                .as(any.name)
                                .isLessThanOrEqualTo(rounds.multiply(rounds)));
            }
        }
    }

    @Test
    void betweenThePartiesOnlyTheProportionOfTheWeightsCounts() {
        Random random = new Random(SEED);
        for (Case any : cases()) {
            BigInteger factor = new BigInteger(66, random).add(BigInteger.ONE);
            Policies between = any.policies.with(Map.of("faultScale", "BETWEEN_THE_PARTIES"));
            ContributionClaim scaled = new ContributionClaim(
                    any.claim.lossCents(),
                    any.claim.claimantFault().times(factor),
                    any.claim.contributors().stream()
                            .map(contributor ->
                                    withFault(contributor, contributor.fault().times(factor)))
                            .toList(),
                    any.claim.claimantGuiltyOf(),
                    any.claim.unavailableHeldBy());
            Contribution here = Contribution.of(any.claim, between);
            Contribution there = Contribution.of(scaled, between);

            assertThat(there.contributionCents()).as(any.name).isEqualTo(here.contributionCents());
            assertThat(there.claimantBearsCents()).as(any.name).isEqualTo(here.claimantBearsCents());
            assertThat(there.notes()).as(any.name).isEqualTo(here.notes());
        }
    }

    @Test
    void theExplanationEndsWithTheFigureOfTheResult() {
        for (Case any : cases()) {
            Contribution contribution = any.contribution();
            for (Contributor contributor : any.claim.contributors()) {
                List<Step> steps = contribution.explain(contributor.id());
                Step last = steps.get(steps.size() - 1);
                if (contribution.status() == Status.COMPUTED) {
                    assertThat(last.name()).as(any.name).isEqualTo("contributionCents." + contributor.id());
                    assertThat(last.result())
                            .as(any.name)
                            .isEqualTo(contribution
                                    .contributionCents()
                                    .get(contributor.id())
                                    .toString());
                    if (contribution.notes().get(contributor.id()) != Note.BARRED_11F) {
                        BigInteger fell = new BigInteger(last.inputs().get("uncappedCents"))
                                .add(new BigInteger(last.inputs().get("passedOnCents")));
                        BigInteger cap = contributor.isHolder()
                                ? new BigInteger(last.inputs().get("capCents"))
                                : fell;
                        assertThat(last.result())
                                .as(any.name)
                                .isEqualTo(fell.min(cap).toString());
                    }
                } else {
                    assertThat(last.result())
                            .as(any.name)
                            .isEqualTo(contribution.status().name());
                }
            }
        }
    }

    private static List<Case> cases() {
        Random random = new Random(SEED);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            cases.add(any(random, "seed " + SEED + ", case " + i));
        }
        return cases;
    }

    private static Case any(Random random, String name) {
        int bits = List.of(1, 4, 10, 70).get(random.nextInt(4));
        // Small steps of fault make many halves; a sum of one at most is needed for the absolute scale.
        int denominator = 1 + random.nextInt(24);
        List<Contributor> contributors = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            contributors.add(new Contributor(
                    "C" + i,
                    fault(random, denominator),
                    random.nextInt(3) > 0,
                    new BigInteger(bits, random),
                    new BigInteger(bits, random).shiftRight(3),
                    random.nextBoolean() ? null : new BigInteger(bits, random).shiftRight(2),
                    statements(random)));
        }
        Map<String, String> policies = Map.of(
                "faultScale", random.nextBoolean() ? "BETWEEN_THE_PARTIES" : "ABSOLUTE",
                "capBase", random.nextBoolean() ? "NET_OF_DISCOUNT" : "GROSS",
                "capExcess", random.nextBoolean() ? "STAYS_WITH_CLAIMANT" : "OTHER_CONTRIBUTORS");
        ContributionClaim claim = new ContributionClaim(
                new BigInteger(bits + 2, random),
                fault(random, denominator),
                contributors,
                random.nextInt(3) > 0 ? null : statements(random),
                null);
        return new Case(claim, Policies.DEFAULTS.with(policies), name + ": " + claim + " under " + policies);
    }

    private static Fraction fault(Random random, int denominator) {
        return Fraction.of(BigInteger.valueOf(random.nextInt(4)), BigInteger.valueOf(denominator));
    }

    private static List<String> statements(Random random) {
        return List.of(List.<String>of(), List.of("M1"), List.of("M2", "M1")).get(random.nextInt(3));
    }

    private static ContributionClaim withContributors(ContributionClaim claim, List<Contributor> contributors) {
        return new ContributionClaim(
                claim.lossCents(),
                claim.claimantFault(),
                contributors,
                claim.claimantGuiltyOf(),
                claim.unavailableHeldBy());
    }

    private static Contributor withFault(Contributor contributor, Fraction fault) {
        return new Contributor(
                contributor.id(),
                fault,
                contributor.isHolder(),
                contributor.grossProceedsCents(),
                contributor.discountCents(),
                contributor.capUsedCents(),
                contributor.guiltyOf());
    }
}
