package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.registrationrights.agreement.Policies;
import org.registrationrights.offering.OtherSeller.SecurityClass;

/** Holders and other sellers for tests, written down or made up at random. */
final class Sellers {

    private Sellers() {}

    /** An offering to be cut back. */
    record Case(List<SellingHolder> holders, List<OtherSeller> others, BigInteger available, Policies policies) {

        Cutback allocate() {
            return Cutback.allocate(holders, others, available, policies);
        }

        Case under(String policy, String value) {
            return new Case(holders, others, available, policies.with(Map.of(policy, value)));
        }

        Case withAvailable(BigInteger other) {
            return new Case(holders, others, other, policies);
        }

        Case shuffled(Random random) {
            List<SellingHolder> shuffledHolders = new ArrayList<>(holders);
            List<OtherSeller> shuffledOthers = new ArrayList<>(others);
            Collections.shuffle(shuffledHolders, random);
            Collections.shuffle(shuffledOthers, random);
            return new Case(shuffledHolders, shuffledOthers, available, policies);
        }

        Case times(BigInteger k) {
            return new Case(
                    holders.stream()
                            .map(holder -> new SellingHolder(
                                    holder.id(),
                                    holder.held().multiply(k),
                                    holder.requested().multiply(k)))
                            .toList(),
                    others.stream()
                            .map(other -> new OtherSeller(
                                    other.id(),
                                    other.securityClass(),
                                    other.entitledHeld().multiply(k),
                                    other.requested().multiply(k),
                                    other.included().multiply(k),
                                    other.participating(),
                                    other.hasAgreement(),
                                    other.exercisedRights()))
                            .toList(),
                    available == null ? null : available.multiply(k),
                    policies);
        }
    }

    static SellingHolder holder(String id, long held, long requested) {
        return new SellingHolder(id, count(held), count(requested));
    }

    /** Securities with piggyback rights of their own, exercised. */
    static OtherSeller piggyback(String id, long entitledHeld, long requested, long included) {
        return other(id, SecurityClass.PIGGYBACK, entitledHeld, requested, included);
    }

    static OtherSeller other(String id, SecurityClass securityClass, long entitledHeld, long requested, long included) {
        return new OtherSeller(
                id, securityClass, count(entitledHeld), count(requested), count(included), true, true, true);
    }

    static BigInteger count(long value) {
        return BigInteger.valueOf(value);
    }

    static Policies with(String key, String value) {
        return Policies.DEFAULTS.with(Map.of(key, value));
    }

    /** Any offering under any policies, now and then with counts beyond 2^63. */
    static Case any(Random random) {
        Map<String, String> policies = new LinkedHashMap<>();
        Cutback.POLICIES.stream().sorted().forEach(key -> {
            List<String> values = Policies.choices(key);
            policies.put(key, values.get(random.nextInt(values.size())));
        });
        int bits = List.of(2, 4, 10, 20, 70).get(random.nextInt(5));
        List<SellingHolder> holders = new ArrayList<>();
        BigInteger requested = BigInteger.ZERO;
        for (int i = random.nextInt(8); i > 0; i--) {
            BigInteger held = new BigInteger(bits, random);
            BigInteger asked = random.nextBoolean() ? held : new BigInteger(bits, random);
            holders.add(new SellingHolder("H" + i, held, asked));
            requested = requested.add(asked.min(held));
        }
        List<OtherSeller> others = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            BigInteger asked = new BigInteger(bits, random);
            others.add(new OtherSeller(
                    "O" + i,
                    SecurityClass.values()[random.nextInt(3)],
                    asked.add(BigInteger.ONE),
                    asked,
                    upTo(asked, random),
                    random.nextInt(5) > 0,
                    random.nextInt(5) > 0,
                    random.nextInt(5) > 0));
        }
        BigInteger available = random.nextInt(8) == 0 ? null : upTo(requested, random);
        return new Case(holders, others, available, Policies.DEFAULTS.with(policies));
    }

    static BigInteger upTo(BigInteger most, Random random) {
        return new BigInteger(most.bitLength() + 8, random).mod(most.add(BigInteger.ONE));
    }
}
