package org.registrationrights.process.piggyback;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.SellingHolder;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.register.RegistrableShares;
import org.springframework.stereotype.Component;

/** Fixes what each requesting Holder holds on the day the limit was decided on: the applicable date of 1.3. */
@Component
@Implements(Clause.S1_3_A)
class TakeRegisterSnapshotDelegate implements JavaDelegate {

    private final RequestingHolders requesting;
    private final AllocationRepository allocations;
    private final Agreement agreement;
    private final CaseNotes caseFile;

    TakeRegisterSnapshotDelegate(
            RequestingHolders requesting, AllocationRepository allocations, Agreement agreement, CaseNotes caseFile) {
        this.requesting = requesting;
        this.allocations = allocations;
        this.agreement = agreement;
        this.caseFile = caseFile;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Round round = allocations.latest(Variables.offeringId(execution));
        LocalDate day = agreement.day(round.decidedAt());
        List<SellingHolder> holders = requesting.on(round.offeringId(), day);
        allocations.snapshot(round, day, holders);
        caseFile.on(round.offeringId(), Clause.S1_3_A)
                .input("applicableDate", day)
                .policies(agreement.policiesAsOf(day).only(RegistrableShares.POLICIES))
                .result("holders", holders)
                .write("Register snapshot taken");
    }
}
