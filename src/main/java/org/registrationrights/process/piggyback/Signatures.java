package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Deadlines;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.HolderExclusion;
import org.registrationrights.offering.HolderExclusion.Reason;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.SignatureDecision;
import org.registrationrights.offering.SignatureDecision.Kind;
import org.registrationrights.offering.SignatureRepository;
import org.registrationrights.offering.SignatureRepository.Missing;
import org.registrationrights.offering.SignatureRepository.Signature;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signatures of Holders under the underwriting agreement (2.2), one or many at a time. */
@Component
@Implements(Clause.S2_2_A)
public class Signatures {

    private static final int LONGEST_EVIDENCE = 500;

    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final SignatureRepository signatures;
    private final StandingAllocation allocation;
    private final Exclusions exclusions;
    private final Deadlines deadlines;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final Clock clock;

    Signatures(
            OfferingRepository offerings,
            AllocationRepository allocations,
            SignatureRepository signatures,
            StandingAllocation allocation,
            Exclusions exclusions,
            Deadlines deadlines,
            Dates dates,
            CaseNotes caseFile,
            Clock clock) {
        this.offerings = offerings;
        this.allocations = allocations;
        this.signatures = signatures;
        this.allocation = allocation;
        this.exclusions = exclusions;
        this.deadlines = deadlines;
        this.dates = dates;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    @Transactional
    public void record(String offeringId, List<Signature> signed) {
        if (signed.isEmpty()) {
            throw Refusal.invalid("signatures", "needs at least one signature", Clause.S2_2_A);
        }
        Input.withoutGaps("signatures", signed);
        LocalDate determinedOn = dates.day(offerings.lock(offeringId).determinedAt());
        for (int i = 0; i < signed.size(); i++) {
            String path = "signatures[" + i + "].";
            required(path + "holderId", signed.get(i).holderId());
            LocalDate signedOn = required(path + "signedOn", signed.get(i).signedOn());
            String evidence = required(path + "evidence", signed.get(i).evidence());
            if (evidence.length() > LONGEST_EVIDENCE) {
                throw Refusal.invalid(
                        path + "evidence", "has more than " + LONGEST_EVIDENCE + " characters", Clause.S2_2_A);
            }
            Input.printable(path + "evidence", evidence);
            dates.notInFuture(path + "signedOn", signedOn);
            dates.notBefore(path + "signedOn", signedOn, determinedOn, "the determination");
        }
        signatures.sign(offeringId, signed);
        caseFile.on(offeringId, Clause.S2_2_A)
                .input("signatures", signed)
                .write("Underwriting agreement signed by Holders");
    }

    /** Asks each included Holder that must sign and was not asked before. */
    void request(String offeringId) {
        List<String> due = offerings.get(offeringId).holdersMustSign()
                ? allocations.included(offeringId).stream().map(Line::holderId).toList()
                : List.of();
        LocalDate dueOn = dates.day(clock.instant()).plus(deadlines.signature());
        signatures.due(offeringId, due, dueOn);
        caseFile.on(offeringId, Clause.S2_2_A)
                .result("due", due)
                .result("missing", signatures.missing(offeringId))
                .write("Signatures due listed");
    }

    /**
     * Signatures that the offering waits for; none once its allocation is overtaken. What is stored from now on finds the
     * instance waiting that asks here.
     */
    List<Missing> missing(String offeringId) {
        return allocation.stands(offeringId) ? signatures.missing(offeringId) : List.of();
    }

    /**
     * Stores what counsel decides where a Holder has not signed in time.
     *
     * @throws Refusal for a Holder that has signed or whose time is not over, and for a wait that does not lead on
     */
    @Transactional
    public void decide(String offeringId, List<SignatureDecision> decisions) {
        if (decisions.isEmpty()) {
            throw Refusal.invalid("decisions", "needs at least one Holder", Clause.S2_2_A);
        }
        Input.withoutGaps("decisions", decisions);
        offerings.lock(offeringId);
        for (int i = 0; i < decisions.size(); i++) {
            try {
                decide(offeringId, decisions.get(i));
            } catch (Refusal refused) {
                throw refused.within("decisions[" + i + "]");
            }
        }
    }

    private void decide(String offeringId, SignatureDecision decision) {
        LocalDate today = dates.day(clock.instant());
        Missing missing = signatures.missing(offeringId).stream()
                .filter(one -> one.holderId().equals(decision.holderId()))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict(
                        "holderId",
                        decision.holderId() + " need not sign in offering " + offeringId + ", or has signed",
                        Clause.S2_2_A));
        if (!missing.overdue(today)) {
            throw Refusal.conflict(
                    "holderId", decision.holderId() + " has time until " + missing.dueOn(), Clause.S2_2_A);
        }
        caseFile.on(new ElectionKey(offeringId, decision.holderId()), Clause.S2_2_A)
                .input("decision", decision)
                .write("Missing signature of the Holder decided on");
        if (decision.decision() == Kind.EXCLUDE) {
            exclusions.leaveOut(
                    offeringId, new HolderExclusion(decision.holderId(), Reason.NOT_SIGNED, decision.ground()));
        } else if (decision.waitUntil().isAfter(today)) {
            signatures.waitUntil(offeringId, decision.holderId(), decision.waitUntil());
        } else {
            throw Refusal.invalid("waitUntil", decision.waitUntil() + " is not after today, " + today, Clause.S2_2_A);
        }
    }

    private static <T> T required(String field, T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw Refusal.invalid(field, "is required", Clause.S2_2_A);
        }
        return value;
    }
}
