package org.registrationrights.process.piggyback;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores counsel's decision on the figures; nobody approves figures that are its own entry. */
@Component
@Implements(Clause.S2_3_C)
class ApproveAllocationListener extends CompletedForm {

    private final AllocationRepository allocations;
    private final OfferingPapers papers;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    ApproveAllocationListener(
            AllocationRepository allocations,
            OfferingPapers papers,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.allocations = allocations;
        this.papers = papers;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        Round round = allocations.latest(Variables.offeringId(execution));
        boolean approved = input.requiredBoolean(Variables.ALLOCATION_APPROVED);
        if (approved && user.id().equals(round.decidedBy())) {
            throw Refusal.conflict(
                    Variables.ALLOCATION_APPROVED,
                    "the figures were entered by " + round.decidedBy() + " and need another person's approval",
                    Clause.S2_3_C);
        }
        allocations.decided(round, approved, user.id(), clock.instant());
        caseFile.on(round.offeringId(), Clause.S2_3_C)
                .input("round", round.number())
                .write(approved ? "Allocation approved" : "Allocation sent back");
        if (approved) {
            papers.allocationSheet(round.offeringId());
        }
    }
}
