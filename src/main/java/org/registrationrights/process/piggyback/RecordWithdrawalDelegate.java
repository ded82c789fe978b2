package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.springframework.stereotype.Component;

/** Notes that the withdrawal, which is in force since it was stored, has ended what the offering waited for. */
@Component
@Implements(Clause.S8_A)
class RecordWithdrawalDelegate implements JavaDelegate {

    private final OfferingRepository offerings;
    private final CaseNotes caseFile;

    RecordWithdrawalDelegate(OfferingRepository offerings, CaseNotes caseFile) {
        this.offerings = offerings;
        this.caseFile = caseFile;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = Variables.offeringId(execution);
        caseFile.on(offeringId, Clause.S8_A)
                .input("withdrawnAt", offerings.get(offeringId).registration().withdrawnAt())
                .write("Offering ended by the withdrawal");
    }
}
