package org.registrationrights.offering;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.explanation.Step;

/**
 * What became of one Holder's request, and why (2.3). The other sellers' figures are in it, their names are not.
 *
 * @param available null without a limitation, as {@code unallocated} is
 * @param percentage null where its request does not count
 */
public record AllocationResult(
        String offeringId,
        String offeringName,
        BigInteger available,
        LocalDate applicableDate,
        String rule,
        BigInteger held,
        BigInteger asked,
        BigInteger counted,
        String percentage,
        Fraction exact,
        BigInteger allocated,
        BigInteger leftOut,
        BigInteger unallocated,
        List<CalculationTable.Line> steps,
        Map<String, String> readings) {

    /**
     * @param row the Holder's own of the paper
     * @param steps how its figures came about
     */
    public static AllocationResult of(AllocationPaper paper, AllocationPaper.HolderRow row, List<Step> steps) {
        return new AllocationResult(
                paper.offeringId(),
                paper.offeringName(),
                paper.available(),
                paper.applicableDate(),
                paper.rule(),
                row.held(),
                row.asked(),
                row.counted(),
                row.percentage(),
                row.exact(),
                row.allocated(),
                row.leftOut(),
                paper.unallocated(),
                CalculationTable.of(
                        steps, paper.others().stream().map(OtherSeller::id).collect(Collectors.toSet())),
                paper.readings());
    }
}
