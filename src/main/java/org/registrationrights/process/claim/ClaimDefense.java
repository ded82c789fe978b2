package org.registrationrights.process.claim;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.Claim.Conflict;
import org.registrationrights.indemnity.Claim.Outcome;
import org.registrationrights.indemnity.ClaimRepository;
import org.registrationrights.indemnity.ClaimRepository.Counsel;
import org.registrationrights.process.piggyback.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The defense of the action: counsel, a conflict, and how the action ends (3.1, 3.2). */
@Component
@Transactional
public class ClaimDefense {

    private final ClaimRepository claims;
    private final Claims notes;
    private final Dates dates;

    ClaimDefense(ClaimRepository claims, Claims notes, Dates dates) {
        this.claims = claims;
        this.notes = notes;
        this.dates = dates;
    }

    @Implements({Clause.S3_1_D, Clause.S3_2_C})
    void propose(String claimId, String counsel, String proposedBy) {
        Claim claim = claims.lock(claimId);
        claims.propose(claimId, counsel, proposedBy);
        notes.note(claim, clause(claim))
                .input("counsel", counsel)
                .input("proposedBy", proposedBy)
                .write("Counsel for the defense proposed");
    }

    @Implements({Clause.S3_1_D, Clause.S3_2_C})
    void answer(String claimId, boolean approved, String by, String ground) {
        Claim claim = claims.lock(claimId);
        List<Counsel> proposed = claims.counsel(claimId);
        Counsel last = proposed.get(proposed.size() - 1);
        claims.answer(claimId, last.number(), approved, by, ground);
        notes.note(claim, clause(claim))
                .input("counsel", last.name())
                .input("decidedBy", by)
                .input("ground", ground)
                .write(approved ? "Counsel for the defense approved" : "Counsel for the defense refused");
    }

    boolean isCounselApproved(String claimId) {
        return claims.counsel(claimId).stream().anyMatch(counsel -> counsel.approved() != null && counsel.approved());
    }

    /**
     * What counsel finds when the defense begins, or later where a conflict comes up then.
     *
     * @throws Refusal for a conflict without its separate counsel, and in a claim in which nobody has a right to one
     */
    @Implements(Clause.S3_2_D)
    public void assess(String claimId, boolean found, String separateCounsel, String ground) {
        Claim claim = claims.lock(claimId);
        if (!claim.mayHaveSeparateCounsel()) {
            throw Refusal.conflict(
                    "claimId",
                    "separate counsel at another's cost is for those on the Company's side, against a Holder",
                    Clause.S3_2_D);
        }
        if (found) {
            Refusal.required("separateCounsel", separateCounsel, Clause.S3_2_D);
        }
        claims.assessed(claimId, new Conflict(found, found ? separateCounsel : null, ground));
        notes.note(claim, Clause.S3_2_D)
                .input("separateCounsel", separateCounsel)
                .input("ground", ground)
                .write(found ? "Conflict of interest found" : "No conflict of interest found");
    }

    /** @throws Refusal for a judgment without its amount, and for an action that is over */
    void end(String claimId, Outcome.Kind kind, BigInteger judgmentCents, LocalDate on, String paper) {
        Claim claim = claims.lock(claimId);
        if (claim.outcome() != null) {
            throw Refusal.conflict(
                    "outcome", "the action is over since " + claim.outcome().on(), clause(claim));
        }
        if (kind == Outcome.Kind.SETTLEMENT) {
            throw Refusal.invalid(
                    "outcome",
                    "a settlement, or a judgment by consent, is proposed as a settlement",
                    claim.clause(Clause.S3_1_F, Clause.S3_2_E));
        }
        BigInteger cents = kind == Outcome.Kind.DISMISSAL
                ? BigInteger.ZERO
                : Refusal.required("judgmentCents", judgmentCents, clause(claim));
        dates.notInFuture("endedOn", on);
        dates.notBefore("endedOn", on, claim.servedOn(), "the service of the action");
        Outcome outcome = new Outcome(kind, cents, on, paper);
        claims.ended(claimId, outcome);
        notes.note(claim, claim.clause(Clause.S3_1_A, Clause.S3_2_A))
                .input("outcome", outcome)
                .write("Outcome of the action recorded");
    }

    private static Clause clause(Claim claim) {
        return claim.clause(Clause.S3_1_D, Clause.S3_2_C);
    }
}
