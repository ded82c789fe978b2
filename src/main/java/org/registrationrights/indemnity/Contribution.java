package org.registrationrights.indemnity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.CapExcess;
import org.registrationrights.agreement.Policies.FaultScale;
import org.registrationrights.agreement.Policies.UnavailabilityFinder;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.arithmetic.LargestRemainder;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Step;

/**
 * What those pay whose indemnity has been held unavailable (3.3), in cents, by the fault that people have found. What
 * all contribute and what the claimant bears add up to the loss.
 *
 * @param uncappedCents by contributor its part by fault alone; empty unless computed
 * @param contributionCents by contributor what it pays; 0 unless computed
 * @param notes by contributor what kept it from paying all that fell on it, where something did
 * @param claimantBearsCents the rest of the loss; null unless computed
 */
@Implements({Clause.S3_3_A, Clause.S3_3_C, Clause.S3_3_D})
public record Contribution(
        ContributionClaim claim,
        Policies policies,
        Status status,
        Map<String, BigInteger> uncappedCents,
        Map<String, BigInteger> contributionCents,
        Map<String, Note> notes,
        BigInteger claimantBearsCents)
        implements Explained {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = Set.of("faultScale", "capBase", "capExcess", "unavailabilityFinder");

    private static final Fraction HALF = Fraction.parse("1/2");

    /** Whether contributions are computed; where several reasons stand against it, the first. */
    public enum Status {
        COMPUTED,
        NOT_TRIGGERED,
        /** Nobody is at fault: a person divides the loss by equity. */
        FAULT_UNDETERMINED,
        FAULT_EXCEEDS_ONE
    }

    public enum Note {
        CAPPED,
        /** By 3.3 for fraud, as Section 11(f) of the Securities Act has it. */
        BARRED_11F
    }

    /**
     * An amount dealt out by fault, and how far the contributors have come by it.
     *
     * @param cents the loss; in later rounds what the caps cut off in the one before
     * @param faults the weights of those on whom it falls, zero for others
     * @param parts what falls on each by its weight
     * @param due what each owes by now, and {@code paid} as much of it as its cap leaves
     */
    record Round(
            BigInteger cents,
            List<Fraction> faults,
            List<BigInteger> parts,
            List<BigInteger> due,
            List<BigInteger> paid) {

        boolean caps(int place) {
            return paid.get(place).compareTo(due.get(place)) < 0;
        }
    }

    public static Contribution of(ContributionClaim claim, Policies policies) {
        Status status = status(claim, policies);
        Map<String, BigInteger> uncapped = new LinkedHashMap<>();
        Map<String, BigInteger> contributions = new LinkedHashMap<>();
        Map<String, Note> notes = new LinkedHashMap<>();
        if (status != Status.COMPUTED) {
            claim.contributors().forEach(contributor -> contributions.put(contributor.id(), BigInteger.ZERO));
            return new Contribution(claim, policies, status, uncapped, contributions, notes, null);
        }
        List<Round> rounds = rounds(claim, policies);
        Round last = rounds.get(rounds.size() - 1);
        for (int i = 0; i < claim.contributors().size(); i++) {
            int place = i;
            Contributor contributor = claim.contributors().get(i);
            uncapped.put(contributor.id(), rounds.get(0).parts.get(i));
            contributions.put(contributor.id(), last.paid.get(i));
            if (claim.bars(contributor)) {
                notes.put(contributor.id(), Note.BARRED_11F);
            } else if (rounds.stream().anyMatch(round -> round.caps(place))) {
                notes.put(contributor.id(), Note.CAPPED);
            }
        }
        BigInteger rest = claim.lossCents().subtract(total(last.paid));
        return new Contribution(claim, policies, status, uncapped, contributions, notes, rest);
    }

    private static Status status(ContributionClaim claim, Policies policies) {
        boolean triggered = switch (claim.unavailableHeldBy()) {
            case COURT -> true;
            case ARBITRATOR -> policies.unavailabilityFinder() == UnavailabilityFinder.COURT_OR_ARBITRATOR;
            case NONE -> false;
        };
        if (!triggered) {
            return Status.NOT_TRIGGERED;
        }
        if (claim.totalFault().equals(Fraction.ZERO)) {
            return Status.FAULT_UNDETERMINED;
        }
        return policies.faultScale() == FaultScale.ABSOLUTE
                        && claim.totalFault().compareTo(Fraction.ONE) > 0
                ? Status.FAULT_EXCEEDS_ONE
                : Status.COMPUTED;
    }

    /** Deals out the loss and then, where the policy wants it, again and again what the caps have cut off. */
    static List<Round> rounds(ContributionClaim claim, Policies policies) {
        List<Round> rounds = new ArrayList<>();
        BigInteger cents = claim.lossCents();
        List<Fraction> faults = claim.faults();
        List<BigInteger> parts = parts(claim, policies.faultScale());
        List<BigInteger> paid = Collections.nCopies(parts.size(), BigInteger.ZERO);
        while (true) {
            List<BigInteger> due = new ArrayList<>();
            List<BigInteger> paidNow = new ArrayList<>();
            List<Fraction> free = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                Contributor contributor = claim.contributors().get(i);
                boolean barred = claim.bars(contributor);
                BigInteger owed = barred ? BigInteger.ZERO : paid.get(i).add(parts.get(i));
                BigInteger cap = contributor.isHolder() ? contributor.capCents(policies.capBase()) : null;
                due.add(owed);
                paidNow.add(cap == null ? owed : owed.min(cap));
                boolean atCap = cap != null && owed.compareTo(cap) >= 0;
                free.add(barred || atCap ? Fraction.ZERO : contributor.fault());
            }
            rounds.add(new Round(cents, faults, parts, due, paidNow));
            cents = total(due).subtract(total(paidNow));
            if (policies.capExcess() == CapExcess.STAYS_WITH_CLAIMANT
                    || cents.signum() == 0
                    || sum(free).equals(Fraction.ZERO)) {
                return rounds;
            }
            faults = free;
            parts = split(cents, free);
            paid = paidNow;
        }
    }

    /** Each contributor's part of the loss by its fault. */
    private static List<BigInteger> parts(ContributionClaim claim, FaultScale scale) {
        List<Fraction> faults = claim.faults();
        if (scale == FaultScale.BETWEEN_THE_PARTIES) {
            return split(claim.lossCents(), faults, claim.claimantFault());
        }
        List<BigInteger> rounded = faults.stream()
                .map(fault -> fault.times(claim.lossCents()).plus(HALF).floor())
                .toList();
        if (total(rounded).compareTo(claim.lossCents()) <= 0) {
            return rounded;
        }
        // Too many halves went up: nobody contributes more than the loss, so odd cents fall by largest remainder, and
        // all fault that is not the contributors' counts as the claimant's, who bears it.
        Fraction theirs = sum(faults);
        Fraction rest = Fraction.of(theirs.denominator().subtract(theirs.numerator()), theirs.denominator());
        return split(claim.lossCents(), faults, rest);
    }

    /** The parts by these weights, after taking off what falls on a last one, if there is one. */
    private static List<BigInteger> split(BigInteger cents, List<Fraction> faults, Fraction... last) {
        List<Fraction> all = Stream.concat(faults.stream(), Stream.of(last)).toList();
        BigInteger common = all.stream()
                .map(Fraction::denominator)
                .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
        return LargestRemainder.split(
                        cents, all.stream().map(fault -> fault.floorOf(common)).toList())
                .subList(0, faults.size());
    }

    static Fraction sum(Collection<Fraction> fractions) {
        return fractions.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    private static BigInteger total(Collection<BigInteger> cents) {
        return cents.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** @param subject a contributor's id */
    @Override
    public List<Step> explain(String subject) {
        return ContributionExplanation.of(this, subject);
    }
}
