package org.registrationrights.indemnity;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.indemnity.IndemnityAvailability.Reason;
import org.registrationrights.indemnity.IndemnityClaim.Basis;

/**
 * A claim for indemnity in respect of a registration (3.1, 3.2), from its intake to its end.
 *
 * @param claimant the Company or a Holder by its id, another by name
 * @param claimantOf whom a controlling person controls, or whose officer or director it is; null for others
 * @param indemnitor {@link IndemnityClaim#COMPANY}, or a Holder's id
 * @param violation of which law and how; null unless the claim rests on it
 * @param statements complained of; none where it rests on a violation
 * @param informationFrom whose written information the statement is said to follow; null for nobody's. Counsel finds
 *     whose it was
 * @param claimantBreach whether the claimant is said to have broken the agreement; counsel finds whether it has
 * @param forum null while there is none
 * @param reason why no indemnity is owed; null where it is, and until that is decided
 * @param finding null until counsel has found, as {@code conflict} is until that is assessed
 * @param outcome how the action ended; null until it has
 */
@Implements({Clause.S3_1_A, Clause.S3_1_C, Clause.S3_2_A})
public record Claim(
        String id,
        String offeringId,
        ClaimantRole claimantRole,
        String claimant,
        String claimantOf,
        String indemnitor,
        Basis basis,
        String violation,
        List<ComplainedStatement> statements,
        String informationFrom,
        boolean claimantBreach,
        BigInteger lossCents,
        String action,
        String forum,
        LocalDate servedOn,
        LocalDate notifiedOn,
        String evidence,
        State state,
        Reason reason,
        Finding finding,
        Conflict conflict,
        Outcome outcome) {

    public enum State {
        /** Counsel has not found on it yet. */
        MADE,
        OWED,
        DENIED,
        PAID,
        /** Indemnity was owed, and no loss was left to pay. */
        NOTHING_DUE,
        /** Held unavailable: contribution takes its place. */
        CONTRIBUTION,
        CONTRIBUTED,
        CLOSED;

        public boolean isOver() {
            return this == PAID || this == NOTHING_DUE || this == CONTRIBUTED || this == CLOSED;
        }

        boolean isIndemnified() {
            return this == OWED || this == PAID || this == NOTHING_DUE;
        }
    }

    /**
     * What the text leaves to judgment, as counsel found it.
     *
     * @param informationFrom whose written information the statement follows, whatever the intake said; null for nobody's
     * @param prejudiceCents what a late notice cost the indemnifying party: it forfeits nothing else
     */
    public record Finding(
            boolean breachCaused,
            boolean inReliance,
            boolean inWritingForUse,
            String informationFrom,
            BigInteger prejudiceCents,
            String ground,
            String by,
            Instant at) {}

    /** @param separateCounsel null where there is no conflict */
    public record Conflict(boolean found, String separateCounsel, String ground) {}

    /** @param cents what is to be paid by it */
    public record Outcome(Kind kind, BigInteger cents, LocalDate on, String paper) {

        public enum Kind {
            JUDGMENT,
            DISMISSAL,
            SETTLEMENT
        }
    }

    /** @throws Refusal for one whom the indemnity that is asked for does not protect, and for what does not fit */
    public Claim {
        boolean company = IndemnityClaim.COMPANY.equals(indemnitor);
        Clause clause = company ? Clause.S3_1_A : Clause.S3_2_A;
        if (!claimantRole.isProtected(company)) {
            throw Refusal.invalid(
                    "claimantRole",
                    claimantRole + " is not among those whom " + (company ? "the Company" : "a Holder")
                            + " indemnifies",
                    clause);
        }
        if (claimant.equals(indemnitor)) {
            throw Refusal.invalid("claimant", "'" + claimant + "' would indemnify itself", clause);
        }
        if (claimantRole.isOfAnother()) {
            Refusal.required("claimantOf", claimantOf, clause);
        } else if (claimantOf != null) {
            throw Refusal.invalid("claimantOf", "belongs to a controlling person, an officer or a director", clause);
        }
        if (claimantRole == ClaimantRole.CONTROLLING_PERSON && company == IndemnityClaim.COMPANY.equals(claimantOf)) {
            throw Refusal.invalid(
                    "claimantOf",
                    company
                            ? "the Company indemnifies who controls a Holder or an underwriter, not who controls itself"
                            : "a Holder indemnifies who controls the Company; of another Holder, claimantRole is"
                                    + " HOLDER_PERSON",
                    clause);
        }
        if (claimantRole == ClaimantRole.HOLDER_PERSON && claimantOf.equals(indemnitor)) {
            throw Refusal.invalid("claimantOf", "is not another Holder than the one asked", clause);
        }
        boolean ofStatement = basis != Basis.VIOLATION_OF_LAW;
        if (ofStatement && statements.isEmpty()) {
            throw Refusal.invalid("statements", "needs the statement complained of", clause);
        }
        if (!ofStatement && !statements.isEmpty()) {
            throw Refusal.invalid("statements", "does not belong to a violation of law", clause);
        }
        if (ofStatement != (violation == null)) {
            throw Refusal.invalid(
                    "violation",
                    ofStatement ? "belongs to a violation of law" : "is required: which law, and how",
                    clause);
        }
        if (lossCents.signum() <= 0) {
            throw Refusal.invalid("lossCents", "must be above zero", clause);
        }
        if (notifiedOn.isBefore(servedOn)) {
            throw Refusal.invalid(
                    "notifiedOn",
                    notifiedOn + " is before the service, " + servedOn,
                    company ? Clause.S3_1_C : Clause.S3_2_C);
        }
        statements = List.copyOf(statements);
    }

    public boolean againstCompany() {
        return indemnitor.equals(IndemnityClaim.COMPANY);
    }

    /** The section's clause for this side: {@code 3.1} where the Company is asked, {@code 3.2} where a Holder is. */
    public Clause clause(Clause byCompany, Clause byHolder) {
        return againstCompany() ? byCompany : byHolder;
    }

    /** The Holder that claims, or that the claimant belongs to; null for others. */
    public String claimingHolder() {
        return switch (claimantRole) {
            case HOLDER -> claimant;
            case CONTROLLING_PERSON -> againstCompany() ? claimantOf : null;
            case HOLDER_PERSON -> claimantOf;
            default -> null;
        };
    }

    @Implements({Clause.S3_1_A, Clause.S3_2_A})
    public boolean paidAsIncurred() {
        return claimantRole.isPaidAsIncurred(againstCompany());
    }

    /** Whether an allowed expense is paid at once, and not with the claim or never. */
    public boolean reimbursesNow() {
        return state.isIndemnified() && (paidAsIncurred() || state.isOver());
    }

    /** Only those on the Company's side have it, against a Holder; 3.1 gives no such right. */
    @Implements(Clause.S3_2_D)
    public boolean mayHaveSeparateCounsel() {
        return switch (claimantRole) {
            case COMPANY, DIRECTOR, SIGNING_OFFICER, UNDERWRITER, CONTROLLING_PERSON -> !againstCompany();
            case HOLDER, HOLDER_PERSON -> false;
        };
    }

    /**
     * Takes what counsel found.
     *
     * @throws Refusal for a breach by one who has no obligation to break, and for information without its source
     */
    @Implements({Clause.S3_1_B, Clause.S3_2_B})
    public void check(Finding found) {
        if (found.breachCaused && (!againstCompany() || claimingHolder() == null)) {
            throw Refusal.invalid(
                    "claimantBreachCaused",
                    againstCompany()
                            ? "only a Holder has obligations under the agreement whose breach counts here"
                            : "bars no indemnity by a Holder",
                    clause(Clause.S3_1_B, Clause.S3_2_B));
        }
        if (found.inReliance && found.informationFrom == null) {
            throw Refusal.invalid(
                    "foundInformationFrom",
                    "is required: the claim says nothing of whose information it was",
                    clause(Clause.S3_1_B, Clause.S3_2_B));
        }
        if (found.prejudiceCents.signum() > 0 && notifiedOn.equals(servedOn)) {
            throw Refusal.invalid(
                    "prejudiceCents",
                    "follows a late notice, and this one was given on the day of service",
                    clause(Clause.S3_1_C, Clause.S3_2_C));
        }
    }

    /**
     * All that the decision asks.
     *
     * @param registered whether the shares were registered
     * @param settlement as the action was settled; null where it was not
     */
    public IndemnityClaim asked(boolean registered, SettlementOffer settlement) {
        return new IndemnityClaim(
                registered,
                basis,
                indemnitor,
                claimant,
                finding.inReliance ? finding.informationFrom : null,
                finding.inWritingForUse,
                finding.breachCaused,
                settlement != null,
                settlement != null && settlement.hasConsent(),
                settlement != null && settlement.refusedUnreasonably());
    }

    /**
     * What is to be paid. A late notice's cost is taken off, and no less than nothing is owed.
     *
     * @param paidByOthers for the same loss: nobody is held harmless of it twice
     */
    @Implements({Clause.S3_1_A, Clause.S3_2_A})
    public BigInteger dueCents(BigInteger unpaidExpenses, BigInteger paidByOthers) {
        BigInteger loss = outcome.cents.subtract(paidByOthers).max(BigInteger.ZERO);
        return loss.add(unpaidExpenses).subtract(finding.prejudiceCents).max(BigInteger.ZERO);
    }

    /** Whether both are about the same loss of the same claimant, whoever is asked. */
    public boolean isForTheLossOf(Claim other) {
        return claimant.equals(other.claimant)
                && action.equalsIgnoreCase(other.action)
                && servedOn.equals(other.servedOn);
    }

    /** Whether the other's claimant is indemnified by the same party in the same action, or may yet be. */
    @Implements(Clause.S3_1_F)
    public boolean isDefendedWith(Claim other) {
        return indemnitor.equals(other.indemnitor)
                && action.equalsIgnoreCase(other.action)
                && (other.state == State.MADE || other.state == State.OWED);
    }

    /** What the claimant has to pay, or has paid, as far as it is known (3.3). */
    public BigInteger knownLossCents(BigInteger unpaidExpenses) {
        return (outcome == null ? lossCents : outcome.cents).add(unpaidExpenses);
    }
}
