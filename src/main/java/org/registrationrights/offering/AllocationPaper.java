package org.registrationrights.offering;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.explanation.Explained;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.OtherSeller.SecurityClass;

/**
 * The whole calculation of one allocation, for counsel and the desk to check figure by figure (2.3).
 *
 * @param approvedBy null while nobody has approved it
 * @param available null without a limitation, as {@code unallocated} is
 * @param dealtOutFor counsel's ground for dealing out what the product leaves over; null where it stays
 * @param fullInclusionAt available shares from which on every request goes in whole, {@code totalBelowFullInclusion} what
 *     all Holders would get with one less
 * @param readings the policies that decided, by their keys
 */
public record AllocationPaper(
        String offeringId,
        String offeringName,
        String limitation,
        BigInteger available,
        String enteredBy,
        String approvedBy,
        LocalDate applicableDate,
        String rule,
        String dealtOutFor,
        BigInteger denominator,
        List<HolderRow> holders,
        HolderRow totals,
        BigInteger unallocated,
        BigInteger fullInclusionAt,
        BigInteger totalBelowFullInclusion,
        List<OtherSeller> others,
        List<CalculationTable.Line> steps,
        Map<String, String> readings) {

    /**
     * @param counted of what it asked for; nothing where its request does not count
     * @param percentage held, by the denominator; null where its request does not count
     * @param dealtOut what it gets where the rest is dealt out
     */
    public record HolderRow(
            String holderId,
            String name,
            BigInteger held,
            BigInteger asked,
            BigInteger counted,
            String percentage,
            Fraction exact,
            BigInteger dealtOut,
            BigInteger allocated,
            BigInteger leftOut) {}

    /**
     * @param lines what the round gives to each Holder, be it by the product or with the rest dealt out
     * @param names of the register, by Holder
     */
    public static AllocationPaper of(
            Offering offering, Round round, Cutback cutback, List<Line> lines, Map<String, String> names) {
        AllocationSheet sheet = AllocationSheet.of(cutback);
        Map<String, AllocationSheet.Line> counted = new HashMap<>();
        sheet.holders().forEach(line -> counted.put(line.holderId(), line));
        Map<String, Fraction> exact = cutback.exact();
        List<HolderRow> rows = lines.stream()
                .map(line -> row(line, names.get(line.holderId()), counted.get(line.holderId()), exact))
                .toList();
        return new AllocationPaper(
                offering.id(),
                offering.name(),
                limitation(round),
                round.available(),
                round.decidedBy(),
                round.approvedBy(),
                round.snapshotOn(),
                sentence(cutback.rule()),
                round.restDealtOut() ? round.ground() : null,
                sheet.denominator(),
                rows,
                totals(rows),
                round.unallocated(),
                sheet.fullInclusionAt(),
                sheet.totalBelowFullInclusion(),
                cutback.ownership().others(),
                CalculationTable.of(explained(round, cutback).explain(null), Set.of()),
                cutback.ownership().policies().only(Cutback.POLICIES));
    }

    /** What explains the figures of a round, be it to a great many Holders. */
    public static Explained explained(Round round, Cutback cutback) {
        return round.restDealtOut() ? DealtOut.of(cutback).explainedToMany() : cutback.explainedToMany();
    }

    private static HolderRow row(Line line, String name, AllocationSheet.Line counted, Map<String, Fraction> exact) {
        return new HolderRow(
                line.holderId(),
                name,
                line.held(),
                line.requested(),
                counted == null ? BigInteger.ZERO : counted.counted(),
                counted == null ? null : counted.percentage(),
                exact.getOrDefault(line.holderId(), Fraction.ZERO),
                counted == null ? BigInteger.ZERO : counted.dealtOut(),
                line.allocated() == null ? BigInteger.ZERO : line.allocated(),
                line.excluded() == null ? BigInteger.ZERO : line.excluded());
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
                OwnershipPercentage.sum(rows, HolderRow::dealtOut),
                OwnershipPercentage.sum(rows, HolderRow::allocated),
                OwnershipPercentage.sum(rows, HolderRow::leftOut));
    }
}
