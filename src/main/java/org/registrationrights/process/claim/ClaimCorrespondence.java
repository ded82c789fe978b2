package org.registrationrights.process.claim;

import java.math.BigInteger;
import java.util.Locale;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.ClaimExpense;
import org.registrationrights.indemnity.ClaimLetters;
import org.registrationrights.indemnity.ClaimLetters.ClaimDemand;
import org.registrationrights.indemnity.ClaimLetters.ClaimNotice;
import org.registrationrights.indemnity.ComplainedStatement;
import org.registrationrights.indemnity.FaultSheet;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.document.Correspondence;
import org.springframework.stereotype.Component;

/** What Holders are written about a claim (3); others' addresses are not in the register. */
@Component
class ClaimCorrespondence {

    private final OfferingRepository offerings;
    private final ClaimParties parties;
    private final ClaimLetters letters;
    private final Correspondence correspondence;

    ClaimCorrespondence(
            OfferingRepository offerings, ClaimParties parties, ClaimLetters letters, Correspondence correspondence) {
        this.offerings = offerings;
        this.parties = parties;
        this.letters = letters;
        this.correspondence = correspondence;
    }

    /** That the action has begun, to the Holder that would indemnify or be indemnified. */
    @Implements({Clause.S3_1_C, Clause.S3_2_C})
    void notice(Claim claim) {
        String holder = claim.againstCompany() ? claim.claimant() : claim.indemnitor();
        if (!parties.isHolder(holder)) {
            return;
        }
        ClaimNotice notice = new ClaimNotice(
                claim.id(),
                !claim.againstCompany(),
                claim.offeringId(),
                claim.action(),
                claim.forum(),
                parties.name(claim.claimant()),
                claim.servedOn(),
                allegation(claim),
                money(claim.lossCents()),
                holder.equals(claim.informationFrom()) ? information(claim) : null);
        correspondence.write(
                claim.id() + ":" + holder + ":notice",
                CaseSubject.matter(claim.id()),
                holder,
                DocumentKind.CLAIM_NOTICE,
                heading -> letters.notice(heading, notice));
    }

    private static String allegation(Claim claim) {
        return claim.violation() != null
                ? claim.violation()
                : String.join(
                        "; ",
                        claim.statements().stream()
                                .map(ComplainedStatement::words)
                                .toList());
    }

    private static String information(Claim claim) {
        return "as used in "
                + String.join(
                        ", ",
                        claim.statements().stream()
                                .map(ComplainedStatement::document)
                                .distinct()
                                .toList());
    }

    /** To the Holder that indemnifies: what it owes of an expense, as incurred. */
    @Implements({Clause.S3_2_A, Clause.S3_2_D})
    void demandReimbursement(Claim claim, ClaimExpense expense) {
        String what = String.format(
                "%s of %s: %s, incurred on %s",
                expense.kind().title(), expense.payee(), expense.purpose(), expense.incurredOn());
        demand(claim, "expense-" + expense.number(), claim.indemnitor(), false, what, expense.allowedCents());
    }

    /** To the Holder that indemnifies: what the claim comes to. */
    @Implements(Clause.S3_2_A)
    void demandIndemnity(Claim claim, BigInteger dueCents) {
        demand(claim, "indemnity", claim.indemnitor(), false, "the loss, as the action ended", dueCents);
    }

    /** To each Holder that contributes. */
    @Implements(Clause.S3_3_A)
    void demandContribution(Claim claim, FaultSheet.Line line) {
        String what = "your part by relative fault" + (line.note() == null ? "" : ", limited to your proceeds");
        demand(claim, "contribution", line.party(), true, what, line.contributionCents());
    }

    private void demand(Claim claim, String which, String holder, boolean contribution, String what, BigInteger cents) {
        if (!parties.isHolder(holder)) {
            return;
        }
        ClaimDemand demand = new ClaimDemand(
                claim.id(),
                contribution,
                offerings.get(claim.offeringId()).name(),
                claim.offeringId(),
                claim.action(),
                parties.name(claim.claimant()),
                what,
                money(cents));
        correspondence.write(
                claim.id() + ":" + holder + ":" + which,
                CaseSubject.matter(claim.id()),
                holder,
                DocumentKind.CLAIM_DEMAND,
                heading -> letters.demand(heading, demand));
    }

    /** Such as {@code $1,250.00}. */
    private static String money(BigInteger cents) {
        BigInteger[] parts = cents.divideAndRemainder(BigInteger.valueOf(100));
        return String.format(Locale.ROOT, "$%,d.%02d", parts[0], parts[1]);
    }
}
