package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.DealtOut;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores counsel's decision on the figures; nobody approves figures that are its own entry. */
@Component
@Implements(Clause.S2_3_C)
class ApproveAllocationListener extends CompletedForm {

    private static final String DEAL_OUT_REST = "dealOutRest";
    private static final String GROUND = "ground";

    static final List<String> FIELDS = List.of(Variables.ALLOCATION_APPROVED, DEAL_OUT_REST, GROUND);

    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final Rounds rounds;
    private final OfferingPapers papers;
    private final OfferingCorrespondence letters;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    ApproveAllocationListener(
            OfferingRepository offerings,
            AllocationRepository allocations,
            Rounds rounds,
            OfferingPapers papers,
            OfferingCorrespondence letters,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.offerings = offerings;
        this.allocations = allocations;
        this.rounds = rounds;
        this.papers = papers;
        this.letters = letters;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        // what overtakes the allocation waits, or is seen
        offerings.lock(Variables.offeringId(execution));
        Round round = allocations.latest(Variables.offeringId(execution));
        boolean approved = input.requiredBoolean(Variables.ALLOCATION_APPROVED);
        boolean dealOut = input.ticked(DEAL_OUT_REST);
        String ground = input.text(GROUND, 1000);
        check(round, approved, dealOut, ground);
        DealtOut dealt = dealOut ? DealtOut.of(rounds.cutback(round)) : null;
        if (dealt != null) {
            allocations.dealOut(round, dealt);
        }
        allocations.decided(round, approved, ground, user.id(), clock.instant());
        input.remove(List.of(DEAL_OUT_REST, GROUND));
        CaseNotes.Note note = caseFile.on(round.offeringId(), Clause.S2_3_C)
                .input("round", round.number())
                .input("ground", ground);
        if (dealt != null) {
            note.result("allocated", dealt.allocated())
                    .result("unallocated", dealt.unallocated())
                    .steps(dealt.explain(null));
        }
        note.write(
                !approved
                        ? "Allocation sent back"
                        : dealOut ? "Allocation approved with the rest dealt out" : "Allocation approved");
        if (approved) {
            papers.allocationSheet(round.offeringId());
            letters.results(round.offeringId());
        }
    }

    private void check(Round round, boolean approved, boolean dealOut, String ground) {
        if (round.snapshotOn() == null) {
            throw Refusal.conflict(
                    Variables.ALLOCATION_APPROVED, "the figures are overtaken; new ones are worked out", Clause.S2_3_C);
        }
        if (approved && user.id().equals(round.decidedBy())) {
            throw Refusal.conflict(
                    Variables.ALLOCATION_APPROVED,
                    "the figures were entered by " + round.decidedBy() + " and need another person's approval",
                    Clause.S2_3_C);
        }
        if (dealOut && !approved) {
            throw Refusal.invalid(DEAL_OUT_REST, "goes with an approval only", Clause.S2_3_C);
        }
        if (dealOut && (round.unallocated() == null || round.unallocated().signum() == 0)) {
            throw Refusal.conflict(DEAL_OUT_REST, "no share is left over", Clause.S2_3_C);
        }
        if (dealOut && ground == null) {
            throw Refusal.invalid(GROUND, "is required to deal out the rest", Clause.S2_3_C);
        }
    }
}
