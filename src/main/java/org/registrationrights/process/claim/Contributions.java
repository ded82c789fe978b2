package org.registrationrights.process.claim;

import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.CapBase;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.Claim.State;
import org.registrationrights.indemnity.ClaimExpenseRepository;
import org.registrationrights.indemnity.ClaimRepository;
import org.registrationrights.indemnity.ComplainedStatement;
import org.registrationrights.indemnity.Contribution;
import org.registrationrights.indemnity.ContributionRivals;
import org.registrationrights.indemnity.FaultSheet;
import org.registrationrights.indemnity.FaultSheet.Fraud;
import org.registrationrights.indemnity.FaultSheet.Line;
import org.registrationrights.indemnity.FaultSheetRepository;
import org.registrationrights.indemnity.IndemnityClaim;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Lines;
import org.registrationrights.process.piggyback.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contribution in place of an indemnity that was held unavailable (3.3). */
@Component
@Transactional
public class Contributions {

    /** A contributor as it is entered; proceeds are none of what is. */
    record Weight(String party, String fault, String factors) {}

    /**
     * A finding of fraud as it is entered.
     *
     * @param statementId null for a statement that nobody has complained of so far
     */
    record FraudLine(String party, String statementId, String document, String words, String paper) {

        /** A form sends a line that was left empty. */
        boolean isBlank() {
            return party == null && statementId == null && document == null && words == null && paper == null;
        }
    }

    /** What a contributor paid. */
    record Paid(String party, BigInteger paidCents, LocalDate paidOn, String paper) {}

    private static final String CLAIMANT = "CLAIMANT";

    private final ClaimRepository claims;
    private final ClaimExpenseRepository expenses;
    private final FaultSheetRepository sheets;
    private final OfferingRepository offerings;
    private final HolderProceeds proceeds;
    private final Statements statements;
    private final ClaimParties parties;
    private final ClaimCorrespondence letters;
    private final Claims notes;
    private final Agreement agreement;
    private final Dates dates;
    private final CurrentUser user;
    private final Clock clock;

    Contributions(
            ClaimRepository claims,
            ClaimExpenseRepository expenses,
            FaultSheetRepository sheets,
            OfferingRepository offerings,
            HolderProceeds proceeds,
            Statements statements,
            ClaimParties parties,
            ClaimCorrespondence letters,
            Claims notes,
            Agreement agreement,
            Dates dates,
            CurrentUser user,
            Clock clock) {
        this.claims = claims;
        this.expenses = expenses;
        this.sheets = sheets;
        this.offerings = offerings;
        this.proceeds = proceeds;
        this.statements = statements;
        this.parties = parties;
        this.letters = letters;
        this.notes = notes;
        this.agreement = agreement;
        this.dates = dates;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Stores weights and findings of fraud, with the proceeds that the closings reported.
     *
     * @param lossCents null for what is known of the loss and others have not paid
     * @throws Refusal for one who owes no contribution, for a statement that nobody knows, and for a Holder whose proceeds nobody knows
     */
    @Implements({Clause.S3_3_B, Clause.S3_3_C, Clause.S3_3_D})
    void weigh(
            String claimId,
            BigInteger lossCents,
            String claimantFault,
            String claimantFactors,
            String author,
            List<Weight> weights,
            List<FraudLine> frauds) {
        Offering offering = offerings.lock(claims.get(claimId).offeringId());
        Claim claim = claims.lock(claimId);
        List<Line> lines = new ArrayList<>();
        Lines.each("contributors", weights, Clause.S3_3_A, weight -> lines.add(line(claim, offering, weight)));
        checkContributors(claim, lines);
        Fraction own = fraction("claimantFault", claimantFault);
        checkExpenses(claimId);
        if (lossCents != null && lossCents.signum() <= 0) {
            throw Refusal.invalid("lossCents", "must be above zero", Clause.S3_3_A);
        }
        BigInteger loss = lossCents == null ? lossLeftCents(claim) : lossCents;
        FaultSheet sheet = new FaultSheet(
                claimId,
                sheets.latest(claimId).map(FaultSheet::number).orElse(0) + 1,
                loss,
                own,
                claimantFactors,
                author,
                notes.finder(claimId),
                lines,
                frauds(claim, lines, frauds),
                null,
                null);
        sheets.insert(sheet, clock.instant(), user.id());
        notes.note(claim, Clause.S3_3_B).input("sheet", sheet).write("Relative fault weighed");
    }

    private Line line(Claim claim, Offering offering, Weight weight) {
        String party = Refusal.requiredText("party", weight.party(), 80, Clause.S3_3_A);
        Fraction fault = fraction("fault", Refusal.required("fault", weight.fault(), Clause.S3_3_B));
        String factors = Refusal.requiredText("factors", weight.factors(), 1000, Clause.S3_3_B);
        if (party.equals(claim.claimant())) {
            throw Refusal.invalid("party", party + " is the claimant, whose weight stands apart", Clause.S3_3_A);
        }
        boolean company = party.equals(IndemnityClaim.COMPANY);
        if (!company && (!parties.isHolder(party) || !parties.isRegistered(offering, party))) {
            throw Refusal.invalid(
                    "party",
                    party + " is neither the Company nor a Holder whose shares were registered in " + offering.id(),
                    Clause.S3_3_A);
        }
        return new Line(
                party,
                fault,
                factors,
                company
                        ? null
                        : proceeds.of(offering, party, claim.id(), policies().capBase() == CapBase.NET_OF_DISCOUNT),
                null,
                null,
                null,
                null,
                null);
    }

    private BigInteger lossLeftCents(Claim claim) {
        return claim.knownLossCents(expenses.owedCents(claim.id()))
                .subtract(notes.paidByOthersCents(claim))
                .max(BigInteger.ZERO);
    }

    private void checkExpenses(String claimId) {
        expenses.ofClaim(claimId).stream()
                .filter(expense -> expense.allowedCents() == null)
                .findFirst()
                .ifPresent(expense -> {
                    throw Refusal.conflict(
                            "lossCents",
                            "expense " + expense.number() + " is not reviewed yet, and may be a part of the loss",
                            Clause.S3_3_A);
                });
    }

    /** Whether it was asked for indemnity of the same loss too, and that was held unavailable. */
    private boolean isHeldUnavailable(Claim claim, String party) {
        return claims.ofOffering(claim.offeringId()).stream()
                .filter(other ->
                        other.isForTheLossOf(claim) && other.indemnitor().equals(party))
                .anyMatch(other -> other.state() == State.CONTRIBUTION || other.state() == State.CONTRIBUTED);
    }

    private void checkContributors(Claim claim, List<Line> lines) {
        List<String> named = lines.stream().map(Line::party).toList();
        if (named.stream().distinct().count() < named.size()) {
            throw Refusal.invalid("contributors", "names somebody twice", Clause.S3_3_A);
        }
        if (!named.contains(claim.indemnitor())) {
            throw Refusal.invalid(
                    "contributors", "does not name the indemnifying party, " + claim.indemnitor(), Clause.S3_3_A);
        }
        named.stream()
                .filter(party -> !party.equals(claim.indemnitor()) && !isHeldUnavailable(claim, party))
                .findFirst()
                .ifPresent(party -> {
                    throw Refusal.invalid(
                            "contributors",
                            "no indemnity of " + party + " for the loss of " + claim.claimant()
                                    + " is held unavailable, without which it owes no contribution",
                            Clause.S3_3_A);
                });
    }

    private List<Fraud> frauds(Claim claim, List<Line> lines, List<FraudLine> entered) {
        List<Fraud> frauds = new ArrayList<>();
        if (entered.isEmpty()) {
            return frauds;
        }
        Lines.each("frauds", entered, Clause.S3_3_D, line -> {
            String party = Refusal.requiredText("party", line.party(), 80, Clause.S3_3_D);
            String person = party.equals(CLAIMANT) ? claim.claimant() : party;
            if (!person.equals(claim.claimant())
                    && lines.stream().noneMatch(one -> one.party().equals(person))) {
                throw Refusal.unknown("party", person + " is neither the claimant nor a contributor");
            }
            // a violation of law rests on no statement, and may have been a fraud in one all the same
            String statement = statements
                    .named(
                            claim.offeringId(),
                            new ComplainedStatement.Entry(line.statementId(), line.document(), line.words()))
                    .id();
            if (frauds.stream()
                    .anyMatch(one ->
                            one.party().equals(person) && one.statementId().equals(statement))) {
                throw Refusal.invalid("statementId", "is there twice for " + person, Clause.S3_3_D);
            }
            frauds.add(new Fraud(person, statement, Refusal.requiredText("paper", line.paper(), 500, Clause.S3_3_D)));
        });
        return frauds;
    }

    private static Fraction fraction(String field, String text) {
        try {
            return Fraction.parse(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(field, e.getMessage(), Clause.S3_3_B);
        }
    }

    /** @return whether the sum could be computed */
    @Implements({Clause.S3_3_A, Clause.S3_3_C, Clause.S3_3_D})
    boolean compute(String claimId) {
        Claim claim = claims.lock(claimId);
        FaultSheet sheet = sheet(claimId);
        Policies policies = policies();
        Contribution contribution = Contribution.of(sheet.asked(claim.claimant()), policies);
        sheets.computed(sheet, contribution);
        notes.note(claim, Clause.S3_3_A)
                .input("sheet", sheet.number())
                .policies(policies.only(Contribution.POLICIES))
                .result("status", contribution.status())
                .result("uncappedCents", contribution.uncappedCents())
                .result("contributionCents", contribution.contributionCents())
                .result("notes", contribution.notes())
                .result("claimantBearsCents", contribution.claimantBearsCents())
                .result("rivals", ContributionRivals.of(sheet.asked(claim.claimant()), policies))
                .steps(contribution.explain(null))
                .write("Contribution computed");
        return contribution.status() == Contribution.Status.COMPUTED;
    }

    /** Whether anybody contributes; where nobody does, the claim is over. */
    @Implements({Clause.S3_3_C, Clause.S3_3_D})
    boolean isDue(String claimId) {
        boolean due = sheet(claimId).lines().stream()
                .anyMatch(line -> line.contributionCents().signum() > 0);
        if (!due) {
            claims.enter(claimId, State.CONTRIBUTED);
        }
        return due;
    }

    @Implements(Clause.S3_3_A)
    void demand(String claimId) {
        Claim claim = claims.lock(claimId);
        sheet(claimId).lines().stream()
                .filter(line -> line.contributionCents().signum() > 0)
                .forEach(line -> letters.demandContribution(claim, line));
    }

    /** @throws Refusal unless each contributor pays what it owes */
    @Implements(Clause.S3_3_A)
    void pay(String claimId, List<Paid> payments) {
        Claim claim = claims.lock(claimId);
        FaultSheet sheet = sheet(claimId);
        Map<String, BigInteger> due = new LinkedHashMap<>();
        sheet.lines().stream()
                .filter(line -> line.contributionCents().signum() > 0)
                .forEach(line -> due.put(line.party(), line.contributionCents()));
        Lines.each("payments", payments, Clause.S3_3_A, payment -> {
            BigInteger owed = due.remove(payment.party());
            if (owed == null) {
                throw Refusal.invalid("party", payment.party() + " owes nothing, or is there twice", Clause.S3_3_A);
            }
            if (!owed.equals(payment.paidCents())) {
                throw Refusal.invalid(
                        "paidCents", payment.paidCents() + " is not the " + owed + " that is due", Clause.S3_3_A);
            }
            dates.notInFuture("paidOn", Refusal.required("paidOn", payment.paidOn(), Clause.S3_3_A));
            sheets.paid(
                    sheet,
                    payment.party(),
                    payment.paidOn(),
                    Refusal.requiredText("paper", payment.paper(), 500, Clause.S3_3_A));
        });
        if (!due.isEmpty()) {
            throw Refusal.invalid("payments", "lacks that of " + due.keySet(), Clause.S3_3_A);
        }
        claims.enter(claimId, State.CONTRIBUTED);
        notes.note(claim, Clause.S3_3_A).input("payments", payments).write("Contributions paid");
    }

    public Optional<FaultSheet> latest(String claimId) {
        return sheets.latest(claimId);
    }

    /** What the last sheet would come to under the readings that were not chosen; none until it is computed. */
    public List<ContributionRivals.Rival> rivals(Claim claim) {
        return sheets.latest(claim.id())
                .filter(sheet -> sheet.status() != null)
                .map(sheet -> ContributionRivals.of(sheet.asked(claim.claimant()), policies()))
                .orElse(List.of());
    }

    FaultSheet sheet(String claimId) {
        return sheets.latest(claimId).orElseThrow();
    }

    private Policies policies() {
        return agreement.policiesAsOf(dates.today());
    }
}
