package org.registrationrights.document;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.registrationrights.agreement.Policies;
import org.registrationrights.arithmetic.Fraction;

/** Figures as letters write them. */
public final class Written {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![\\d.-])\\d{4,}(?![\\d-]|\\.\\d)");

    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private static final Properties READINGS = readings();

    Written() {}

    /**
     * What was made of words that the agreement leaves open, a sentence for each.
     *
     * @param policies values by their keys, of those that letters tell of
     */
    public List<String> readings(Map<String, String> policies) {
        return policies.entrySet().stream()
                .map(policy -> sentence(policy.getKey(), policy.getValue()))
                .toList();
    }

    /** The sentence for one reading, by its policy's key. */
    public String reading(String key, Policies policies) {
        return sentence(key, policies.values().get(key));
    }

    /** {@code third}. */
    public String ordinal(int number) {
        return number <= ORDINALS.size() ? ORDINALS.get(number - 1) : number + "th";
    }

    private static String sentence(String policy, String value) {
        String sentence = READINGS.getProperty(policy + "." + value, READINGS.getProperty(policy));
        if (sentence == null) {
            throw new IllegalStateException("no sentence for the reading " + policy + " " + value);
        }
        return sentence.replace("{0}", value);
    }

    private static Properties readings() {
        try (Reader in = new InputStreamReader(
                Written.class.getResourceAsStream("/letters/readings.properties"), StandardCharsets.UTF_8)) {
            Properties readings = new Properties();
            readings.load(in);
            return readings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code 1,234,567}. */
    public String count(BigInteger count) {
        return NumberFormat.getIntegerInstance(Locale.US).format(count);
    }

    /** {@code January 10, 2002}. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code Thursday, January 10, 2002}. */
    public String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** {@code 1,200 / 7}; a whole one as a count. */
    public String fraction(Fraction fraction) {
        return fraction.denominator().equals(BigInteger.ONE)
                ? count(fraction.numerator())
                : count(fraction.numerator()) + " / " + count(fraction.denominator());
    }

    /** A figure with its share counts grouped; dates, and what has letters in it, stay. */
    public String grouped(String text) {
        return text.chars().anyMatch(Character::isLetter)
                ? text
                : LONG_NUMBER.matcher(text).replaceAll(number -> count(new BigInteger(number.group())));
    }
}
