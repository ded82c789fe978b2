package org.registrationrights.offering;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.OtherSeller.SecurityClass;

/**
 * The whole calculation of one allocation, for counsel and the desk to check figure by figure (2.3).
 *
 * @param approvedBy null while nobody has approved it
 * @param available null without a limitation, as {@code unallocated} is
 * @param readings the policies that decided, by their keys
 */
public record AllocationSheet(
        String offeringId,
        String offeringName,
        String limitation,
        BigInteger available,
        String enteredBy,
        String approvedBy,
        LocalDate applicableDate,
        String rule,
        BigInteger denominator,
        List<HolderRow> holders,
        HolderRow totals,
        BigInteger unallocated,
        List<OtherSeller> others,
        List<CalculationTable.Line> steps,
        Map<String, String> readings) {

    /**
     * @param counted of what it asked for; nothing where its request does not count
     * @param percentage null where its request does not count
     */
    public record HolderRow(
            String holderId,
            String name,
            BigInteger held,
            BigInteger asked,
            BigInteger counted,
            Fraction percentage,
            Fraction exact,
            BigInteger allocated,
            BigInteger leftOut) {}

    /** @param names of the register, by Holder */
    public static AllocationSheet of(Offering offering, Round round, Cutback cutback, Map<String, String> names) {
        Map<String, Fraction> percentages = cutback.ownership().ownership();
        Map<String, Fraction> exact = cutback.exact();
        Map<String, BigInteger> allocated = cutback.allocated();
        Map<String, BigInteger> excluded = cutback.excluded();
        List<HolderRow> rows = cutback.ownership().holders().stream()
                .map(holder -> {
                    BigInteger in = allocated.getOrDefault(holder.id(), BigInteger.ZERO);
                    BigInteger out = excluded.getOrDefault(holder.id(), BigInteger.ZERO);
                    return new HolderRow(
                            holder.id(),
                            names.get(holder.id()),
                            holder.held(),
                            holder.requested(),
                            in.add(out),
                            percentages.get(holder.id()),
                            exact.getOrDefault(holder.id(), Fraction.ZERO),
                            in,
                            out);
                })
                .toList();
        return new AllocationSheet(
                offering.id(),
                offering.name(),
                limitation(round),
                round.available(),
                round.decidedBy(),
                round.approvedBy(),
                round.snapshotOn(),
                sentence(cutback.rule()),
                cutback.ownership().denominator(),
                rows,
                totals(rows),
                cutback.unallocated(),
                cutback.ownership().others(),
                CalculationTable.of(cutback.explain(null)),
                cutback.ownership().policies().only(Cutback.POLICIES));
    }

    static String sentence(Cutback.Rule rule) {
        return switch (rule) {
            case FULL_INCLUSION -> "every request goes in whole";
            case ENTIRE_EXCLUSION -> "no Registrable Share goes in";
            case PRODUCT ->
                "each request is cut back to the product of what remains available and the Ownership Percentage";
        };
    }

    /** What 2.3 calls the class of another seller's securities. */
    public String inWords(SecurityClass securityClass) {
        return switch (securityClass) {
            case SERIES_2A -> "Series 2-A securities, exempt";
            case DEMAND -> "demand rights exercised, exempt";
            case PIGGYBACK -> "not exempt";
        };
    }

    private static String limitation(Round round) {
        if (round.available() == null) {
            return "none is imposed";
        }
        String by = round.imposedBy() == LimitAuthority.Party.COMPANY ? "the Company" : "the managing underwriter";
        return String.format(
                "imposed by %s, for market conditions; %,d Registrable Shares remain available", by, round.available());
    }

    private static HolderRow totals(List<HolderRow> rows) {
        return new HolderRow(
                null,
                null,
                OwnershipPercentage.sum(rows, HolderRow::held),
                OwnershipPercentage.sum(rows, HolderRow::asked),
                OwnershipPercentage.sum(rows, HolderRow::counted),
                null,
                null,
                OwnershipPercentage.sum(rows, HolderRow::allocated),
                OwnershipPercentage.sum(rows, HolderRow::leftOut));
    }
}
