package org.registrationrights.indemnity;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.arithmetic.Fraction;

/**
 * Relative fault as a person found it, and what came of it (3.3).
 *
 * @param author who weighed it, by name
 * @param heldBy who held the indemnity unavailable
 * @param status null until it is computed, as {@code claimantBearsCents} is unless it could be
 */
@Implements({Clause.S3_3_B, Clause.S3_3_D})
public record FaultSheet(
        String claimId,
        int number,
        BigInteger lossCents,
        Fraction claimantFault,
        String claimantFactors,
        String author,
        ContributionClaim.Finder heldBy,
        List<Line> lines,
        List<Fraud> frauds,
        Contribution.Status status,
        BigInteger claimantBearsCents) {

    /**
     * One that contributes.
     *
     * @param proceeds of a Holder; null for the Company, which no proceeds protect
     * @param paidOn null until it has paid
     */
    public record Line(
            String party,
            Fraction fault,
            String factors,
            Proceeds proceeds,
            BigInteger rawCents,
            BigInteger contributionCents,
            Contribution.Note note,
            LocalDate paidOn,
            String paidPaper) {}

    /** @param capUsedCents what the Holder owes by contribution to other claims in the same registration */
    public record Proceeds(BigInteger grossCents, BigInteger discountCents, BigInteger capUsedCents) {

        /** What is left of the proceeds after the discount. */
        public BigInteger leftNetCents() {
            return grossCents.subtract(discountCents).subtract(capUsedCents).max(BigInteger.ZERO);
        }
    }

    /** A final finding of fraudulent misrepresentation. */
    public record Fraud(String party, String statementId, String paper) {}

    /** What has been contributed by now. */
    public BigInteger paidCents() {
        return lines.stream()
                .filter(line -> line.paidOn != null)
                .map(Line::contributionCents)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** @param claimant as the frauds name it */
    public ContributionClaim asked(String claimant) {
        return new ContributionClaim(
                lossCents, claimantFault, lines.stream().map(this::contributor).toList(), guiltyOf(claimant), heldBy);
    }

    private Contributor contributor(Line line) {
        Proceeds proceeds = line.proceeds;
        return new Contributor(
                line.party,
                line.fault,
                proceeds != null,
                proceeds == null ? null : proceeds.grossCents,
                proceeds == null ? null : proceeds.discountCents,
                proceeds == null ? null : proceeds.capUsedCents,
                guiltyOf(line.party));
    }

    private List<String> guiltyOf(String party) {
        return frauds.stream()
                .filter(fraud -> fraud.party.equals(party))
                .map(Fraud::statementId)
                .toList();
    }
}
