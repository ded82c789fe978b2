package org.registrationrights.process.claim;

import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.ClaimExpense;
import org.registrationrights.indemnity.ClaimExpense.Kind;
import org.registrationrights.indemnity.ClaimExpenseRepository;
import org.registrationrights.indemnity.ClaimRepository;
import org.registrationrights.indemnity.Contribution;
import org.registrationrights.indemnity.FaultSheetRepository;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.piggyback.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Expenses as they are incurred, any number of times while the claim runs (3.1, 3.2). */
@Component
@Transactional
public class ClaimExpenses {

    /** An expense as it is submitted. */
    public record Submitted(
            Kind kind, String payee, String purpose, BigInteger cents, LocalDate incurredOn, String evidence) {}

    private final ClaimRepository claims;
    private final ClaimExpenseRepository expenses;
    private final FaultSheetRepository sheets;
    private final ClaimCorrespondence letters;
    private final Claims notes;
    private final Dates dates;
    private final CurrentUser user;
    private final Clock clock;

    ClaimExpenses(
            ClaimRepository claims,
            ClaimExpenseRepository expenses,
            FaultSheetRepository sheets,
            ClaimCorrespondence letters,
            Claims notes,
            Dates dates,
            CurrentUser user,
            Clock clock) {
        this.claims = claims;
        this.expenses = expenses;
        this.sheets = sheets;
        this.letters = letters;
        this.notes = notes;
        this.dates = dates;
        this.user = user;
        this.clock = clock;
    }

    /** @throws Refusal once the claim is over or its loss divided, and for separate counsel where nobody is in conflict */
    @Implements({Clause.S3_1_A, Clause.S3_2_A, Clause.S3_2_D})
    public ClaimExpense submit(String claimId, Submitted submitted) {
        Claim claim = claims.lock(claimId);
        Clause clause = clause(claim);
        if (claim.state().isOver()) {
            throw Refusal.conflict("claimId", claimId + " is over: it is " + claim.state(), clause);
        }
        if (sheets.latest(claimId)
                .filter(sheet -> sheet.status() == Contribution.Status.COMPUTED)
                .isPresent()) {
            throw Refusal.conflict("claimId", "the loss of " + claimId + " is divided already", Clause.S3_3_A);
        }
        Kind kind = Refusal.required("kind", submitted.kind(), clause);
        if (kind == Kind.SEPARATE_COUNSEL) {
            checkSeparateCounsel(claim);
        }
        BigInteger cents = Refusal.required("cents", submitted.cents(), clause);
        if (cents.signum() <= 0) {
            throw Refusal.invalid("cents", "must be above zero", clause);
        }
        LocalDate incurredOn =
                dates.notInFuture("incurredOn", Refusal.required("incurredOn", submitted.incurredOn(), clause));
        ClaimExpense expense = new ClaimExpense(
                claimId,
                expenses.ofClaim(claimId).size() + 1,
                kind,
                Refusal.requiredText("payee", submitted.payee(), 200, clause),
                Refusal.requiredText("purpose", submitted.purpose(), 500, clause),
                cents,
                incurredOn,
                Refusal.requiredText("evidence", submitted.evidence(), 500, clause),
                null,
                null,
                null,
                false,
                null,
                null);
        expenses.insert(expense, clock.instant(), user.id());
        notes.note(claim, clause).input("expense", expense).write("Expense of the claim submitted");
        return expense;
    }

    private static void checkSeparateCounsel(Claim claim) {
        if (!claim.mayHaveSeparateCounsel()) {
            throw Refusal.invalid(
                    "kind",
                    "separate counsel at another's cost is for those on the Company's side, against a Holder",
                    Clause.S3_2_D);
        }
        if (claim.conflict() == null || !claim.conflict().found()) {
            throw Refusal.conflict("kind", "no conflict of interest is found in " + claim.id(), Clause.S3_2_D);
        }
    }

    /** Each is taken by one run of the sub-process. */
    Optional<ClaimExpense> takeNext(String claimId) {
        claims.lock(claimId);
        return expenses.takeNext(claimId);
    }

    /**
     * @return whether what is allowed is paid at once
     * @throws Refusal for more than was submitted
     */
    @Implements({Clause.S3_1_A, Clause.S3_2_A})
    boolean review(String claimId, int number, BigInteger allowedCents, String ground) {
        Claim claim = claims.lock(claimId);
        ClaimExpense expense = expenses.get(claimId, number);
        if (allowedCents.compareTo(expense.cents()) > 0) {
            throw Refusal.invalid(
                    "allowedCents",
                    allowedCents + " is more than the " + expense.cents() + " submitted",
                    clause(claim));
        }
        boolean now = allowedCents.signum() > 0 && claim.reimbursesNow();
        expenses.reviewed(claimId, number, allowedCents, now, ground, user.id());
        notes.note(claim, clause(claim))
                .input("expense", number)
                .input("allowedCents", allowedCents)
                .input("ground", ground)
                .result("reimbursedNow", now)
                .write("Expense of the claim reviewed");
        if (now) {
            letters.demandReimbursement(claim, expenses.get(claimId, number));
        }
        return now;
    }

    /** @throws Refusal for another amount than was allowed, and once the indemnity is held unavailable */
    @Implements({Clause.S3_1_A, Clause.S3_2_A})
    void reimburse(String claimId, int number, BigInteger paidCents, LocalDate paidOn, String paper) {
        Claim claim = claims.lock(claimId);
        notes.checkNotUnavailable(claim);
        ClaimExpense expense = expenses.get(claimId, number);
        if (!paidCents.equals(expense.allowedCents())) {
            throw Refusal.invalid(
                    "paidCents", paidCents + " is not the " + expense.allowedCents() + " allowed", clause(claim));
        }
        dates.notInFuture("paidOn", paidOn);
        dates.notBefore("paidOn", paidOn, expense.incurredOn(), "the expense");
        expenses.reimbursed(claimId, number, paidOn, paper);
        notes.note(claim, clause(claim))
                .input("expense", number)
                .input("paidCents", paidCents)
                .input("paidOn", paidOn)
                .input("paper", paper)
                .write("Expense of the claim reimbursed");
    }

    private static Clause clause(Claim claim) {
        return claim.clause(Clause.S3_1_A, Clause.S3_2_A);
    }
}
