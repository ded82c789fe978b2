package org.registrationrights.process.claim;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.Claim.Outcome;
import org.registrationrights.indemnity.ClaimRepository;
import org.registrationrights.indemnity.SettlementOffer;
import org.registrationrights.indemnity.SettlementOffer.Answer;
import org.registrationrights.indemnity.SettlementOffer.Approval;
import org.registrationrights.indemnity.SettlementRepository;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Lines;
import org.registrationrights.process.piggyback.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposals to settle the action, with consent, approvals and what became of them (3.1, 3.2). */
@Component
@Transactional
public class Settlements {

    /**
     * A proposal as it is reported.
     *
     * @param parties who is indemnified in the action; where it is absent those who, by their claims, are
     * @param proposedOn today where it is absent
     */
    public record Proposed(
            BigInteger cents,
            String terms,
            Boolean unconditionalRelease,
            List<String> parties,
            String proposedBy,
            LocalDate proposedOn,
            String evidence) {}

    private static final int MOST_PARTIES = 40;

    private final ClaimRepository claims;
    private final SettlementRepository settlements;
    private final Claims notes;
    private final Dates dates;
    private final CurrentUser user;

    Settlements(ClaimRepository claims, SettlementRepository settlements, Claims notes, Dates dates, CurrentUser user) {
        this.claims = claims;
        this.settlements = settlements;
        this.notes = notes;
        this.dates = dates;
        this.user = user;
    }

    /** @throws Refusal for an action that is over, and while another proposal is pending */
    @Implements({Clause.S3_1_E, Clause.S3_2_E})
    public SettlementOffer propose(String claimId, Proposed proposed) {
        Claim claim = claims.lock(claimId);
        Clause clause = clause(claim);
        if (claim.outcome() != null || claim.state().isOver()) {
            throw Refusal.conflict("claimId", "the action of " + claimId + " is over", clause);
        }
        settlements.pending(claimId).ifPresent(pending -> {
            throw Refusal.conflict("claimId", "proposal " + pending.number() + " is pending", clause);
        });
        LocalDate on =
                proposed.proposedOn() == null ? dates.today() : dates.notInFuture("proposedOn", proposed.proposedOn());
        dates.notBefore("proposedOn", on, claim.servedOn(), "the service of the action");
        BigInteger cents = Refusal.required("cents", proposed.cents(), clause);
        if (cents.signum() < 0) {
            throw Refusal.invalid("cents", cents + " is negative", clause);
        }
        SettlementOffer offer = SettlementOffer.proposed(
                claimId,
                settlements.ofClaim(claimId).size() + 1,
                cents,
                Refusal.requiredText("terms", proposed.terms(), 1000, clause),
                Refusal.required("unconditionalRelease", proposed.unconditionalRelease(), clause),
                parties(claim, proposed.parties()),
                Refusal.requiredText("proposedBy", proposed.proposedBy(), 200, clause),
                on,
                Refusal.requiredText("evidence", proposed.evidence(), 500, clause));
        settlements.insert(offer);
        notes.note(claim, clause).input("proposal", offer).write("Settlement proposed");
        return offer;
    }

    private List<String> parties(Claim claim, List<String> named) {
        List<String> indemnified = indemnified(claim);
        if (named == null || named.isEmpty()) {
            return indemnified;
        }
        Lines.each("parties", named, Clause.S3_1_F, party -> Refusal.requiredText("party", party, 80, Clause.S3_1_F));
        if (named.stream().distinct().count() < named.size() || named.size() > MOST_PARTIES) {
            throw Refusal.invalid("parties", "names " + MOST_PARTIES + " at most, each once", Clause.S3_1_F);
        }
        List<String> missing =
                indemnified.stream().filter(party -> !named.contains(party)).toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalid(
                    "parties",
                    "does not name " + missing + ", whom " + claim.indemnitor() + " indemnifies in the action",
                    release(claim));
        }
        return named;
    }

    /** By 3.1 each party whom the Company indemnifies is asked, by 3.2 only the one whom the Holder does. */
    private List<String> indemnified(Claim claim) {
        if (!claim.againstCompany()) {
            return List.of(claim.claimant());
        }
        return claims.all().stream()
                .filter(other -> other.id().equals(claim.id()) || claim.isDefendedWith(other))
                .map(Claim::claimant)
                .distinct()
                .toList();
    }

    boolean isPending(String claimId) {
        claims.lock(claimId);
        return settlements.pending(claimId).isPresent();
    }

    SettlementOffer pending(String claimId) {
        return settlements.pending(claimId).orElseThrow();
    }

    /** A holding meanwhile has the proposal gone through again: what is answered last counts. */
    @Implements({Clause.S3_1_F, Clause.S3_2_E})
    void approve(String claimId, List<Approval> answers) {
        Claim claim = claims.lock(claimId);
        SettlementOffer offer = pending(claimId);
        offer.check(answers);
        settlements.approve(offer, answers);
        notes.note(claim, release(claim))
                .input("proposal", offer.number())
                .input("approvals", answers)
                .write("Answers of the indemnified parties recorded");
    }

    /** @throws Refusal for a consent that lacks both the release and an approval */
    @Implements({Clause.S3_1_E, Clause.S3_1_F, Clause.S3_2_E})
    void answer(String claimId, boolean given, String by, String ground) {
        Claim claim = claims.lock(claimId);
        SettlementOffer offer = pending(claimId);
        if (given && !offer.mayBeConsentedTo()) {
            throw Refusal.invalid(
                    "settlementConsented",
                    "without an unconditional release " + claim.indemnitor()
                            + " may consent only with the approval of each indemnified party",
                    release(claim));
        }
        settlements.answer(offer, new Answer(given, by, ground));
        notes.note(claim, clause(claim))
                .input("proposal", offer.number())
                .input("decidedBy", by)
                .input("ground", ground)
                .write(given ? "Settlement consented to" : "Consent to the settlement refused");
    }

    /** @throws Refusal for one found unreasonable where consent could not have been given */
    @Implements({Clause.S3_1_E, Clause.S3_1_F, Clause.S3_2_E})
    void judge(String claimId, boolean unreasonable, String ground) {
        Claim claim = claims.lock(claimId);
        SettlementOffer offer = pending(claimId);
        if (unreasonable && !offer.mayBeConsentedTo()) {
            throw Refusal.invalid(
                    "refusalUnreasonable",
                    claim.indemnitor() + " might not have consented: there is neither an unconditional release nor the"
                            + " approval of each indemnified party",
                    release(claim));
        }
        settlements.judge(offer, unreasonable, ground, user.id());
        notes.note(claim, clause(claim))
                .input("proposal", offer.number())
                .input("ground", ground)
                .write(unreasonable ? "Refusal found unreasonable" : "Refusal found reasonable");
    }

    /**
     * @param byIndemnitor whether the indemnifying party itself made it; asked of one that was made
     * @return whether the action is settled by it
     */
    @Implements({Clause.S3_1_E, Clause.S3_2_E})
    boolean end(String claimId, boolean made, Boolean byIndemnitor, LocalDate on, String paper) {
        Claim claim = claims.lock(claimId);
        SettlementOffer offer = pending(claimId);
        dates.notInFuture("settledOn", on);
        dates.notBefore("settledOn", on, offer.proposedOn(), "the proposal");
        Boolean maker = made ? Refusal.required(Variables.MADE_BY_INDEMNITOR, byIndemnitor, clause(claim)) : null;
        settlements.end(offer, made, maker, on, paper);
        if (made) {
            claims.ended(claimId, new Outcome(Outcome.Kind.SETTLEMENT, offer.cents(), on, paper));
        }
        notes.note(claim, clause(claim))
                .input("proposal", offer.number())
                .input("madeByIndemnitor", maker)
                .input("on", on)
                .input("paper", paper)
                .write(made ? "Settlement made" : "Proposal came to nothing");
        return made;
    }

    private static Clause clause(Claim claim) {
        return claim.clause(Clause.S3_1_E, Clause.S3_2_E);
    }

    private static Clause release(Claim claim) {
        return claim.clause(Clause.S3_1_F, Clause.S3_2_E);
    }
}
