package org.registrationrights.process.claim;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Deadlines;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies.UnavailabilityFinder;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.dispute.AwardFinding;
import org.registrationrights.dispute.AwardOnClaim;
import org.registrationrights.dispute.DisputeRepository;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.Claim.Finding;
import org.registrationrights.indemnity.Claim.State;
import org.registrationrights.indemnity.ClaimExpenseRepository;
import org.registrationrights.indemnity.ClaimRepository;
import org.registrationrights.indemnity.ClaimRepository.Held;
import org.registrationrights.indemnity.ClaimRepository.Holding;
import org.registrationrights.indemnity.ClaimRepository.Payment;
import org.registrationrights.indemnity.ComplainedStatement;
import org.registrationrights.indemnity.ContributionClaim.Finder;
import org.registrationrights.indemnity.FaultSheet;
import org.registrationrights.indemnity.FaultSheetRepository;
import org.registrationrights.indemnity.IndemnityAvailability;
import org.registrationrights.indemnity.IndemnityAvailability.Reason;
import org.registrationrights.indemnity.IndemnityClaim;
import org.registrationrights.indemnity.SettlementRepository;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Lines;
import org.registrationrights.process.piggyback.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims for indemnity from the intake to the payment (3.1, 3.2). Entries stand under the claim alone, which counsel and
 * finance may read, and not under its offering or a Holder.
 */
@Component
@Transactional
public class Claims {

    private static final Pattern ID = Pattern.compile("CLM-\\d{4}-[1-9]\\d{0,8}");

    private final ClaimRepository claims;
    private final ClaimExpenseRepository expenses;
    private final SettlementRepository settlements;
    private final FaultSheetRepository sheets;
    private final DisputeRepository disputes;
    private final OfferingRepository offerings;
    private final ClaimParties parties;
    private final Statements statements;
    private final ClaimCorrespondence letters;
    private final Agreement agreement;
    private final Deadlines deadlines;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    Claims(
            ClaimRepository claims,
            ClaimExpenseRepository expenses,
            SettlementRepository settlements,
            FaultSheetRepository sheets,
            DisputeRepository disputes,
            OfferingRepository offerings,
            ClaimParties parties,
            Statements statements,
            ClaimCorrespondence letters,
            Agreement agreement,
            Deadlines deadlines,
            Dates dates,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.claims = claims;
        this.expenses = expenses;
        this.settlements = settlements;
        this.sheets = sheets;
        this.disputes = disputes;
        this.offerings = offerings;
        this.parties = parties;
        this.statements = statements;
        this.letters = letters;
        this.agreement = agreement;
        this.deadlines = deadlines;
        this.dates = dates;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * @param businessKey the claim's id; null where one is to be assigned
     * @throws Refusal for an offering, a party or a statement that nobody knows, for one who is not protected, and for a
     *     second claim of the same claimant for the same loss
     */
    @Implements({Clause.S3_1_A, Clause.S3_1_C, Clause.S3_2_A, Clause.S3_2_C})
    Claim record(String businessKey, ClaimEntry entry) {
        Offering offering = offerings.lock(entry.offeringId());
        LocalDate servedOn = dates.notInFuture(Variables.SERVED_ON, entry.servedOn());
        LocalDate notifiedOn = entry.notifiedOn() == null
                ? dates.today()
                : dates.notInFuture(Variables.NOTIFIED_ON, entry.notifiedOn());
        String claimant = parties.claimant(entry, offering);
        Claim claim = new Claim(
                id(businessKey),
                offering.id(),
                entry.claimantRole(),
                claimant,
                parties.claimantOf(entry, offering),
                parties.indemnitor(entry),
                entry.basis(),
                entry.violation(),
                statements(offering.id(), entry),
                parties.informationFrom(
                        Variables.INFORMATION_FROM, entry.informationFrom(), claimant, entry.claimantOf(), offering),
                entry.claimantBreach(),
                entry.lossCents(),
                entry.action(),
                entry.forum(),
                servedOn,
                notifiedOn,
                entry.evidence(),
                State.MADE,
                null,
                null,
                null,
                null);
        parties.checkMayMake(claim);
        checkFirst(claim);
        claims.insert(claim, clock.instant(), user.id());
        note(claim, claim.clause(Clause.S3_1_A, Clause.S3_2_A))
                .input("claim", claim)
                .write("Claim for indemnity made");
        return claim;
    }

    private String id(String businessKey) {
        if (businessKey == null) {
            String id;
            do {
                id = "CLM-" + dates.today().getYear() + "-" + claims.drawNumber(clock.instant());
            } while (claims.exists(id));
            return id;
        }
        if (!ID.matcher(businessKey).matches()) {
            throw Refusal.invalid("businessKey", "'" + businessKey + "' is not of the form CLM-2027-1");
        }
        return businessKey;
    }

    private List<ComplainedStatement> statements(String offeringId, ClaimEntry entry) {
        List<ComplainedStatement> named = new ArrayList<>();
        if (!entry.statements().isEmpty()) {
            Lines.each(
                    Variables.STATEMENTS,
                    entry.statements(),
                    Clause.S3_1_A,
                    line -> named.add(statements.named(offeringId, line)));
        }
        return named.stream().distinct().toList();
    }

    /** One loss is claimed once of one party; of another it may be asked besides. */
    private void checkFirst(Claim claim) {
        claims.ofOffering(claim.offeringId()).stream()
                .filter(other -> other.isForTheLossOf(claim)
                        && other.indemnitor().equals(claim.indemnitor())
                        && other.state() != State.CLOSED)
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict(
                            Variables.ACTION,
                            claim.claimant() + " has made a claim for the same loss already, " + other.id(),
                            claim.clause(Clause.S3_1_A, Clause.S3_2_A));
                });
    }

    /**
     * What counsel found; no answer of the table stands on a form alone.
     *
     * @param informationFrom null for the one whom the claim names
     */
    @Implements({Clause.S3_1_B, Clause.S3_2_B})
    void find(
            String claimId,
            boolean breachCaused,
            boolean inReliance,
            boolean inWritingForUse,
            String informationFrom,
            BigInteger prejudiceCents,
            String ground) {
        Claim claim = claims.lock(claimId);
        Finding finding = new Finding(
                breachCaused,
                inReliance,
                inWritingForUse,
                informationFrom == null
                        ? claim.informationFrom()
                        : parties.informationFrom(
                                "foundInformationFrom",
                                informationFrom,
                                claim.claimant(),
                                claim.claimantOf(),
                                offerings.get(claim.offeringId())),
                prejudiceCents == null ? BigInteger.ZERO : prejudiceCents,
                ground,
                user.id(),
                clock.instant());
        claim.check(finding);
        if (breachCaused && !parties.isHolder(claim.claimingHolder())) {
            throw Refusal.invalid(
                    "claimantBreachCaused",
                    claim.claimingHolder() + " is no Holder, who alone has obligations to break",
                    Clause.S3_1_B);
        }
        claims.found(claimId, finding);
        note(claim, claim.clause(Clause.S3_1_B, Clause.S3_2_B))
                .input("finding", finding)
                .write("Findings on the claim made");
    }

    /** All that the table asks. */
    IndemnityAvailability.Facts facts(String claimId) {
        return IndemnityAvailability.Facts.of(asked(claims.lock(claimId)));
    }

    private IndemnityClaim asked(Claim claim) {
        return claim.asked(
                parties.sharesRegistered(claim), settlements.made(claim.id()).orElse(null));
    }

    /**
     * Stores the table's answer, which must be that of the rules.
     *
     * @param reason null where indemnity is owed
     * @return whether it is
     */
    @Implements({Clause.S3_1_B, Clause.S3_2_B})
    boolean decided(String claimId, Reason reason) {
        Claim claim = claims.lock(claimId);
        IndemnityAvailability availability = IndemnityAvailability.of(asked(claim));
        if (availability.decision().reason() != reason) {
            throw new IllegalStateException("the table says " + reason + ", the rules " + availability.decision());
        }
        boolean owed = isOwed(reason, held(claim, reason));
        claims.decided(claimId, owed ? State.OWED : State.DENIED, owed ? null : reason);
        if (!owed) {
            expenses.keepUnpaid(claimId);
        }
        note(claim, claim.clause(Clause.S3_1_B, Clause.S3_2_B))
                .result("result", availability.decision().result())
                .result("reason", reason)
                .steps(availability.explain(null))
                .write(owed ? "Indemnity owed" : "No indemnity owed");
        return owed;
    }

    /** A holding goes before the table. */
    private static boolean isOwed(Reason reason, Holding held) {
        return held == null ? reason == null : held == Holding.AVAILABLE;
    }

    /** @throws Refusal for a claim that is over, and for a court without its name */
    @Implements(Clause.S3_3_A)
    public void hold(String claimId, Held held) {
        Claim claim = claims.lock(claimId);
        dates.notInFuture("heldOn", held.heldOn());
        dates.notBefore("heldOn", held.heldOn(), claim.servedOn(), "the service of the action");
        if (claim.state() != State.OWED && claim.state() != State.DENIED) {
            throw Refusal.conflict(
                    "claimId", "nothing is held on " + claimId + " now: it is " + claim.state(), Clause.S3_3_A);
        }
        if (held.holding() == Holding.AVAILABLE
                && claim.reason() == Reason.SETTLED_WITHOUT_CONSENT
                && !held.heldOn().isAfter(claim.outcome().on())) {
            throw Refusal.invalid(
                    "heldOn",
                    "is not after the settlement without consent, on "
                            + claim.outcome().on() + ", on which the court has to hold",
                    claim.clause(Clause.S3_1_E, Clause.S3_2_E));
        }
        if (held.holding() != Holding.CLOSED) {
            Refusal.required("court", held.court(), Clause.S3_3_A);
        } else if (claim.state() == State.OWED) {
            throw Refusal.conflict("holding", "indemnity is owed on " + claimId, Clause.S3_1_A);
        }
        claims.add(claimId, held, clock.instant(), user.id());
        if (held.holding() == Holding.CLOSED) {
            claims.enter(claimId, State.CLOSED);
        }
        note(claim, Clause.S3_3_A)
                .input("holding", held)
                .write(held.holding() == Holding.CLOSED ? "Claim given up" : "Holding of a court recorded");
    }

    /** What stands on record, or null: the arbitrator's award goes before a court's holding, for it is final (11.5). */
    @Implements(Clause.S3_3_A)
    Holding holding(String claimId) {
        Claim claim = claims.lock(claimId);
        Holding holding = held(claim, claim.reason());
        if (holding == Holding.UNAVAILABLE && !leadsToContribution(claimId)) {
            // the award still binds: nothing is paid, until a court has held, and counsel waits for that
            holding = null;
            claims.enter(claimId, State.DENIED);
        } else if (holding == null && claim.state() == State.OWED) {
            // an arbitration that found nothing leaves all as it was
            holding = Holding.AVAILABLE;
        }
        if (holding == Holding.AVAILABLE) {
            claims.decided(claimId, State.OWED, null);
        } else if (holding == Holding.UNAVAILABLE) {
            claims.enter(claimId, State.CONTRIBUTION);
        }
        if (holding != Holding.AVAILABLE) {
            expenses.keepUnpaid(claimId);
        }
        note(claim, Clause.S3_3_A)
                .input("award", award(claimId))
                .input("holdings", claims.holdings(claimId))
                .result("holding", holding)
                .write("Holding on the indemnity looked for");
        return holding;
    }

    /** One that came before a settlement without the consent that was due says nothing on that settlement. */
    private Holding held(Claim claim, Reason reason) {
        LocalDate settledOn =
                reason == Reason.SETTLED_WITHOUT_CONSENT ? claim.outcome().on() : LocalDate.MIN;
        Optional<AwardOnClaim> award = disputes.awardFor(claim.id());
        Optional<Holding> ofArbitrator =
                award.flatMap(one -> counted(holding(one.finding()), one.renderedOn(), settledOn));
        return ofArbitrator
                .or(() -> claims.holdings(claim.id()).stream()
                        .flatMap(held -> counted(held.holding(), held.heldOn(), settledOn).stream())
                        .reduce((first, second) -> second))
                .orElse(null);
    }

    private static Optional<Holding> counted(Holding holding, LocalDate heldOn, LocalDate settledOn) {
        return Optional.ofNullable(holding).filter(known -> known == Holding.UNAVAILABLE || heldOn.isAfter(settledOn));
    }

    private static Holding holding(AwardFinding finding) {
        return finding == null
                ? null
                : switch (finding) {
                    case INDEMNITY_AVAILABLE -> Holding.AVAILABLE;
                    case INDEMNITY_UNAVAILABLE -> Holding.UNAVAILABLE;
                    case NO_FINDING -> null;
                };
    }

    private AwardFinding award(String claimId) {
        return disputes.awardFor(claimId).map(AwardOnClaim::finding).orElse(null);
    }

    /** @throws Refusal where that was held and the process has not seen it yet; what was paid before stays paid */
    void checkNotUnavailable(Claim claim) {
        if (claim.state() == State.OWED && held(claim, claim.reason()) == Holding.UNAVAILABLE) {
            throw Refusal.conflict(
                    "claimId",
                    "the indemnity is held unavailable on " + claim.id() + ": nothing is paid",
                    Clause.S3_3_A);
        }
    }

    private boolean leadsToContribution(String claimId) {
        return finder(claimId) == Finder.COURT
                || agreement.policiesAsOf(dates.today()).unavailabilityFinder()
                        == UnavailabilityFinder.COURT_OR_ARBITRATOR;
    }

    /** Who held the indemnity unavailable; where both have, the court, which does by every reading. */
    Finder finder(String claimId) {
        List<Held> byCourts = claims.holdings(claimId);
        return !byCourts.isEmpty() && byCourts.get(byCourts.size() - 1).holding() == Holding.UNAVAILABLE
                ? Finder.COURT
                : Finder.ARBITRATOR;
    }

    /** @return whether anything is to be paid */
    @Implements({Clause.S3_1_A, Clause.S3_2_A})
    boolean computeDue(String claimId) {
        Claim claim = claims.lock(claimId);
        BigInteger due = dueCents(claim);
        if (due.signum() == 0) {
            claims.enter(claimId, State.NOTHING_DUE);
        }
        note(claim, claim.clause(Clause.S3_1_A, Clause.S3_2_A))
                .input("outcome", claim.outcome())
                .input("expensesOwedCents", expenses.owedCents(claimId))
                .input("prejudiceCents", claim.finding().prejudiceCents())
                .input("paidByOthersCents", paidByOthersCents(claim))
                .result("dueCents", due)
                .write("Amount due computed");
        if (due.signum() > 0 && !claim.againstCompany()) {
            letters.demandIndemnity(claim, due);
        }
        return due.signum() > 0;
    }

    public BigInteger dueCents(Claim claim) {
        return claim.dueCents(expenses.owedCents(claim.id()), paidByOthersCents(claim));
    }

    /** What others have paid of the same loss on other claims, by way of indemnity or of contribution. */
    BigInteger paidByOthersCents(Claim claim) {
        return claims.ofOffering(claim.offeringId()).stream()
                .filter(other -> other.isForTheLossOf(claim) && !other.id().equals(claim.id()))
                .map(other -> switch (other.state()) {
                    case PAID ->
                        claims.payment(other.id())
                                .orElseThrow()
                                .cents()
                                .min(other.outcome().cents());
                    case CONTRIBUTED ->
                        sheets.latest(other.id()).map(FaultSheet::paidCents).orElse(BigInteger.ZERO);
                    default -> BigInteger.ZERO;
                })
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * Nothing is paid where another has paid the loss since the amount was computed.
     *
     * @throws Refusal for another amount than is due, and once the indemnity is held unavailable
     */
    @Implements({Clause.S3_1_A, Clause.S3_2_A, Clause.S3_3_A})
    void pay(String claimId, Payment payment) {
        // two who are asked for one loss would each pay all of it
        offerings.lock(claims.get(claimId).offeringId());
        Claim claim = claims.lock(claimId);
        checkNotUnavailable(claim);
        BigInteger due = dueCents(claim);
        Clause clause = claim.clause(Clause.S3_1_A, Clause.S3_2_A);
        if (!payment.cents().equals(due)) {
            throw Refusal.invalid(
                    Variables.PAID_CENTS, payment.cents() + " is not the " + due + " that is due", clause);
        }
        dates.notInFuture(Variables.PAID_ON, payment.paidOn());
        dates.notBefore(Variables.PAID_ON, payment.paidOn(), claim.outcome().on(), "the end of the action");
        if (due.signum() > 0) {
            claims.paid(claimId, payment, clock.instant(), user.id());
        }
        claims.enter(claimId, due.signum() > 0 ? State.PAID : State.NOTHING_DUE);
        expenses.ofClaim(claimId).stream()
                .filter(expense -> expense.owedCents().signum() > 0)
                .forEach(expense -> expenses.reimbursed(claimId, expense.number(), payment.paidOn(), payment.paper()));
        note(claim, clause).input("payment", payment).write(due.signum() > 0 ? "Claim paid" : "Nothing due any more");
    }

    /** The last second of the day by which an answer should be there. */
    Date answerDue() {
        return due(deadlines.claimAnswer());
    }

    /** The same of a payment. */
    Date paymentDue() {
        return due(deadlines.claimPayment());
    }

    private Date due(Period time) {
        Instant end = agreement.endOf(dates.today().plus(time));
        return Date.from(end.minusSeconds(1));
    }

    CaseNotes.Note note(Claim claim, Clause clause) {
        return caseFile.on(CaseSubject.matter(claim.id()), clause);
    }
}
