package org.registrationrights.arithmetic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An exact number that is not negative, in lowest terms. Nothing is rounded until somebody asks for a whole one. */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    private static final Pattern TEXT =
            Pattern.compile("(?<whole>\\d{1,60})(?:/(?<denominator>\\d{1,60})|\\.(?<places>\\d{1,60}))?");

    public static final Fraction ZERO = of(BigInteger.ZERO);
    public static final Fraction ONE = of(BigInteger.ONE);

    public Fraction {
        if (numerator.signum() < 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException(numerator + "/" + denominator + " is not a fraction of at least zero");
        }
        BigInteger divisor = numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Fraction of(BigInteger numerator, BigInteger denominator) {
        return new Fraction(numerator, denominator);
    }

    public static Fraction of(BigInteger whole) {
        return new Fraction(whole, BigInteger.ONE);
    }

    /**
     * Reads {@code 7/10}, {@code 0.7} or {@code 7}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Fraction parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a fraction such as 7/10 or 0.7");
        }
        if (parts.group("places") != null) {
            String places = parts.group("places");
            return of(new BigInteger(parts.group("whole") + places), BigInteger.TEN.pow(places.length()));
        }
        String denominator = parts.group("denominator");
        return of(
                new BigInteger(parts.group("whole")),
                denominator == null ? BigInteger.ONE : new BigInteger(denominator));
    }

    public Fraction plus(Fraction other) {
        return of(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction times(BigInteger factor) {
        return of(numerator.multiply(factor), denominator);
    }

    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public BigInteger floor() {
        return numerator.divide(denominator);
    }

    public BigInteger ceil() {
        return numerator.add(denominator).subtract(BigInteger.ONE).divide(denominator);
    }

    /** This part of an amount, rounded down. */
    public BigInteger floorOf(BigInteger amount) {
        return numerator.multiply(amount).divide(denominator);
    }

    /** This part of an amount, rounded up. */
    public BigInteger ceilOf(BigInteger amount) {
        return numerator
                .multiply(amount)
                .add(denominator)
                .subtract(BigInteger.ONE)
                .divide(denominator);
    }

    /** For people to read: rounded half to even, never computed with. */
    public BigDecimal decimal(int places) {
        BigInteger scaled = numerator.multiply(BigInteger.TEN.pow(places));
        BigInteger[] parts = scaled.divideAndRemainder(denominator);
        int half = parts[1].shiftLeft(1).compareTo(denominator);
        boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
        return new BigDecimal(up ? parts[0].add(BigInteger.ONE) : parts[0], places);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** {@code 7/10}, or {@code 100} where it is whole. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
