package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.ExpenseRepository.Bill;
import org.registrationrights.offering.Expenses.Type;

/**
 * What one bears of the costs of a registration, bill by bill (5).
 *
 * @param bearer a Holder's id, or the code of the Company or of all other sellers together
 */
public record ExpenseStatement(String bearer, List<Line> lines, BigInteger totalCents) {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /**
     * @param bill the number of the bill in its offering
     * @param cents the bearer's part of it
     */
    public record Line(int bill, Type type, BigInteger billCents, BigInteger cents) {}

    /**
     * The statements of all that bear something.
     *
     * @param parts by bill and bearer
     */
    @Implements({Clause.S5_A, Clause.S5_B})
    public static List<ExpenseStatement> of(List<Bill> bills, Map<Integer, Map<String, BigInteger>> parts) {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        for (Bill bill : bills) {
            parts.getOrDefault(bill.line(), Map.of())
                    .forEach((bearer, cents) -> lines.computeIfAbsent(bearer, first -> new ArrayList<>())
                            .add(new Line(
                                    bill.line(), bill.item().type(), bill.item().cents(), cents)));
        }
        return lines.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(of -> new ExpenseStatement(
                        of.getKey(),
                        of.getValue(),
                        of.getValue().stream().map(Line::cents).reduce(BigInteger.ZERO, BigInteger::add)))
                .toList();
    }

    /** As people read it, in dollars and cents. */
    public String text() {
        return lines.stream()
                        .map(line -> "%s (bill %d): %s of %s"
                                .formatted(line.type.title(), line.bill, dollars(line.cents), dollars(line.billCents)))
                        .collect(Collectors.joining("; "))
                + ". Together: " + dollars(totalCents) + " dollars.";
    }

    private static String dollars(BigInteger cents) {
        BigInteger[] parts = cents.divideAndRemainder(HUNDRED);
        return String.format(Locale.ROOT, "%,d.%02d", parts[0], parts[1]);
    }
}
