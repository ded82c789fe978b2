package org.registrationrights.arithmetic;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits a whole amount by weights so that the parts add up to it. */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * The parts of {@code amount} by {@code weights}: each is rounded down, then the units left over go one each to the
     * largest remainders, the earlier weight first among equals. At least one weight must be above zero.
     */
    public static List<BigInteger> split(BigInteger amount, List<BigInteger> weights) {
        BigInteger total = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() <= 0) {
            throw new IllegalArgumentException("nothing to split " + amount + " by");
        }
        BigInteger[] parts = new BigInteger[weights.size()];
        BigInteger[] remainders = new BigInteger[weights.size()];
        BigInteger left = amount;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] division = amount.multiply(weights.get(i)).divideAndRemainder(total);
            parts[i] = division[0];
            remainders[i] = division[1];
            left = left.subtract(division[0]);
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left.intValueExact())
                .forEach(i -> parts[i] = parts[i].add(BigInteger.ONE));
        return List.of(parts);
    }
}
